package io.customerconnect.functions.mail;

import io.customerconnect.lambda.Json;
import io.customerconnect.mail.MailEffect;
import java.util.Optional;

/**
 * What SES tells about a mail of ours.
 *
 * @param effect what the mail was for
 */
record SesEvent(Kind kind, MailEffect effect) {

  /** What it means for the mail. */
  enum Kind {
    /** SES took it; it may have been delivered, too. */
    SENT,
    /** It will not be read: the address does not take it, or its owner complained. */
    UNDELIVERED
  }

  /**
   * The event in an EventBridge envelope as SES publishes it.
   *
   * <p>A transient bounce counts as sent: automatic replies of people who are away come as such,
   * too, and the reminders go to another contact anyhow.
   *
   * @return empty for a mail that is not ours, or an event that tells nothing new
   */
  static Optional<SesEvent> parse(Json.Obj envelope) {
    Json.Obj detail = envelope.object("detail");
    return kind(detail)
        .flatMap(
            kind ->
                effect(detail.object("mail").object("tags"))
                    .map(effect -> new SesEvent(kind, effect)));
  }

  private static Optional<Kind> kind(Json.Obj detail) {
    return switch (detail.string("eventType").orElse("")) {
      case "Send", "Delivery" -> Optional.of(Kind.SENT);
      case "Bounce" ->
          Optional.of(
              detail.object("bounce").string("bounceType").orElse("").equals("Transient")
                  ? Kind.SENT
                  : Kind.UNDELIVERED);
      case "Complaint" -> Optional.of(Kind.UNDELIVERED);
      default -> Optional.empty();
    };
  }

  private static Optional<MailEffect> effect(Json.Obj tags) {
    return tags.items(MailEffect.TAG).stream()
        .findFirst()
        .flatMap(
            value ->
                value instanceof Json.Str(String id) ? MailEffect.parse(id) : Optional.empty());
  }
}
