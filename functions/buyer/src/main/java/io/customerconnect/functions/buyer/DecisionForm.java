package io.customerconnect.functions.buyer;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.party.Colleagues;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.functions.buyer.page.Choice;
import io.customerconnect.functions.buyer.page.Entries;
import io.customerconnect.functions.buyer.page.Field;
import io.customerconnect.functions.buyer.page.Mistake;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent from the page.
 *
 * @param decision the word of the button; empty when none was pressed
 */
record DecisionForm(String decision, Entries entries) {
  private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  /** What a form means. */
  sealed interface Reading {
    record Meant(Choice choice, Command command) implements Reading {}

    record Mistaken(List<Mistake> mistakes) implements Reading {}
  }

  /**
   * The form in a request's body.
   *
   * @throws Problem.ProblemException when it holds something else
   */
  static DecisionForm of(HttpRequest request) {
    Map<String, String> fields = fields(request);
    return new DecisionForm(
        fields.getOrDefault(Field.DECISION.formName(), ""),
        new Entries(
            fields.getOrDefault(Field.VENDOR_NUMBER.formName(), ""),
            fields.getOrDefault(Field.REASON.formName(), ""),
            fields.getOrDefault(Field.COLLEAGUE_EMAIL.formName(), "")));
  }

  /**
   * The fields of the form in a request's body, by their names.
   *
   * @throws Problem.ProblemException when it holds something else
   */
  static Map<String, String> fields(HttpRequest request) {
    String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith(MEDIA_TYPE)) {
      throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Please send " + MEDIA_TYPE + ".")
          .asException();
    }
    return decode(request.body());
  }

  private static Map<String, String> decode(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          fields.put(
              URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
          throw Problem.of(
                  ProblemType.INVALID_FIELD, "The form is not encoded as " + MEDIA_TYPE + ".")
              .asException();
        }
      }
    }
    return fields;
  }

  /** Which button was pressed; empty when none was. */
  Optional<Choice> choice() {
    return Choice.ofWord(decision);
  }

  /** What it means for the open request with a ticket, sent by one who has these colleagues. */
  Reading read(TicketNumber ticket, Colleagues colleagues) {
    return choice()
        .map(choice -> read(choice, ticket, colleagues))
        .orElseGet(() -> mistaken(Mistake.NO_DECISION));
  }

  private Reading read(Choice choice, TicketNumber ticket, Colleagues colleagues) {
    return switch (choice) {
      case CONFIRM -> confirm(ticket);
      case DECLINE -> decline(ticket);
      case NOT_OUR_SUPPLIER ->
          new Reading.Meant(choice, new Command.Decline(ticket, DeclineKind.NOT_OUR_SUPPLIER, ""));
      case FORWARD -> forward(ticket, colleagues);
      // Nothing is connected yet.
      case END, END_FOR_GOOD -> mistaken(Mistake.NO_DECISION);
    };
  }

  private Reading confirm(TicketNumber ticket) {
    try {
      Optional<VendorNumber> number =
          Optional.of(entries.vendorNumber())
              .filter(typed -> !typed.isBlank())
              .map(VendorNumber::new);
      return new Reading.Meant(Choice.CONFIRM, new Command.Confirm(ticket, number));
    } catch (InvalidValueException _) {
      return mistaken(Mistake.VENDOR_NUMBER_UNFIT);
    }
  }

  private Reading decline(TicketNumber ticket) {
    if (entries.reason().isBlank()) {
      return mistaken(Mistake.REASON_MISSING);
    }
    try {
      String reason = Text.lines("The reason", entries.reason(), Mistake.MAX_REASON_LENGTH);
      return new Reading.Meant(
          Choice.DECLINE, new Command.Decline(ticket, DeclineKind.DECLINED, reason));
    } catch (InvalidValueException _) {
      return mistaken(Mistake.REASON_UNFIT);
    }
  }

  private Reading forward(TicketNumber ticket, Colleagues colleagues) {
    Contact sender = colleagues.contact();
    EmailAddress colleague;
    try {
      colleague = new EmailAddress(entries.colleagueEmail());
    } catch (InvalidValueException _) {
      return mistaken(Mistake.COLLEAGUE_UNFIT);
    }
    if (colleague.value().equalsIgnoreCase(sender.mail().value())) {
      return mistaken(Mistake.COLLEAGUE_SAME);
    }
    if (!colleagues.include(colleague)) {
      return mistaken(Mistake.COLLEAGUE_ELSEWHERE);
    }
    return new Reading.Meant(
        Choice.FORWARD,
        new Command.Forward(
            ticket, new Contact(colleague.localPart(), colleague, sender.language())));
  }

  private static Reading mistaken(Mistake mistake) {
    return new Reading.Mistaken(List.of(mistake));
  }
}
