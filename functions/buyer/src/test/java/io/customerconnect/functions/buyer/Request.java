package io.customerconnect.functions.buyer;

import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.SesServer;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import io.customerconnect.testing.functions.SentMails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A supplier's request, with the functions that the customer's side of it goes through. */
final class Request {
  private final Scene scene;
  private final SentMails mails;
  private final ContactBuyerHandler contactBuyer;
  private final DecisionPageHandler page;
  private final TicketNumber ticket;

  Request(Scene scene, SesServer ses) {
    this.scene = scene;
    mails = new SentMails(ses);
    contactBuyer = new ContactBuyerHandler(scene.platform());
    page = new DecisionPageHandler(scene.platform());
    ticket = scene.ask();
  }

  Scene scene() {
    return scene;
  }

  TicketNumber ticket() {
    return ticket;
  }

  /** What the queue brings for one of the request's mails. */
  String message(int ask) {
    return Json.object()
        .with("accountId", scene.account().value())
        .with("legalEntityId", scene.buyer().id().value())
        .with("ticketNumber", ticket.value())
        .with("ask", ask)
        .toText();
  }

  /**
   * The queue brings the message for the mail that is due by the request's state.
   *
   * @return the places of the messages that are to come again
   */
  List<String> contact() {
    return contact(scene.state() instanceof RelationshipState.Pending pending ? pending.asks() : 1);
  }

  List<String> contact(int ask) {
    return Scene.deliver(contactBuyer, message(ask));
  }

  List<String> deliver(String... messages) {
    return Scene.deliver(contactBuyer, messages);
  }

  /** The token in the newest mail. */
  String token() {
    return mails.last().token();
  }

  Answer open(String token) {
    return HttpCall.of(page, "GET /decisions/{token}").path("token", token).send();
  }

  /** Sends the page's form with fields, given as name, value, name, value ... */
  Answer send(String token, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return sendBody(token, form.toString());
  }

  Answer sendBody(String token, String body) {
    return HttpCall.of(page, "POST /decisions/{token}")
        .path("token", token)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body)
        .send();
  }
}
