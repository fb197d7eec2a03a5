package io.customerconnect.mail;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.ticket.TicketNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /**
   * The mail that tells a supplier how its request ended.
   *
   * @param copy 1, and one more each time that support has it sent again
   */
  record Answered(TicketNumber ticket, int copy) implements MailEffect {
    private static final Pattern ID = Pattern.compile("answered-(.{14})(?:-([2-9]|[1-9][0-9]+))?");

    /** The one that follows from the answer itself. */
    public Answered(TicketNumber ticket) {
      this(ticket, 1);
    }

    @Override
    public String id() {
      return copy == 1 ? "answered-" + ticket : "answered-" + ticket + "-" + copy;
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
      Matcher answered = Answered.ID.matcher(id);
      if (answered.matches()) {
        return Optional.of(
            new Answered(
                new TicketNumber(answered.group(1)),
                answered.group(2) == null ? 1 : Integer.parseInt(answered.group(2))));
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
