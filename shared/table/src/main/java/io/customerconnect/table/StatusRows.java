package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.Binding;
import io.customerconnect.domain.status.Outlook.Standing;
import io.customerconnect.domain.status.RetentionRules;
import io.customerconnect.domain.status.StatusRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What suppliers see of their invoices: each a row in a partition of the account, buyer by buyer,
 * in the index by the day of payment.
 */
public final class StatusRows {
  /** A transaction takes 100 writes, and three go with the load's own state. */
  public static final int MAX_WRITES = 97;

  private final Table table;
  private final RetentionRules retention;

  public StatusRows(Table table, RetentionRules retention) {
    this.table = table;
    this.retention = retention;
  }

  /** Writes that make rows what they should be. */
  public record Writes(List<TransactWriteItem> items) {
    public static final Writes NONE = new Writes(List.of());

    public Writes {
      items = List.copyOf(items);
    }

    /** In portions that one transaction takes. */
    public List<Writes> portions() {
      List<Writes> portions = new ArrayList<>();
      for (int from = 0; from < items.size(); from += MAX_WRITES) {
        portions.add(new Writes(items.subList(from, Math.min(from + MAX_WRITES, items.size()))));
      }
      return portions;
    }
  }

  /**
   * What a binding's rows lack.
   *
   * @param extent whether all was looked at, or so much is to be removed that it has to go first
   */
  public record Difference(Writes writes, Extent extent) {}

  /** Whether more than was looked at may be wrong. */
  public enum Extent {
    ALL,
    MORE_TO_REMOVE
  }

  /**
   * A stretch of a vendor's invoices in the order of their keys.
   *
   * @param after the key that it begins behind; empty for the first one
   * @param to the key that it ends with; empty for the last one
   */
  public record Stretch(Optional<String> after, Optional<String> to) {}

  /** The most rows that are removed before the rest is looked at. */
  private static final int MAX_REMOVED = 4 * MAX_WRITES;

  /**
   * What has to be written so that a stretch of a binding's rows is as wanted: nothing for those
   * that are; one strongly consistent query for every megabyte of the buyer's rows in it.
   *
   * @param generation of the binding
   */
  public Difference difference(
      Binding binding, long generation, Stretch stretch, List<StatusRow> rows) {
    Map<Keys.Key, Map<String, AttributeValue>> wanted = new LinkedHashMap<>();
    for (StatusRow row : rows) {
      Map<String, AttributeValue> item =
          StatusRowItem.write(binding.account(), row, generation, retention.expiry(row));
      wanted.put(ItemReader.keyOf(item), item);
    }
    List<TransactWriteItem> writes = new ArrayList<>();
    Extent extent = Extent.ALL;
    Iterator<Map<String, AttributeValue>> stored =
        table.streamRange(range(binding, stretch)).iterator();
    while (stored.hasNext() && extent == Extent.ALL) {
      Map<String, AttributeValue> item = stored.next();
      if (isOf(binding.vendorNumber(), item)) {
        Keys.Key key = ItemReader.keyOf(item);
        if (item.equals(wanted.get(key))) {
          wanted.remove(key);
        } else if (!wanted.containsKey(key)) {
          writes.add(table.delete(key));
          extent = writes.size() == MAX_REMOVED ? Extent.MORE_TO_REMOVE : Extent.ALL;
        }
      }
    }
    if (extent == Extent.ALL) {
      wanted.values().forEach(item -> writes.add(table.put(item)));
    }
    return new Difference(new Writes(writes), extent);
  }

  /**
   * Removes the first rows of a binding that has ended; some hundred of them.
   *
   * @throws ConflictException when there is such a binding again
   */
  public Extent remove(AccountId account, LegalEntityId legalEntity, VendorNumber vendor) {
    Iterator<Map<String, AttributeValue>> stored =
        table
            .streamRange(
                Table.Range.of(
                    Table.Place.TABLE, Keys.statusPartition(account), Keys.statusOf(legalEntity)))
            .iterator();
    List<TransactWriteItem> deletes = new ArrayList<>();
    while (stored.hasNext() && deletes.size() < MAX_REMOVED) {
      Map<String, AttributeValue> item = stored.next();
      if (isOf(vendor, item)) {
        deletes.add(table.delete(ItemReader.keyOf(item)));
      }
    }
    Extent extent = stored.hasNext() ? Extent.MORE_TO_REMOVE : Extent.ALL;
    for (Writes portion : new Writes(deletes).portions()) {
      List<TransactWriteItem> writes = new ArrayList<>(portion.items());
      writes.add(
          TransactWriteItem.builder()
              .conditionCheck(
                  ConditionCheck.builder()
                      .tableName(table.name())
                      .key(Table.attributes(Keys.load(account, legalEntity, vendor)))
                      .conditionExpression("attribute_not_exists(PK)")
                      .build())
              .build());
      table.transact(writes);
    }
    return extent;
  }

