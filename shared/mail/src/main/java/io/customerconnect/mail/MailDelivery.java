package io.customerconnect.mail;

import io.customerconnect.lambda.Log;
import io.customerconnect.table.Effects;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sends each mail once: claims its effect, hands it to SES, and notes the outcome.
 *
 * <p>Where SES's answer did not come, nobody knows whether the mail was sent. The claim is then
 * left to run out: SES's own event about the mail usually arrives before and closes it, and only if
 * none does, the mail is sent again. So a mail that SES said yes to goes out once, and none is
 * lost.
 */
public final class MailDelivery {
  /** How long news of a mail is waited for; a queue must redeliver for longer than this. */
  public static final Duration LEASE = Duration.ofMinutes(4);

  private final Effects effects;
  private final MailSender sender;
  private final InstantSource clock;

  public MailDelivery(Effects effects, MailSender sender, InstantSource clock) {
    this.effects = effects;
    this.sender = sender;
    this.clock = clock;
  }

  /** What became of a mail for good. */
  public enum Outcome {
    /** It is on its way, by this call or an earlier one. */
    SENT,
    /** SES does not take this mail, and never will. */
    REFUSED
  }

  /** The mail has to be tried again later; the message that led here must come again. */
  public static final class TryLaterException extends RuntimeException {
    TryLaterException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Sends the mail of an effect, unless it has been sent.
   *
   * @param mail composed only when it is to be sent
   * @throws TryLaterException when SES is busy, when its answer is not known, or when somebody else
   *     is sending the mail at this moment
   */
  public Outcome deliver(MailEffect effect, Supplier<Mail> mail) {
    return switch (effects.claim(effect.id(), clock.instant(), LEASE)) {
      case DONE -> Outcome.SENT;
      case TAKEN -> throw new TryLaterException("Mail " + effect.id() + " is being sent");
      case MINE -> send(effect, mail);
    };
  }

  private Outcome send(MailEffect effect, Supplier<Mail> mail) {
    Mail composed;
    try {
      composed = mail.get().tagged(effect.tag());
    } catch (RuntimeException e) {
      effects.release(effect.id());
      throw e;
    }
    return switch (sender.send(composed)) {
      case Sending.Sent sent -> {
        effects.done(effect.id(), clock.instant());
        Log.info("mail sent", Map.of("effect", effect.id(), "messageId", sent.messageId()));
        yield Outcome.SENT;
      }
      case Sending.Refused refused when refused.fault() == Sending.Fault.MAIL -> {
        // Given back, so that a crash before the caller has dealt with it leads here again.
        effects.release(effect.id());
        Log.warn("mail refused", Map.of("effect", effect.id(), "code", refused.code()));
        yield Outcome.REFUSED;
      }
      case Sending.Refused refused -> {
        effects.release(effect.id());
        throw new TryLaterException("SES refuses all mails: " + refused.code());
      }
      case Sending.Busy busy -> {
        effects.release(effect.id());
        throw new TryLaterException("SES is busy: " + busy.code());
      }
      case Sending.Unknown unknown ->
          throw new TryLaterException(
              "Whether mail " + effect.id() + " was sent is not known: " + unknown.cause());
    };
  }
}
