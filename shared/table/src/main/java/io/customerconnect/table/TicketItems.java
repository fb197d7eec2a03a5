package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Tickets, the entries of their history, and notices as items. */
final class TicketItems {
  static final String OUTCOME = "outcome";
  static final String ASSIGNEE = "assignee";
  private static final String RELATED = "related";

  /** The attributes of a ticket that its status is in; a new status replaces all of them. */
  private static final Set<String> STATUS =
      Set.of(
          "actor",
          "since",
          "reminderAt",
          "expiryAt",
          "mailAt",
          OUTCOME,
          "closedAt",
          Keys.WORK_PK,
          Keys.WORK_SK);

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
      case Ticket.Subject.VendorNumberClaim claim ->
          item.set("legalEntity", claim.legalEntity().value())
              .set("claimedNumber", claim.vendorNumber().value());
      case Ticket.Subject.MissingCustomer missing ->
          item.set("country", missing.country().value()).set("contact", missing.contact());
    }
    item.set(RELATED, ticket.related().stream().map(TicketNumber::value).toList());
    ticket.assignee().ifPresent(user -> item.set(ASSIGNEE, user.value()));
    write(ticket.number(), ticket.status(), item);
    return item.build();
  }

  /** A ticket that there is gets another status; who is assigned to it stays. */
  static TransactWriteItem update(Table table, TicketNumber number, TicketStatus status) {
    return update(table, number, status, List.of(), "attribute_exists(PK)");
  }

  /** As {@link #update(Table, TicketNumber, TicketStatus)}, with tickets of others from now on. */
  static TransactWriteItem update(
      Table table, TicketNumber number, TicketStatus status, List<TicketNumber> related) {
    return update(table, number, status, related, "attribute_exists(PK)");
  }

  /** As {@link #update}, while the ticket is open. */
  static TransactWriteItem updateOpen(Table table, TicketNumber number, TicketStatus status) {
    return update(
        table,
        number,
        status,
        List.of(),
        "attribute_exists(PK) AND attribute_not_exists(#outcome)");
  }

  private static TransactWriteItem update(
      Table table,
      TicketNumber number,
      TicketStatus status,
      List<TicketNumber> related,
      String condition) {
    Map<String, AttributeValue> wanted = write(number, status, ItemBuilder.attributes()).build();
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> sets = new ArrayList<>();
    List<String> removals = new ArrayList<>();
    STATUS.stream()
        .sorted()
        .forEach(
            name -> {
              names.put("#" + name, name);
              if (wanted.containsKey(name)) {
                values.put(":" + name, wanted.get(name));
                sets.add("#" + name + " = :" + name);
              } else {
                removals.add("#" + name);
              }
            });
    if (!related.isEmpty()) {
      names.put("#related", RELATED);
      values.put(
          ":related",
          AttributeValue.fromL(
              related.stream().map(TicketNumber::value).map(AttributeValue::fromS).toList()));
      sets.add("#related = :related");
    }
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table.name())
                .key(Table.attributes(Keys.ticket(number)))
                .updateExpression(
                    "SET " + String.join(", ", sets) + " REMOVE " + String.join(", ", removals))
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build())
        .build();
  }

  private static ItemBuilder write(TicketNumber number, TicketStatus status, ItemBuilder item) {
    return switch (status) {
      case TicketStatus.Open open -> {
        NextStep step = open.nextStep();
        Keys.Key work = Keys.work(step.actor(), step.since(), number);
        item.set("actor", step.actor().name())
            .set("since", step.since())
            .set(Keys.WORK_PK, work.pk())
            .set(Keys.WORK_SK, work.sk());
        yield switch (step.then()) {
          case NextStep.Then.Reminder reminder -> item.set("reminderAt", reminder.at());
          case NextStep.Then.Expiry expiry -> item.set("expiryAt", expiry.at());
          case NextStep.Then.Mail mail -> item.set("mailAt", mail.at());
          case NextStep.Then.Nothing _ -> item;
        };
      }
      case TicketStatus.Closed closed -> {
        Keys.Key place = Keys.closed(closed.at(), number);
        yield item.set(OUTCOME, closed.outcome().name())
            .set("closedAt", closed.at())
            .set(Keys.WORK_PK, place.pk())
            .set(Keys.WORK_SK, place.sk());
      }
    };
  }

  static Ticket readTicket(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Ticket(
        new TicketNumber(reader.string("number")),
        new AccountId(reader.string("account")),
        subject(reader),
        reader.instant("openedAt"),
        status(reader),
        reader.strings(RELATED).stream().map(TicketNumber::new).toList(),
        reader.find(ASSIGNEE).map(UserId::new));
  }

  private static Ticket.Subject subject(ItemReader reader) {
    String name = reader.string("customerName");
    Optional<LegalEntityId> legalEntity = reader.find("legalEntity").map(LegalEntityId::new);
    Optional<VendorNumber> claimed = reader.find("claimedNumber").map(VendorNumber::new);
    return legalEntity
        .map(
            id ->
                claimed
                    .<Ticket.Subject>map(
                        number -> new Ticket.Subject.VendorNumberClaim(id, name, number))
                    .orElseGet(() -> new Ticket.Subject.Connection(id, name)))
        .orElseGet(
            () ->
                new Ticket.Subject.MissingCustomer(
                    name, new CountryCode(reader.string("country")), reader.text("contact")));
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
    if (reader.find("mailAt").isPresent()) {
      return new NextStep.Then.Mail(reader.instant("mailAt"));
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
        .set("legalEntity", notice.customer().map(LegalEntityId::value))
        .set("customerName", notice.customerName())
        .build();
  }

  /**
   * Writes an entry of a ticket's history once, with the notice that tells the supplier where the
   * event is news, and with what has to happen together with it.
   *
   * @param together made at each try from what then stands in the table
   * @return the entry that stands: of this call, or of an earlier one with the same id
   * @throws ConflictException when others were quicker every time
   */
  static HistoryEntry record(
      Table table, Ticket ticket, HistoryEntry entry, Supplier<List<TransactWriteItem>> together) {
    return Table.startingOver(
        () -> {
          Optional<HistoryEntry> first =
              table.get(Keys.history(ticket.number(), entry.id())).map(TicketItems::readEntry);
          if (first.isPresent()) {
            return first.get();
          }
          List<TransactWriteItem> writes = new ArrayList<>(together.get());
          writes.add(table.putNew(write(ticket.number(), entry)));
          if (entry.event().audience() == TicketEvent.Audience.SUPPLIER) {
            writes.add(
                table.put(
                    write(
                        ticket.account(),
                        new Notice(
                            ticket.number() + "-" + entry.id(),
                            entry.event(),
                            entry.at(),
                            Optional.of(ticket.number()),
                            ticket.subject().customer(),
                            ticket.subject().customerName()))));
          }
          table.transact(writes);
          return entry;
        });
  }

  static Notice readNotice(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Notice(
        reader.string("id"),
        TicketEvent.valueOf(reader.string("event")),
        reader.instant("at"),
        reader.find("ticket").map(TicketNumber::new),
        reader.find("legalEntity").map(LegalEntityId::new),
        reader.string("customerName"));
  }
}