  private static boolean isOf(VendorNumber vendor, Map<String, AttributeValue> item) {
    return new ItemReader(item).string("vendor").equals(vendor.value());
  }

  private static Table.Range range(Binding binding, Stretch stretch) {
    String all = Keys.statusOf(binding.legalEntity());
    return new Table.Range(
        Table.Place.TABLE,
        Keys.statusPartition(binding.account()),
        stretch.after().map(key -> behind(all + key)).orElse(all),
        stretch.to().map(key -> behind(all + key)).orElseGet(() -> Table.Range.end(all)),
        Optional.empty());
  }

  /** Behind the rows of all vendors that have an invoice with this key. */
  private static String behind(String key) {
    return Table.Range.end(key + "#");
  }

  /** What rows to list. */
  public sealed interface Listed {
    /** Of all buyers, by payment. */
    record ByPayment(Optional<Standing> standing) implements Listed {}

    /** Of one buyer, by issue. */
    record ByIssue(LegalEntityId legalEntity) implements Listed {}
  }

  /** The first or the last in front. */
  public enum Direction {
    FORWARDS,
    BACKWARDS
  }

  /**
   * A row and where it stands, so that a list can go on behind it.
   *
   * @param generation of the binding that it was loaded for
   */
  public record Found(StatusRow row, long generation, Place place) {}

  /** Where a row stands in table and index. */
  public record Place(String sortKey, String indexSortKey) {}

  /** The most rows that are read for one page. */
  public static final int MAX_READ = 1_000;

  /** Rows, and where the next ones begin. */
  public record Rows(List<Found> found, Optional<Place> next) {}

  /**
   * Rows of an account, without those that have expired; one query. Whether the account may still
   * see them, its {@link Loads} tell.
   *
   * @param after the row that the page before ended with
   * @param limit at most {@value #MAX_READ}
   */
  public Rows list(
      AccountId account,
      Listed listed,
      Direction direction,
      Optional<Place> after,
      int limit,
      Instant now) {
    Table.Range range =
        switch (listed) {
          case Listed.ByPayment(Optional<Standing> standing) ->
              standing
                  .map(
                      only ->
                          Table.Range.of(
                              Table.Place.INDEX, Keys.statusPartition(account), prefix(only)))
                  .orElseGet(
                      () ->
                          new Table.Range(
                              Table.Place.INDEX,
                              Keys.statusPartition(account),
                              Keys.OPEN,
                              Table.Range.end(Keys.SETTLED),
                              Optional.empty()));
          case Listed.ByIssue(LegalEntityId legalEntity) ->
              Table.Range.of(
                  Table.Place.TABLE, Keys.statusPartition(account), Keys.statusOf(legalEntity));
        };
    List<Map<String, AttributeValue>> items =
        table.range(
            after.map(place -> range.after(keys(account, listed, place))).orElse(range),
            direction == Direction.FORWARDS ? Table.Order.ASCENDING : Table.Order.DESCENDING,
            limit);
    List<Found> found =
        items.stream()
            .filter(item -> new ItemReader(item).number(Keys.EXPIRES_AT) > now.getEpochSecond())
            .map(StatusRows::found)
            .toList();
    return new Rows(
        found,
        items.size() < limit || items.isEmpty()
            ? Optional.empty()
            : Optional.of(place(items.getLast())));
  }

  private static String prefix(Standing standing) {
    return switch (standing) {
      case OPEN -> Keys.OPEN;
      case SETTLED -> Keys.SETTLED;
    };
  }

  private static Map<String, AttributeValue> keys(AccountId account, Listed listed, Place place) {
    Map<String, AttributeValue> keys = new HashMap<>();
    keys.put(Keys.PK, AttributeValue.fromS(Keys.statusPartition(account)));
    keys.put(Keys.SK, AttributeValue.fromS(place.sortKey()));
    if (listed instanceof Listed.ByPayment) {
      keys.put(Keys.INDEX_PK, AttributeValue.fromS(Keys.statusPartition(account)));
      keys.put(Keys.INDEX_SK, AttributeValue.fromS(place.indexSortKey()));
    }
    return keys;
  }

  private static Found found(Map<String, AttributeValue> item) {
    return new Found(
        StatusRowItem.read(item), new ItemReader(item).number(LoadItem.GENERATION), place(item));
  }

  private static Place place(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Place(reader.string(Keys.SK), reader.string(Keys.INDEX_SK));
  }
}
