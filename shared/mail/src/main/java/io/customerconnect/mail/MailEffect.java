package io.customerconnect.mail;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.ticket.TicketNumber;
import java.util.Optional;

/**
 * What a mail is for: each of these is to be sent once. Its id is claimed in the table before the
 * mail is sent, goes with the mail as a tag, and comes back in SES's events.
 */
public sealed interface MailEffect {
  /** Name of the tag that carries the id. */
  String TAG = "effect";

  /** Letters, digits and dashes only, as SES takes no more in tags. */
  String id();

  /** The tag to send a mail with. */
  default MailTag tag() {
    return new MailTag(TAG, id());
  }

  /**
   * A mail that asks a customer.
   *
   * @param ask which of the request's mails, from 1
   */
  record Ask(TicketNumber ticket, int ask) implements MailEffect {
    private static final String PREFIX = "ask-";

    @Override
    public String id() {
      return PREFIX + ticket + "-" + ask;
    }
  }

  /** The mail that tells a supplier how its request ended. */
  record Answered(TicketNumber ticket) implements MailEffect {
    private static final String PREFIX = "answered-";

    @Override
    public String id() {
      return PREFIX + ticket;
    }
  }

  /**
   * A mail that tells somebody of a proof, of a review or of too many attempts.
   *
   * @param key tells these mails apart, in letters and digits
   */
  record Warned(String key) implements MailEffect {
    private static final String PREFIX = "warned-";

    @Override
    public String id() {
      return PREFIX + key;
    }
  }

  /** The effect that an id is of; empty when it is not an id of ours. */
  static Optional<MailEffect> parse(String id) {
    try {
      if (id.startsWith(Answered.PREFIX)) {
        return Optional.of(new Answered(new TicketNumber(id.substring(Answered.PREFIX.length()))));
      }
      if (id.startsWith(Warned.PREFIX)) {
        return Optional.of(new Warned(id.substring(Warned.PREFIX.length())));
      }
      int number = id.lastIndexOf('-');
      if (id.startsWith(Ask.PREFIX) && number > Ask.PREFIX.length()) {
        return Optional.of(
            new Ask(
                new TicketNumber(id.substring(Ask.PREFIX.length(), number)),
                Integer.parseInt(id.substring(number + 1))));
      }
      return Optional.empty();
    } catch (InvalidValueException | NumberFormatException _) {
      return Optional.empty();
    }
  }
}
