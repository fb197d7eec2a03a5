package io.customerconnect.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An endpoint that answers SES's {@code SendEmail} (API version 2) as a test says, and keeps what
 * it was sent. It says yes where the test says nothing. For the JVM it is where SES is, from {@link
 * #start()} to {@link #close()}.
 */
public final class SesStub implements AutoCloseable {
  private static final String ENDPOINT_PROPERTY = "aws.endpointUrlSesV2";

  private final HttpServer server;
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<String> accepted = new ArrayList<>();
  private int requests;

  private SesStub(HttpServer server) {
    this.server = server;
  }

  /** How the stub treats a request. */
  public sealed interface Reply {
    /** Takes the mail. */
    record Yes() implements Reply {}

    /** Refuses the mail. */
    record No(int status, String code) implements Reply {}

    /** Takes the mail, and says so too late. */
    record LateYes(Duration after) implements Reply {}

    /** Takes the mail, and drops the connection instead of saying so. */
    record LostYes() implements Reply {}
  }

  /** Starts on a free port of the loopback address. */
  public static SesStub start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      SesStub stub = new SesStub(server);
      server.createContext("/", stub::handle);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      System.setProperty(ENDPOINT_PROPERTY, stub.endpoint().toString());
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the stub listens. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What to answer to the next requests, in order. */
  public synchronized void answer(Reply... next) {
    replies.addAll(List.of(next));
  }

  /** The bodies (JSON) of the requests whose mails were taken, in order. */
  public synchronized List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** How many requests came, taken or not. */
  public synchronized int requests() {
    return requests;
  }

  /** Forgets what was sent and what to answer. */
  public synchronized void reset() {
    replies.clear();
    accepted.clear();
    requests = 0;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      switch (take(body)) {
        case Reply.Yes _ -> respondYes(exchange);
        case Reply.No(int status, String code) -> {
          exchange.getResponseHeaders().set("x-amzn-ErrorType", code);
          respond(exchange, status, "{\"message\":\"as the test says\"}");
        }
        case Reply.LateYes(Duration after) -> {
          pause(after);
          respondYes(exchange);
        }
        case Reply.LostYes _ -> {
          // Closing the exchange without an answer closes the connection.
        }
      }
    }
  }

  private synchronized Reply take(String body) {
    requests++;
    Reply reply = replies.isEmpty() ? new Reply.Yes() : replies.remove();
    if (!(reply instanceof Reply.No)) {
      accepted.add(body);
    }
    return reply;
  }

  private synchronized void respondYes(HttpExchange exchange) throws IOException {
    respond(exchange, 200, "{\"MessageId\":\"stub-" + accepted.size() + "\"}");
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
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

  @Override
  public void close() {
    System.clearProperty(ENDPOINT_PROPERTY);
    server.stop(0);
  }
}
