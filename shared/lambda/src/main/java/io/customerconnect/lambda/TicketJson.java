package io.customerconnect.lambda;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.util.Locale;
import java.util.Optional;

/** Tickets and notices, as the API says them. */
public final class TicketJson {
  private TicketJson() {}

  /**
   * A ticket without its history; who of the support staff sees to it stays with us.
   *
   * @param usual within how many working days its customer usually answers; empty when not known
   */
  public static Json.Obj ticket(Ticket ticket, Optional<Integer> usual) {
    Json.Obj json =
        Json.object()
            .with("ticketNumber", ticket.number().value())
            .with("customerName", ticket.subject().customerName());
    json =
        switch (ticket.subject()) {
          case Ticket.Subject.Connection connection ->
              json.with("about", "connection")
                  .with("legalEntityId", connection.legalEntity().value());
          case Ticket.Subject.VendorNumberClaim claim ->
              json.with("about", "vendor-number")
                  .with("legalEntityId", claim.legalEntity().value())
                  .with("vendorNumber", claim.vendorNumber().value());
          case Ticket.Subject.MissingCustomer missing ->
              json.with("about", "missing-customer")
                  .with("country", missing.country().value())
                  .with("contact", missing.contact());
        };
    json = json.with("openedAt", ticket.openedAt().toString());
    return switch (ticket.status()) {
      case TicketStatus.Open open ->
          json.with("state", "open").with("nextStep", nextStep(open.nextStep(), usual));
      case TicketStatus.Closed closed ->
          json.with("state", "closed")
              .with("outcome", word(closed.outcome()))
              .with("closedAt", closed.at().toString());
    };
  }

  private static Json.Obj nextStep(NextStep step, Optional<Integer> usual) {
    Json.Obj unknown =
        Json.object().with("actor", word(step.actor())).with("since", step.since().toString());
    Json.Obj json = usual.map(days -> unknown.with("usualWorkingDays", days)).orElse(unknown);
    return switch (step.then()) {
      case NextStep.Then.Reminder reminder ->
          json.with("then", "reminder").with("at", reminder.at().toString());
      case NextStep.Then.Expiry expiry ->
          json.with("then", "expiry").with("at", expiry.at().toString());
      case NextStep.Then.Mail mail -> json.with("then", "mail").with("at", mail.at().toString());
      case NextStep.Then.Nothing _ -> json;
    };
  }

  /** An entry; which of the network's or the buyer's people it was stays with us. */
  public static Json.Obj entry(HistoryEntry entry) {
    return Json.object()
        .with("id", entry.id())
        .with("event", word(entry.event()))
        .with("at", entry.at().toString())
        .with("by", word(entry.by().role()))
        .with(
            "detail", Optional.of(entry.detail()).filter(text -> !text.isEmpty() && isTold(entry)));
  }

  /** Whom support has assigned is no news for suppliers. */
  private static boolean isTold(HistoryEntry entry) {
    return entry.event() != TicketEvent.ASSIGNED;
  }

  /** A notice. */
  public static Json.Obj notice(Notice notice) {
    return Json.object()
        .with("id", notice.id())
        .with("event", word(notice.event()))
        .with("at", notice.at().toString())
        .with("customerName", notice.customerName())
        .with("legalEntityId", notice.customer().map(LegalEntityId::value))
        .with("ticketNumber", notice.ticket().map(TicketNumber::value));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
