package io.customerconnect.table;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.connection.AnswerTimes;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What challenges need to know of a legal entity's books, made from its invoices beforehand:
 * reading them all while a supplier waits would take long, and tell by its time whose number it
 * was.
 */
public final class Books {
  /** The most vendors that are noted at once. */
  public static final int MAX_VENDORS = 25;

  /** With a number of working days behind it: how many answers came after so many. */
  private static final String ANSWERED = "answered";

  private final Table table;

  public Books(Table table) {
    this.table = table;
  }

  /**
   * What books are good for.
   *
   * @param vendors how many there are
   * @param challengeable how many of them can be challenged, if the dates are those of the
   *     documents
   * @param invoices how many all vendors have within the time that challenges look back on
   * @param ofChallengeable how many of these those have who can be challenged, if the dates are
   *     those of the documents
   */
  public record Standing(
      LedgerDates dates, long vendors, long challengeable, long invoices, long ofChallengeable) {
    /** That of a legal entity that has delivered nothing. */
    static final Standing NONE = new Standing(LedgerDates.DOCUMENT, 0, 0, 0, 0);

    public LedgerFitness fitness() {
      return LedgerFitness.of(dates, challengeable);
    }
  }

  /** What the item of a legal entity's books says that they are good for. */
  static LedgerFitness fitness(Optional<Map<String, AttributeValue>> item) {
    return read(item).fitness();
  }

  /** How long the answers of the legal entity took, by the same item. */
  static AnswerTimes answers(Optional<Map<String, AttributeValue>> item) {
    return item.map(ItemReader::new)
        .map(
            reader ->
                new AnswerTimes(
                    IntStream.rangeClosed(0, AnswerTimes.MOST_DAYS)
                        .mapToObj(days -> reader.count(ANSWERED + days))
                        .toList()))
        .orElse(AnswerTimes.NONE);
  }

  /**
   * How long the answers of legal entities took; one batch read.
   *
   * @param legalEntities at most 100; none is no request
   */
  public Map<LegalEntityId, AnswerTimes> answers(Collection<LegalEntityId> legalEntities) {
    if (legalEntities.isEmpty()) {
      return Map.of();
    }
    Map<Keys.Key, Map<String, AttributeValue>> items =
        table.batchGet(legalEntities.stream().map(Keys::books).toList());
    return legalEntities.stream()
        .distinct()
        .collect(
            Collectors.toUnmodifiableMap(
                id -> id, id -> answers(Optional.ofNullable(items.get(Keys.books(id))))));
  }

  /**
   * Within how many working days the customers usually answer that tickets wait for, where that is
   * known; one batch read.
   *
   * @param tickets at most 100; where none waits for its customer is no request
   */
  public Map<TicketNumber, Integer> usual(Collection<Ticket> tickets) {
    Map<LegalEntityId, AnswerTimes> times =
        answers(tickets.stream().flatMap(ticket -> ticket.awaited().stream()).toList());
    Map<TicketNumber, Integer> usual = new HashMap<>();
    for (Ticket ticket : tickets) {
      ticket
          .awaited()
          .flatMap(id -> Optional.ofNullable(times.get(id)))
          .flatMap(AnswerTimes::usual)
          .ifPresent(days -> usual.put(ticket.number(), days));
    }
    return Map.copyOf(usual);
  }

  /** Counts answers of a legal entity that each took so long. */
  public void answered(LegalEntityId legalEntity, int times, int workingDays) {
    table.transact(List.of(answers(table, legalEntity, times, workingDays)));
  }

