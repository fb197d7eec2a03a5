package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Tickets with their history, and notices. */
public final class TicketStore {
  private final Table table;

  public TicketStore(Table table) {
    this.table = table;
  }

  /**
   * A ticket and all that happened to it.
   *
   * @param history oldest first
   */
  public record TicketWithHistory(Ticket ticket, List<HistoryEntry> history) {
    /**
     * Why the customer or support decided as it did, in its own words; empty when it gave no
     * reason, or nothing is decided.
     */
    public String reason() {
      return history.stream()
          .filter(
              entry ->
                  switch (entry.event()) {
                    case DECLINED,
                        NOT_OUR_SUPPLIER,
                        REJECTED,
                        CONNECTED_BY_SUPPORT,
                        RESUMED,
                        VENDOR_NUMBER_ADDED,
                        VENDOR_NUMBER_REFUSED ->
                        true;
                    default -> false;
                  })
          .map(HistoryEntry::detail)
          .reduce((_, latest) -> latest)
          .orElse("");
    }

    /** Some of the history, oldest first. */
    public Page<HistoryEntry> page(Optional<Cursor> from, int limit) {
      List<HistoryEntry> rest =
          history.stream()
              .filter(
                  entry ->
                      from.filter(last -> place(entry).compareTo(last.sortKey()) <= 0).isEmpty())
              .toList();
      List<HistoryEntry> page = rest.stream().limit(limit).toList();
      return new Page<>(
          page,
          page.size() < rest.size()
              ? Optional.of(new Cursor(place(page.getLast())))
              : Optional.empty());
    }

    private static String place(HistoryEntry entry) {
      return Keys.HISTORY + Keys.instant(entry.at()) + "#" + entry.id();
    }
  }

  /** What adding a comment led to. */
  public sealed interface Commented {
    /** The comment stands, or the first one of the same id. */
    record Stands(HistoryEntry entry) implements Commented {}

    /** There is no such account, or no more: nothing may be written that nobody would erase. */
    record NoSuchAccount() implements Commented {}

    /** There is no such ticket. */
    record NoSuchTicket() implements Commented {}

    /** The ticket has as many comments as it takes. */
    record TicketFull() implements Commented {}
  }

  /** One query of the ticket's partition, strongly consistent. */
  public Optional<TicketWithHistory> find(TicketNumber number) {
    Optional<Ticket> ticket = Optional.empty();
    List<HistoryEntry> history = new ArrayList<>();
    for (Map<String, AttributeValue> item : table.partition(Keys.ticket(number).pk())) {
      Keys.Key key = ItemReader.keyOf(item);
      if (key.sk().startsWith(Keys.HISTORY)) {
        history.add(TicketItems.readEntry(item));
      } else if (key.equals(Keys.ticket(number))) {
        ticket = Optional.of(TicketItems.readTicket(item));
      }
    }
    history.sort(Comparator.comparing(HistoryEntry::at).thenComparing(HistoryEntry::id));
    return ticket.map(found -> new TicketWithHistory(found, List.copyOf(history)));
  }

  /** The ticket alone; one strongly consistent read. */
  public Optional<Ticket> findTicket(TicketNumber number) {
    return table.get(Keys.ticket(number)).map(TicketItems::readTicket);
  }

  /** An account's tickets, newest first; one query of the index a page. */
  public Page<Ticket> list(AccountId account, Optional<Cursor> from, int limit) {
    return table
        .indexPage(
            Keys.accountPartition(account),
            Keys.TICKETS,
            from.map(cursor -> indexKey(account, cursor)),
            limit)
        .map(TicketItems::readTicket);
  }

  /** An account's notices, newest first; one query a page. */
  public Page<Notice> notices(AccountId account, Optional<Cursor> from, int limit) {
    return table
        .page(Keys.accountPartition(account), Keys.NOTICES, Table.Order.DESCENDING, from, limit)
        .map(TicketItems::readNotice);
  }

  /** A comment that there is already; one strongly consistent read. */
  public Optional<HistoryEntry> findEntry(TicketNumber number, String entryId) {
    return table.get(Keys.history(number, entryId)).map(TicketItems::readEntry);
  }

  /**
   * Adds a comment to a ticket's history; one with the same id is there once, as it was first.
   *
   * @param account whose user comments
   * @param most as many comments as a ticket takes
   */
  public Commented comment(AccountId account, TicketNumber number, HistoryEntry comment, int most) {
    return Table.startingOver(() -> tryComment(account, number, comment, most));
  }

