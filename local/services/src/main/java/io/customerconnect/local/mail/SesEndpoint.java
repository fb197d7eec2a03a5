package io.customerconnect.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.customerconnect.lambda.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * SES, version 2 of its API, as far as functions use it: {@code SendEmail} with simple and raw
 * content. Mails go nowhere but into a mailbox.
 *
 * <p>Of every mail with a configuration set it tells at once what becomes of it, as SES does
 * through EventBridge: that it was sent, and for each recipient a {@link Fate}.
 */
public final class SesEndpoint implements HttpHandler {
  private static final String PATH = "/v2/email/outbound-emails";

  /** Well above what a mail that is taken can need. */
  private static final int MAX_BODY_BYTES = 40 * 1024 * 1024;

  private final SendEmail sendEmail;
  private final Mailbox mailbox;
  private final Consumer<String> events;
  private final Deque<SesAnswer> answers = new ArrayDeque<>();
  private int requests;

  /**
   * @param events takes each event in its EventBridge envelope, as JSON
   */
  public SesEndpoint(
      SesAccount account, Mailbox mailbox, InstantSource clock, Consumer<String> events) {
    this.sendEmail = new SendEmail(account, clock);
    this.mailbox = mailbox;
    this.events = events;
  }

  /** What to answer to the next requests, in order; afterwards yes again. */
  public synchronized void answer(SesAnswer... next) {
    answers.addAll(List.of(next));
  }

  /** How many requests came, taken or not. */
  public synchronized int requests() {
    return requests;
  }

  /** Forgets the mails, the count, and what to answer. */
  public synchronized void reset() {
    answers.clear();
    requests = 0;
    mailbox.clear();
  }

  private synchronized SesAnswer nextAnswer() {
    requests++;
    return Optional.ofNullable(answers.poll()).orElseGet(SesAnswer.Yes::new);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      respondTo(exchange);
    }
  }

  private void respondTo(HttpExchange exchange) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
      boolean known =
          exchange.getRequestMethod().equals("POST")
              && exchange.getRequestURI().getPath().endsWith(PATH);
      if (!known) {
        throw RefusalException.unknownOperation();
      }
      String request = new String(body, StandardCharsets.UTF_8);
      switch (nextAnswer()) {
        case SesAnswer.Yes _ -> respond(exchange, take(request));
        case SesAnswer.No no -> throw RefusalException.of(no);
        case SesAnswer.LateYes(Duration after) -> {
          ReceivedMail mail = take(request);
          pause(after);
          respond(exchange, mail);
        }
        // Closing the exchange without an answer closes the connection.
        case SesAnswer.LostYes _ -> take(request);
        case SesAnswer.Silence(Duration lasting) -> pause(lasting);
      }
    } catch (RefusalException e) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", e.code());
      respond(exchange, e.status(), Json.object().with("message", String.valueOf(e.getMessage())));
    }
  }

  private ReceivedMail take(String request) {
    ReceivedMail mail = sendEmail.read(request);
    mailbox.add(mail);
    SesEvents.about(mail).forEach(event -> events.accept(event.toText()));
    return mail;
  }

  private static void respond(HttpExchange exchange, ReceivedMail mail) throws IOException {
    respond(exchange, 200, Json.object().with("MessageId", mail.id()));
  }

  private static void respond(HttpExchange exchange, int status, Json body) throws IOException {
    byte[] bytes = body.toBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void pause(Duration duration) {
    try {
      TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
