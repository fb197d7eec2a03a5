package io.customerconnect.table;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.feed.LoadedInvoice;
import io.customerconnect.domain.feed.LoadedInvoice.Merge;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.feed.RowOutcome;
import io.customerconnect.domain.feed.RowStatement;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Invoices in buyers' books. Each is an item in a partition of its legal entity and number, so that
 * a number is found by one query whichever vendor's it is, and no buyer is a hot partition; in the
 * index it stands under its vendor.
 */
public final class Invoices {
  /** The most invoices that rows are loaded of at once. */
  public static final int MAX_INVOICES = 100;

  /** More invoices than this with one number prove nothing. */
  private static final int MAX_SAME_NUMBER = 200;

  private static final int MAX_TRIES = 8;

  private final Table table;

  public Invoices(Table table) {
    this.table = table;
  }

  /** A row of a file: a line of an invoice. */
  public record Row(HistoricInvoice invoice, Revision revision) {
    RowStatement statement() {
      return new RowStatement(invoice.asOf(), revision.file());
    }
  }

  /**
   * What loading rows led to.
   *
   * @param outcomes what became of each row, in their order
   * @param invoices that the rows are lines of, as they are now
   */
  public record Loaded(List<RowOutcome> outcomes, List<LoadedInvoice> invoices) {}

  /**
   * The invoices of a legal entity with a number, of all vendors, zeros in front ignored; one
   * strongly consistent query.
   */
  public List<HistoricInvoice> withNumber(LegalEntityId legalEntity, InvoiceNumber number) {
    return table
        .streamPartition(Keys.invoicesOfNumber(legalEntity, number.keyWithoutLeadingZeros()))
        .limit(MAX_SAME_NUMBER)
        .map(item -> InvoiceItem.read(item).invoice())
        .toList();
  }

  /** The newest invoices of a vendor, the latest first; one query of the index. */
  public List<HistoricInvoice> newest(LegalEntityId legalEntity, VendorNumber vendor, int limit) {
    return table
        .range(ofVendor(legalEntity, vendor, Optional.empty()), Table.Order.DESCENDING, limit)
        .stream()
        .map(item -> InvoiceItem.read(item).invoice())
        .toList();
  }

  /** An invoice and its key among those of its vendor. */
  public record OfVendor(LoadedInvoice invoice, String key) {}

  /**
   * A page of a vendor's invoices by their dates, the oldest first; one query of the index.
   *
   * @param after the key of the last invoice of the page before
   */
  public List<OfVendor> ofVendor(
      LegalEntityId legalEntity, VendorNumber vendor, Optional<String> after, int limit) {
    return table.range(ofVendor(legalEntity, vendor, after), Table.Order.ASCENDING, limit).stream()
        .map(
            item ->
                new OfVendor(InvoiceItem.read(item), new ItemReader(item).string(Keys.INDEX_SK)))
        .toList();
  }

  private static Table.Range ofVendor(
      LegalEntityId legalEntity, VendorNumber vendor, Optional<String> after) {
    return new Table.Range(
        Table.Place.INDEX,
        Keys.invoicesOfVendor(legalEntity, vendor),
        after.map(key -> key + " ").orElse("0"),
        "~",
        Optional.empty());
  }

  /**
   * Loads rows. Loading them again, or after a crash in between, ends in the same invoices and the
   * same outcomes, and writes nothing where nothing is new.
   *
   * @param rows of at most {@value #MAX_INVOICES} invoices
   * @throws ConflictException when others keep changing the same invoices
   */
  public Loaded load(List<Row> rows) {
    Map<Keys.Key, LoadedInvoice> open = joined(rows);
    Map<Keys.Key, LoadedInvoice> known = new LinkedHashMap<>();
    for (int tries = 1; !open.isEmpty(); tries++) {
      if (tries > MAX_TRIES) {
        throw new ConflictException(Set.of());
      }
      open = tryAll(open, known);
    }
    return new Loaded(
        rows.stream()
            .map(
                row ->
                    outcome(row, Optional.ofNullable(known.get(Keys.invoice(row.invoice().id())))))
            .toList(),
        List.copyOf(known.values()));
  }

  /** The invoices that these rows make by themselves. */
  private static Map<Keys.Key, LoadedInvoice> joined(List<Row> rows) {
    Map<Keys.Key, LoadedInvoice> invoices = new LinkedHashMap<>();
    for (Row row : rows) {
      LoadedInvoice next = LoadedInvoice.of(row.invoice(), row.revision());
      invoices.merge(Keys.invoice(row.invoice().id()), next, (before, _) -> merged(before, next));
    }
    return invoices;
  }