  /** Counts answers of a legal entity, to be written together with them. */
  static TransactWriteItem answers(
      Table table, LegalEntityId legalEntity, int times, int workingDays) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table.name())
                .key(Table.attributes(Keys.books(legalEntity)))
                .updateExpression("ADD #answered :times")
                .expressionAttributeNames(Map.of("#answered", ANSWERED + workingDays))
                .expressionAttributeValues(
                    Map.of(":times", AttributeValue.fromN(Integer.toString(times))))
                .build())
        .build();
  }

  /** What all invoices of a legal entity have in common; one read. */
  public LedgerProfile profile(LegalEntityId legalEntity) {
    return LedgerGains.read(table.get(Keys.ledger(legalEntity)));
  }

  /** What a legal entity's books are good for; one read. */
  public Standing standing(LegalEntityId legalEntity) {
    return read(table.get(Keys.books(legalEntity)));
  }

  private static Standing read(Optional<Map<String, AttributeValue>> item) {
    return item.map(ItemReader::new)
        .map(
            reader ->
                new Standing(
                    reader.find("dates").map(LedgerDates::valueOf).orElse(LedgerDates.DOCUMENT),
                    reader.count("vendors"),
                    reader.count("challengeable"),
                    reader.count("invoices"),
                    reader.count("ofChallengeable")))
        .orElse(Standing.NONE);
  }

  /** Notes what the dates of a legal entity's books are; one write. */
  public void put(LegalEntityId legalEntity, LedgerDates dates) {
    table
        .client()
        .updateItem(
            UpdateItemRequest.builder()
                .tableName(table.name())
                .key(Table.attributes(Keys.books(legalEntity)))
                .updateExpression("SET dates = :dates")
                .expressionAttributeValues(Map.of(":dates", AttributeValue.fromS(dates.name())))
                .build());
  }

  /**
   * Notes vendors of a legal entity's books, and what they can be asked for; one batch read and one
   * transaction. What was read from the books later is kept.
   *
   * @param askable by vendor, at most {@value #MAX_VENDORS}
   * @param readAt when the invoices were read that it was made of
   */
  public void put(
      LegalEntityId legalEntity,
      VendorScope scope,
      Map<VendorNumber, AskableInvoices> askable,
      ChallengeRules rules,
      Instant readAt) {
    Table.startingOver(
        () -> {
          table.transact(writes(legalEntity, scope, askable, rules, readAt));
          return askable.size();
        });
  }

  private List<TransactWriteItem> writes(
      LegalEntityId legalEntity,
      VendorScope scope,
      Map<VendorNumber, AskableInvoices> askable,
      ChallengeRules rules,
      Instant readAt) {
    List<Keys.Key> keys = new ArrayList<>(Decoys.keys(legalEntity));
    askable.keySet().forEach(vendor -> keys.add(Keys.askable(legalEntity, vendor)));
    Map<Keys.Key, Map<String, AttributeValue>> found = table.batchGet(keys);
    List<TransactWriteItem> writes = new ArrayList<>();
    if (!found.keySet().containsAll(Decoys.keys(legalEntity))) {
      Decoys.items(legalEntity).forEach(decoy -> writes.add(table.put(decoy)));
    }
    Counts more = Counts.NONE;
    for (Map.Entry<VendorNumber, AskableInvoices> entry : askable.entrySet()) {
      Keys.Key key = Keys.askable(legalEntity, entry.getKey());
      AskableItem next = AskableItem.of(entry.getValue(), entry.getValue().prospect(rules), readAt);
      Optional<AskableItem> before = Optional.ofNullable(found.get(key)).map(AskableItem::read);
      writes.add(
          table.put(
              ItemBuilder.item(Keys.vendorKnown(scope, entry.getKey(), legalEntity))
                  .set("legalEntity", legalEntity.value())
                  .build()));
      if (before.filter(known -> known.readAt().isAfter(readAt)).isEmpty()) {
        writes.add(table.putNext(next.after(before).write(key)));
        more = more.plus(Counts.of(next)).minus(before.map(Counts::of).orElse(Counts.NONE));
      }
    }
    if (!more.equals(Counts.NONE)) {
      writes.add(count(legalEntity, more));
    }
    return writes;
  }

  /** What vendors add to what is counted of their buyer's books. */
  private record Counts(long vendors, long challengeable, long invoices, long ofChallengeable) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(AskableItem vendor) {
      long invoices = vendor.askable().invoices();
      return switch (vendor.prospect()) {
        case CHALLENGE -> new Counts(1, 1, invoices, invoices);
        case NONE -> new Counts(1, 0, invoices, 0);
      };
    }

    Counts plus(Counts other) {
      return new Counts(
          vendors + other.vendors,
          challengeable + other.challengeable,
          invoices + other.invoices,
          ofChallengeable + other.ofChallengeable);
    }

    Counts minus(Counts other) {
      return plus(
          new Counts(
              -other.vendors, -other.challengeable, -other.invoices, -other.ofChallengeable));
    }
  }

  private TransactWriteItem count(LegalEntityId legalEntity, Counts more) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table.name())
                .key(Table.attributes(Keys.books(legalEntity)))
                .updateExpression(
                    "ADD vendors :vendors, challengeable :challengeable,"
                        + " invoices :invoices, ofChallengeable :ofChallengeable")
                .expressionAttributeValues(
                    Map.of(
                        ":vendors", number(more.vendors()),
                        ":challengeable", number(more.challengeable()),
                        ":invoices", number(more.invoices()),
                        ":ofChallengeable", number(more.ofChallengeable())))
                .build())
        .build();
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
