package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tickets, the entries of their history, and notices as items. */
final class TicketItems {
  /** The attributes of a ticket that its status is in; a new status replaces all of them. */
  private static final String OUTCOME = "outcome";

  private TicketItems() {}

  static Map<String, AttributeValue> write(Ticket ticket) {
    ItemBuilder item =
        ItemBuilder.item(Keys.ticket(ticket.number()))
            .index(Keys.ticketOfAccount(ticket.account(), ticket.openedAt(), ticket.number()))
            .set("number", ticket.number().value())
            .set("account", ticket.account().value())
            .set("customerName", ticket.subject().customerName())
            .set("openedAt", ticket.openedAt());
    switch (ticket.subject()) {
      case Ticket.Subject.Connection connection ->
          item.set("legalEntity", connection.legalEntity().value());
      case Ticket.Subject.MissingCustomer missing ->
          item.set("country", missing.country().value()).set("contact", missing.contact());
    }
    switch (ticket.status()) {
      case TicketStatus.Open open -> {
        item.set("actor", open.nextStep().actor().name()).set("since", open.nextStep().since());
        switch (open.nextStep().then()) {
          case NextStep.Then.Reminder reminder -> item.set("reminderAt", reminder.at());
          case NextStep.Then.Expiry expiry -> item.set("expiryAt", expiry.at());
          case NextStep.Then.Nothing _ -> {}
        }
      }
      case TicketStatus.Closed closed ->
          item.set(OUTCOME, closed.outcome().name()).set("closedAt", closed.at());
    }
    return item.build();
  }

  static Ticket readTicket(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    String name = reader.string("customerName");
    return new Ticket(
        new TicketNumber(reader.string("number")),
        new AccountId(reader.string("account")),
        reader
            .find("legalEntity")
            .<Ticket.Subject>map(id -> new Ticket.Subject.Connection(new LegalEntityId(id), name))
            .orElseGet(
                () ->
                    new Ticket.Subject.MissingCustomer(
                        name, new CountryCode(reader.string("country")), reader.text("contact"))),
        reader.instant("openedAt"),
        status(reader));
  }

  private static TicketStatus status(ItemReader reader) {
    return reader
        .find(OUTCOME)
        .<TicketStatus>map(
            outcome ->
                new TicketStatus.Closed(
                    TicketStatus.Outcome.valueOf(outcome), reader.instant("closedAt")))
        .orElseGet(
            () ->
                new TicketStatus.Open(
                    new NextStep(
                        Actor.Role.valueOf(reader.string("actor")),
                        reader.instant("since"),
                        then(reader))));
  }

  private static NextStep.Then then(ItemReader reader) {
    if (reader.find("reminderAt").isPresent()) {
      return new NextStep.Then.Reminder(reader.instant("reminderAt"));
    }
    if (reader.find("expiryAt").isPresent()) {
      return new NextStep.Then.Expiry(reader.instant("expiryAt"));
    }
    return new NextStep.Then.Nothing();
  }

  static Map<String, AttributeValue> write(TicketNumber ticket, HistoryEntry entry) {
    return ItemBuilder.item(Keys.history(ticket, entry.id()))
        .set("id", entry.id())
        .set("event", entry.event().name())
        .set("at", entry.at())
        .set("role", entry.by().role().name())
        .set("by", entry.by().name())
        .set("detail", entry.detail())
        .build();
  }

  static HistoryEntry readEntry(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new HistoryEntry(
        reader.string("id"),
        TicketEvent.valueOf(reader.string("event")),
        reader.instant("at"),
        new Actor(Actor.Role.valueOf(reader.string("role")), reader.text("by")),
        reader.text("detail"));
  }

  static Map<String, AttributeValue> write(AccountId account, Notice notice) {
    return ItemBuilder.item(Keys.notice(account, notice.at(), notice.id()))
        .set("id", notice.id())
        .set("event", notice.event().name())
        .set("at", notice.at())
        .set("ticket", notice.ticket().map(TicketNumber::value))
        .set("customerName", notice.customerName())
        .build();
  }

  static Notice readNotice(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Notice(
        reader.string("id"),
        TicketEvent.valueOf(reader.string("event")),
        reader.instant("at"),
        reader.find("ticket").map(TicketNumber::new),
        reader.string("customerName"));
  }
}