  private Commented tryComment(
      AccountId account, TicketNumber number, HistoryEntry comment, int most) {
    TransactWriteItem counted =
        TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName(table.name())
                    .key(Table.attributes(Keys.comments(number)))
                    .updateExpression("ADD comments :one")
                    .conditionExpression("attribute_not_exists(comments) OR comments < :most")
                    .expressionAttributeValues(
                        Map.of(
                            ":one", AttributeValue.fromN("1"),
                            ":most", AttributeValue.fromN(Integer.toString(most))))
                    .build())
            .build();
    try {
      table.transact(
          List.of(
              table.exists(Keys.account(account)),
              table.exists(Keys.ticket(number)),
              counted,
              table.putNew(TicketItems.write(number, comment))));
      return new Commented.Stands(comment);
    } catch (ConflictException e) {
      Optional<HistoryEntry> first = findEntry(number, comment.id());
      if (first.isPresent()) {
        return new Commented.Stands(first.get());
      }
      if (isNoAccount(account)) {
        return new Commented.NoSuchAccount();
      }
      if (findTicket(number).isEmpty()) {
        return new Commented.NoSuchTicket();
      }
      if (comments(number) >= most) {
        return new Commented.TicketFull();
      }
      // The account or the ticket changed at the same moment.
      throw e;
    }
  }

  private boolean isNoAccount(AccountId account) {
    return table.get(Keys.account(account)).isEmpty();
  }

  private int comments(TicketNumber number) {
    return table
        .get(Keys.comments(number))
        .map(item -> new ItemReader(item).integer("comments"))
        .orElse(0);
  }

  /**
   * Adds an entry to a ticket's history, with the notice that tells the supplier where the event is
   * news; one with the same id is there once, as it was first.
   *
   * @return the entry that stands
   */
  public HistoryEntry add(Ticket ticket, HistoryEntry entry) {
    return TicketItems.record(table, ticket, entry, List::of);
  }

  /** Has one of the support staff, or nobody, see to a ticket; once for an entry's id. */
  public void assign(Ticket ticket, Optional<UserId> assignee, HistoryEntry entry) {
    Update.Builder update =
        Update.builder()
            .tableName(table.name())
            .key(Table.attributes(Keys.ticket(ticket.number())))
            .conditionExpression("attribute_exists(PK)");
    assignee.ifPresentOrElse(
        user ->
            update
                .updateExpression("SET assignee = :user")
                .expressionAttributeValues(Map.of(":user", AttributeValue.fromS(user.value()))),
        () -> update.updateExpression("REMOVE assignee"));
    TransactWriteItem write = TransactWriteItem.builder().update(update.build()).build();
    TicketItems.record(table, ticket, entry, () -> List.of(write));
  }

  /**
   * Closes an open ticket about a customer that could not be found; once for an entry's id.
   *
   * @throws ConflictException when it is closed
   */
  public void closeMissing(Ticket ticket, TicketStatus.Outcome outcome, HistoryEntry entry) {
    TransactWriteItem write =
        TicketItems.updateOpen(
            table, ticket.number(), new TicketStatus.Closed(outcome, entry.at()));
    TicketItems.record(table, ticket, entry, () -> List.of(write));
  }

  /**
   * Opens a ticket for a customer that cannot be found, and counts the demand for it (P11). An
   * account that reports the same name and country again gets its first ticket.
   *
   * @param nameKey the name normalised for comparison
   * @param reporter who reports it
   * @return the ticket's number, of this call or the first; empty when there is no such account, or
   *     no more
   */
  public Optional<TicketNumber> reportMissing(
      AccountId account,
      Ticket.Subject.MissingCustomer missing,
      String nameKey,
      TicketNumber newNumber,
      Actor reporter,
      Instant now) {
    return Table.startingOver(() -> tryReport(account, missing, nameKey, newNumber, reporter, now));
  }

  private Optional<TicketNumber> tryReport(
      AccountId account,
      Ticket.Subject.MissingCustomer missing,
      String nameKey,
      TicketNumber newNumber,
      Actor reporter,
      Instant now) {
    Keys.Key claim = Keys.missingCustomer(account, missing.country(), nameKey);
    Optional<TicketNumber> first = missingTicket(claim);
    if (first.isPresent()) {
      return first;
    }
    TicketStatus open =
        new TicketStatus.Open(new NextStep(Actor.Role.OPERATOR, now, new NextStep.Then.Nothing()));
    HistoryEntry entry =
        new HistoryEntry(
            "reported", TicketEvent.MISSING_CUSTOMER_REPORTED, now, reporter, missing.contact());
    Notice notice =
        new Notice(
            newNumber.value(),
            TicketEvent.MISSING_CUSTOMER_REPORTED,
            now,
            Optional.of(newNumber),
            missing.customer(),
            missing.customerName());
    try {
      table.transact(
          List.of(
              table.exists(Keys.account(account)),
              table.putNew(ItemBuilder.item(claim).set("ticket", newNumber.value()).build()),
              table.putNew(TicketItems.write(new Ticket(newNumber, account, missing, now, open))),
              table.put(TicketItems.write(newNumber, entry)),
              table.put(TicketItems.write(account, notice)),
              count(Keys.demand(missing.country(), nameKey), missing.customerName())));
      return Optional.of(newNumber);
    } catch (ConflictException e) {
      if (isNoAccount(account)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The ticket of an account that has reported a customer before; one strongly consistent read. */
  public Optional<TicketNumber> findMissing(
      AccountId account, CountryCode country, String nameKey) {
    return missingTicket(Keys.missingCustomer(account, country, nameKey));
  }

  /** How many accounts miss a customer. */
  public long demand(CountryCode country, String nameKey) {
    return table
        .get(Keys.demand(country, nameKey))
        .map(item -> new ItemReader(item).number("accounts"))
        .orElse(0L);
  }

  private Optional<TicketNumber> missingTicket(Keys.Key claim) {
    return table.get(claim).map(item -> new TicketNumber(new ItemReader(item).string("ticket")));
  }

  private TransactWriteItem count(Keys.Key key, String name) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table.name())
                .key(Table.attributes(key))
                .updateExpression("ADD accounts :one SET latestName = :name")
                .expressionAttributeValues(
                    Map.of(":one", AttributeValue.fromN("1"), ":name", AttributeValue.fromS(name)))
                .build())
        .build();
  }

  /** A ticket's place in the index, from the cursor that holds its index sort key. */
  private static Map<String, AttributeValue> indexKey(AccountId account, Cursor cursor) {
    Keys.Key ticket = Keys.ticket(Keys.ticketNumber(cursor.sortKey()));
    return ItemBuilder.item(ticket)
        .index(new Keys.Key(Keys.accountPartition(account), cursor.sortKey()))
        .build();
  }
}