  private static LoadedInvoice merged(LoadedInvoice before, LoadedInvoice next) {
    try {
      return before.merge(next) instanceof Merge.Changed(LoadedInvoice changed) ? changed : before;
    } catch (InvalidValueException _) {
      // Too many lines: the row that is too much is told by its outcome.
      return before;
    }
  }

  /** What a message led to. */
  public enum Replied {
    CHANGED,
    /** It was known already. */
    SAME,
    /** A newer message is known. */
    OLDER,
    /** There is no such invoice. */
    UNKNOWN,
    /** There are several. */
    SEVERAL
  }

  /**
   * Notes what a message says of an invoice; one strongly consistent query and one conditional
   * write. Noting it again changes nothing.
   *
   * @param isMeant whether an invoice with the number is the one that the message is about
   * @throws ConflictException when others keep changing the same invoice
   */
  public Replied reply(
      LegalEntityId legalEntity,
      InvoiceNumber number,
      Predicate<HistoricInvoice> isMeant,
      LoadedInvoice.Reply reply) {
    return Table.startingOver(
        () -> {
          List<Map<String, AttributeValue>> items =
              table
                  .streamPartition(
                      Keys.invoicesOfNumber(legalEntity, number.keyWithoutLeadingZeros()))
                  .limit(MAX_SAME_NUMBER)
                  .toList();
          List<Map<String, AttributeValue>> meant =
              items.stream()
                  .filter(
                      item -> {
                        HistoricInvoice invoice = InvoiceItem.read(item).invoice();
                        return invoice.number().key().equals(number.key()) && isMeant.test(invoice);
                      })
                  .toList();
          if (meant.size() != 1) {
            return meant.isEmpty() ? Replied.UNKNOWN : Replied.SEVERAL;
          }
          return switch (InvoiceItem.read(meant.getFirst()).merge(reply)) {
            case Merge.Changed(LoadedInvoice changed) -> {
              long version = InvoiceItem.version(Optional.of(meant.getFirst())).orElse(0L);
              table.transact(List.of(table.putNext(InvoiceItem.write(changed, version + 1))));
              yield Replied.CHANGED;
            }
            case Merge.Same _ -> Replied.SAME;
            case Merge.Older _ -> Replied.OLDER;
          };
        });
  }

  /** Writes what it can, notes what is known then, and returns what has to start over. */
  private Map<Keys.Key, LoadedInvoice> tryAll(
      Map<Keys.Key, LoadedInvoice> open, Map<Keys.Key, LoadedInvoice> known) {
    Map<Keys.Key, Map<String, AttributeValue>> found = table.batchGet(open.keySet());
    List<TransactWriteItem> writes = new ArrayList<>();
    Map<Keys.Key, LoadedInvoice> changed = new LinkedHashMap<>();
    open.forEach(
        (key, next) -> {
          Optional<Map<String, AttributeValue>> item = Optional.ofNullable(found.get(key));
          Optional<LoadedInvoice> before = item.map(InvoiceItem::read);
          LoadedInvoice after = before.map(invoice -> merged(invoice, next)).orElse(next);
          if (before.filter(after::equals).isPresent()) {
            known.put(key, after);
          } else {
            changed.put(key, after);
            writes.add(
                table.putNext(InvoiceItem.write(after, InvoiceItem.version(item).orElse(0L) + 1)));
          }
        });
    if (table.transactTelling(writes).isEmpty()) {
      known.putAll(changed);
      return Map.of();
    }
    Map<Keys.Key, LoadedInvoice> again = new LinkedHashMap<>(open);
    again.keySet().retainAll(changed.keySet());
    return again;
  }

  private static RowOutcome outcome(Row row, Optional<LoadedInvoice> invoice) {
    if (invoice.isEmpty() || row.statement().compareTo(invoice.get().statement()) < 0) {
      return new RowOutcome.Superseded();
    }
    if (!invoice.get().lines().containsKey(row.revision().line())) {
      return new RowOutcome.Refused(Reject.tooManyLines(row.revision().line()));
    }
    return switch (invoice.get().effect()) {
      case CHANGED -> new RowOutcome.Loaded(List.of());
      case CONFIRMED -> new RowOutcome.Unchanged(List.of());
    };
  }
}
