package io.customerconnect.table;

import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.PastPayment;
import io.customerconnect.domain.status.PaymentHistory;
import io.customerconnect.domain.status.StatusMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What buyers have said: when the books of each last changed, which of them have news that their
 * suppliers do not see yet, and how each has paid lately.
 */
public final class Deliveries {
  private static final String AT = "at";

  private final Table table;

  public Deliveries(Table table) {
    this.table = table;
  }

  /**
   * A buyer whose books have changed since its suppliers' loads were last looked through.
   *
   * @param since when they first did
   * @param at when they last did
   */
  public record Changed(LegalEntityId legalEntity, Instant since, Instant at) {}

  /**
   * Notes that what a buyer says is in its books in full: a file, or what its words mean. Whatever
   * was noted before is older, also where clocks differ; noting it again has the buyer's invoices
   * looked through once more. One read, and two writes at once.
   */
  public void note(LegalEntityId legalEntity, Instant now) {
    Table.startingOver(() -> tryToNote(legalEntity, now, List.of()));
  }

  /**
   * As {@link #note}, together with what has changed.
   *
   * @param with at most 98 writes
   * @return the moment that was noted
   * @throws ConflictException when somebody else was quicker
   */
  Instant tryToNote(LegalEntityId legalEntity, Instant now, List<TransactWriteItem> with) {
    Optional<Instant> known = newest(legalEntity);
    Instant next = known.map(at -> at.plusMillis(1)).filter(now::isBefore).orElse(now);
    List<TransactWriteItem> writes = new ArrayList<>(with);
    writes.add(delivered(legalEntity, known, next));
    writes.add(changed(legalEntity, next));
    table.transact(writes);
    return next;
  }

  private TransactWriteItem delivered(
      LegalEntityId legalEntity, Optional<Instant> known, Instant at) {
    Put.Builder put =
        Put.builder()
            .tableName(table.name())
            .item(ItemBuilder.item(Keys.delivered(legalEntity)).set(AT, at).build());
    return TransactWriteItem.builder()
        .put(
            known
                .map(
                    before ->
                        put.conditionExpression("#at = :known")
                            .expressionAttributeNames(Map.of("#at", AT))
                            .expressionAttributeValues(
                                Map.of(":known", AttributeValue.fromS(Keys.instant(before)))))
                .orElseGet(() -> put.conditionExpression("attribute_not_exists(PK)"))
                .build())
        .build();
  }

