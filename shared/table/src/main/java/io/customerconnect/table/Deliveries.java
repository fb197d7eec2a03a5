package io.customerconnect.table;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.PastPayment;
import io.customerconnect.domain.status.PaymentHistory;
import io.customerconnect.domain.status.StatusMapping;
import java.time.Instant;
import java.time.LocalDate;
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

/**
 * What buyers have delivered: the newest file of each that is loaded in full, which of them have
 * delivered what their suppliers do not see yet, and how each has paid lately.
 */
public final class Deliveries {
  private final Table table;

  public Deliveries(Table table) {
    this.table = table;
  }

  /**
   * The newest file of a buyer that is loaded in full.
   *
   * @param asOf the newest moment that a row of it is about
   */
  public record Delivered(FileVersion file, Instant asOf) {}

  /** A buyer that has delivered. */
  public record Changed(LegalEntityId legalEntity, FileVersion file) {}

  /**
   * Notes that a file is loaded in full; two writes at once, of which an older file changes
   * nothing.
   */
  public void note(LegalEntityId legalEntity, Delivered delivered) {
    String version = delivered.file().text();
    List<TransactWriteItem> writes =
        Stream.of(Keys.delivered(legalEntity), Keys.changedBuyer(legalEntity))
            .map(
                key ->
                    ItemBuilder.item(key)
                        .set("legalEntity", legalEntity.value())
                        .set("file", version)
                        .set("asOf", delivered.asOf())
                        .build())
            .map(
                item ->
                    TransactWriteItem.builder()
                        .put(
                            Put.builder()
                                .tableName(table.name())
                                .item(item)
                                .conditionExpression("attribute_not_exists(PK) OR #file < :file")
                                .expressionAttributeNames(Map.of("#file", "file"))
                                .expressionAttributeValues(
                                    Map.of(":file", AttributeValue.fromS(version)))
                                .build())
                        .build())
            .toList();
    Table.startingOver(
        () -> {
          if (newest(legalEntity)
              .filter(known -> known.file().compareTo(delivered.file()) >= 0)
              .isEmpty()) {
            table.transact(writes);
          }
          return legalEntity;
        });
  }

  /** The newest file of a buyer; one read. */
  public Optional<Delivered> newest(LegalEntityId legalEntity) {
    return table
        .get(Keys.delivered(legalEntity))
        .map(ItemReader::new)
        .map(
            reader ->
                new Delivered(FileVersion.parse(reader.string("file")), reader.instant("asOf")));
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
                    FileVersion.parse(reader.string("file"))));
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
                  .conditionExpression("#file = :file")
                  .expressionAttributeNames(Map.of("#file", "file"))
                  .expressionAttributeValues(
                      Map.of(":file", AttributeValue.fromS(changed.file().text())))
                  .build());
    } catch (ConditionalCheckFailedException _) {
      // A newer file has come, or another run was quicker.
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
