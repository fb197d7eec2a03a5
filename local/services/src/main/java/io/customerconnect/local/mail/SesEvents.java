package io.customerconnect.local.mail;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.ReceivedMail.Entry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What SES publishes about a mail, in the envelope of EventBridge: <a
 * href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-eventbridge.html">format</a>.
 */
final class SesEvents {
  private static final String ACCOUNT = "123456789012";
  private static final String REGION = "eu-central-1";

  private SesEvents() {}

  /** Nothing for a mail without a configuration set. */
  static List<Json.Obj> about(ReceivedMail mail) {
    return mail.configurationSet().map(set -> about(mail, set)).orElse(List.of());
  }

  private static List<Json.Obj> about(ReceivedMail mail, String set) {
    List<Json.Obj> events = new ArrayList<>();
    events.add(event(mail, set, "Email Sent", "Send", Json.object()));
    for (String recipient : mail.to()) {
      String address = SendEmail.address(recipient);
      switch (Fate.of(address)) {
        case DELIVERED -> events.add(delivery(mail, set, address));
        case BOUNCED -> events.add(bounce(mail, set, address, "Permanent", "5.1.1"));
        case AWAY -> {
          events.add(delivery(mail, set, address));
          events.add(bounce(mail, set, address, "Transient", "4.0.0"));
        }
        case COMPLAINED -> {
          events.add(delivery(mail, set, address));
          events.add(complaint(mail, set, address));
        }
      }
    }
    return events;
  }

  private static Json.Obj delivery(ReceivedMail mail, String set, String address) {
    return event(
        mail,
        set,
        "Email Delivered",
        "Delivery",
        Json.object()
            .with("timestamp", time(mail))
            .with("processingTimeMillis", 1)
            .with("recipients", List.of(address), Json::of)
            .with("smtpResponse", "250 2.0.0 OK")
            .with("reportingMTA", "localhost"));
  }

  private static Json.Obj bounce(
      ReceivedMail mail, String set, String address, String type, String status) {
    Json.Obj recipient =
        Json.object().with("emailAddress", address).with("action", "failed").with("status", status);
    return event(
        mail,
        set,
        "Email Bounced",
        "Bounce",
        Json.object()
            .with("feedbackId", UUID.randomUUID().toString())
            .with("bounceType", type)
            .with("bounceSubType", "General")
            .with("bouncedRecipients", List.of(recipient), item -> item)
            .with("timestamp", time(mail))
            .with("reportingMTA", "dns; localhost"));
  }

  private static Json.Obj complaint(ReceivedMail mail, String set, String address) {
    return event(
        mail,
        set,
        "Email Complaint Received",
        "Complaint",
        Json.object()
            .with("feedbackId", UUID.randomUUID().toString())
            .with(
                "complainedRecipients",
                List.of(Json.object().with("emailAddress", address)),
                item -> item)
            .with("timestamp", time(mail))
            .with("complaintFeedbackType", "abuse"));
  }

  private static Json.Obj event(
      ReceivedMail mail, String set, String detailType, String eventType, Json.Obj what) {
    return Json.object()
        .with("version", "0")
        .with("id", UUID.randomUUID().toString())
        .with("detail-type", detailType)
        .with("source", "aws.ses")
        .with("account", ACCOUNT)
        .with("time", mail.time().truncatedTo(ChronoUnit.SECONDS).toString())
        .with("region", REGION)
        .with(
            "resources",
            List.of("arn:aws:ses:%s:%s:configuration-set/%s".formatted(REGION, ACCOUNT, set)),
            Json::of)
        .with(
            "detail",
            Json.object()
                .with("eventType", eventType)
                .with("mail", mail(mail, set))
                .with(eventType.toLowerCase(Locale.ROOT), what));
  }

  private static Json.Obj mail(ReceivedMail mail, String set) {
    Json.Obj tags =
        Json.object()
            .with("ses:operation", List.of("SendEmail"), Json::of)
            .with("ses:configuration-set", List.of(set), Json::of);
    for (Entry tag : mail.tags()) {
      tags = tags.with(tag.name(), List.of(tag.value()), Json::of);
    }
    List<String> to = mail.to();
    return Json.object()
        .with("timestamp", time(mail))
        .with("source", mail.from())
        .with("sendingAccountId", ACCOUNT)
        .with("messageId", mail.id())
        .with("destination", to, Json::of)
        .with("headersTruncated", Json.of(false))
        .with("headers", headers(mail), item -> item)
        .with(
            "commonHeaders",
            Json.object()
                .with("from", List.of(mail.from()), Json::of)
                .with("to", to, Json::of)
                .with("messageId", mail.id())
                .with("subject", mail.subject()))
        .with("tags", tags);
  }

  private static List<Json.Obj> headers(ReceivedMail mail) {
    List<Json.Obj> headers = new ArrayList<>();
    headers.add(header("From", mail.from()));
    headers.add(header("To", String.join(", ", mail.to())));
    headers.add(header("Subject", mail.subject()));
    mail.headers().forEach(entry -> headers.add(header(entry.name(), entry.value())));
    return headers;
  }

  private static Json.Obj header(String name, String value) {
    return Json.object().with("name", name).with("value", value);
  }

  private static String time(ReceivedMail mail) {
    return mail.time().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