  private TransactWriteItem changed(LegalEntityId legalEntity, Instant at) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table.name())
                .key(Table.attributes(Keys.changedBuyer(legalEntity)))
                .updateExpression(
                    "SET legalEntity = :legalEntity, #at = :at, since = if_not_exists(since, :at)")
                .expressionAttributeNames(Map.of("#at", AT))
                .expressionAttributeValues(
                    Map.of(
                        ":legalEntity", AttributeValue.fromS(legalEntity.value()),
                        ":at", AttributeValue.fromS(Keys.instant(at))))
                .build())
        .build();
  }

  /** When a buyer's books last changed; one read. */
  public Optional<Instant> newest(LegalEntityId legalEntity) {
    return table.get(Keys.delivered(legalEntity)).map(item -> new ItemReader(item).instant(AT));
  }

  /** The buyers whose suppliers do not see yet what was delivered; a query for each shard. */
  public Stream<Changed> changed() {
    return IntStream.range(0, Keys.BOUND_SHARDS)
        .boxed()
        .flatMap(shard -> table.streamPartition(Keys.changedBuyers(shard)))
        .map(ItemReader::new)
        .map(
            reader ->
                new Changed(
                    new LegalEntityId(reader.string("legalEntity")),
                    reader.instant("since"),
                    reader.instant(AT)));
  }

  /** Notes that all are on their way who have to see what was delivered, unless more has come. */
  public void dealtWith(Changed changed) {
    try {
      table
          .client()
          .deleteItem(
              DeleteItemRequest.builder()
                  .tableName(table.name())
                  .key(Table.attributes(Keys.changedBuyer(changed.legalEntity())))
                  .conditionExpression("#at = :at")
                  .expressionAttributeNames(Map.of("#at", AT))
                  .expressionAttributeValues(
                      Map.of(":at", AttributeValue.fromS(Keys.instant(changed.at()))))
                  .build());
    } catch (ConditionalCheckFailedException _) {
      // More has changed, or another run was quicker.
    }
  }

  /** Notes that all are on their way, and that the buyer goes on delivering. */
  public void goesOn(Changed changed, Instant now) {
    try {
      table
          .client()
          .updateItem(
              UpdateItemRequest.builder()
                  .tableName(table.name())
                  .key(Table.attributes(Keys.changedBuyer(changed.legalEntity())))
                  .updateExpression("SET since = :now")
                  .conditionExpression("since = :since")
                  .expressionAttributeValues(
                      Map.of(
                          ":now", AttributeValue.fromS(Keys.instant(now)),
                          ":since", AttributeValue.fromS(Keys.instant(changed.since()))))
                  .build());
    } catch (ConditionalCheckFailedException _) {
      // Another run was quicker.
    }
  }

  /** An invoice that a buyer has paid; by its key a repeat is known. */
  public record PaidInvoice(String key, PastPayment payment) {
    /** An invoice of a file; none where it is not paid in full. */
    public static Optional<PaidInvoice> of(HistoricInvoice invoice) {
      return PastPayment.of(invoice, StatusMapping.DEFAULT)
          .map(payment -> new PaidInvoice(Keys.invoice(invoice.id()).sk(), payment));
    }

    private static final Comparator<PaidInvoice> LATEST_FIRST =
        Comparator.comparing((PaidInvoice paid) -> paid.payment().paid())
            .reversed()
            .thenComparing(PaidInvoice::key);
  }

  /** How a buyer has paid all its vendors lately; one read. */
  public PaymentHistory payments(LegalEntityId legalEntity) {
    return PaymentHistory.none(PaymentHistory.OF_BUYER)
        .and(
            paid(table.get(Keys.payments(legalEntity))).stream()
                .map(PaidInvoice::payment)
                .toList());
  }

  /**
   * Adds payments to those of a buyer, of which the latest are kept; in whatever order and however
   * often they come, the same are left in the end. One read, and one write where something is new.
   */
  public void addPayments(LegalEntityId legalEntity, Collection<PaidInvoice> more) {
    if (more.isEmpty()) {
      return;
    }
    Table.startingOver(
        () -> {
          Optional<Map<String, AttributeValue>> item = table.get(Keys.payments(legalEntity));
          List<PaidInvoice> before = paid(item);
          Map<String, PaidInvoice> all = new HashMap<>();
          Stream.concat(before.stream(), more.stream()).forEach(one -> all.put(one.key(), one));
          List<PaidInvoice> latest =
              all.values().stream()
                  .sorted(PaidInvoice.LATEST_FIRST)
                  .limit(PaymentHistory.OF_BUYER)
                  .toList();
          if (!latest.equals(before)) {
            long version = item.map(found -> new ItemReader(found).number(Keys.VERSION)).orElse(0L);
            table.transact(List.of(table.putNext(write(legalEntity, latest, version + 1))));
          }
          return legalEntity;
        });
  }

  private static Map<String, AttributeValue> write(
      LegalEntityId legalEntity, List<PaidInvoice> payments, long version) {
    return ItemBuilder.item(Keys.payments(legalEntity))
        .setMaps(
            "payments",
            payments.stream()
                .map(
                    paid ->
                        ItemBuilder.attributes()
                            .set("k", paid.key())
                            .set("i", paid.payment().issued().toString())
                            .set("d", paid.payment().due().map(LocalDate::toString))
                            .set("p", paid.payment().paid().toString())
                            .build())
                .toList())
        .set(Keys.VERSION, version)
        .build();
  }

  private static List<PaidInvoice> paid(Optional<Map<String, AttributeValue>> item) {
    return item.map(ItemReader::new).stream()
        .flatMap(reader -> reader.maps("payments").stream())
        .map(
            paid ->
                new PaidInvoice(
                    paid.string("k"),
                    new PastPayment(
                        LocalDate.parse(paid.string("i")),
                        paid.date("d"),
                        LocalDate.parse(paid.string("p")))))
        .toList();
  }
}
