package io.customerconnect.local.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.Mailbox;
import io.customerconnect.local.mail.ReceivedMail;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code GET /local/mailbox}: all mails, newest first; {@code /local/mailbox/{id}}: one of them;
 * {@code /local/mailbox/{id}/html}: its HTML part alone, which can run nothing; {@code GET
 * /local/mails}: all as JSON, oldest first.
 */
public final class MailboxHandler implements HttpHandler {
  private static final String MAILS = "/local/mails";
  private static final String MAILBOX = "/local/mailbox";
  private static final String HTML = "/html";

  private static final String MAIL_POLICY =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
          + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'self'";

  private final Mailbox mailbox;

  public MailboxHandler(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (path.equals(MAILS)) {
        sendJson(exchange);
      } else if (path.equals(MAILBOX) || path.equals(MAILBOX + "/")) {
        MailboxPages.list(mailbox.mails()).send(exchange);
      } else if (path.startsWith(MAILBOX + "/") && path.endsWith(HTML)) {
        String id = path.substring(MAILBOX.length() + 1, path.length() - HTML.length());
        sendHtml(exchange, mailbox.find(id).flatMap(ReceivedMail::html));
      } else if (path.startsWith(MAILBOX + "/")) {
        String id = path.substring(MAILBOX.length() + 1);
        mailbox.find(id).map(MailboxPages::one).orElseGet(MailboxPages::notFound).send(exchange);
      } else {
        MailboxPages.notFound().send(exchange);
      }
    }
  }

  private static void sendHtml(HttpExchange exchange, Optional<String> html) throws IOException {
    if (html.isEmpty()) {
      MailboxPages.notFound().send(exchange);
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Security-Policy", MAIL_POLICY);
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
    send(exchange, "text/html", html.get());
  }

  private void sendJson(HttpExchange exchange) throws IOException {
    Json.Obj mails = Json.object().with("mails", mailbox.mails(), MailboxHandler::json);
    send(exchange, "application/json", mails.toText());
  }

  private static Json json(ReceivedMail mail) {
    return Json.object()
        .with("id", mail.id())
        .with("time", mail.time().toString())
        .with("from", mail.from())
        .with("to", mail.to(), Json::of)
        .with("subject", mail.subject())
        .with("text", mail.text())
        .with("html", mail.html())
        .with("links", mail.links().stream().map(URI::toString).toList(), Json::of);
  }

  private static void send(HttpExchange exchange, String type, String content) throws IOException {
    byte[] body = content.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
