package io.customerconnect.functions.mail;

import io.customerconnect.lambda.Json;
import io.customerconnect.mail.MailEffect;
import java.util.List;

/** Events as SES publishes them to EventBridge, with what we read of them. */
final class SesEvents {
  private SesEvents() {}

  static String send(MailEffect effect) {
    return event("Send", effect.id(), Json.object());
  }

  static String delivery(MailEffect effect) {
    return event("Delivery", effect.id(), Json.object());
  }

  static String complaint(MailEffect effect) {
    return event("Complaint", effect.id(), Json.object());
  }

  static String bounce(MailEffect effect, String type) {
    return event(
        "Bounce",
        effect.id(),
        Json.object().with("bounce", Json.object().with("bounceType", type)));
  }

  static String event(String type, String effectTag, Json.Obj more) {
    Json tags =
        Json.object()
            .with("ses:operation", List.of("SendEmail"), Json::of)
            .with("effect", List.of(effectTag), Json::of);
    return Json.object()
        .with("source", "aws.ses")
        .with("detail", more.with("eventType", type).with("mail", Json.object().with("tags", tags)))
        .toText();
  }
}
