package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.DirectoryColumn;
import io.customerconnect.domain.feed.InvoiceColumn;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.StatusWords;
import io.customerconnect.table.Table;
import java.util.List;
import java.util.Optional;

/** Every kind of file that is taken. */
record Feeds(List<Feed> all) {
  static final String DIRECTORY = "directory/";
  static final String INVOICES = "invoices/";

  static Feeds of(Table table) {
    DirectoryStore directory = new DirectoryStore(table);
    InvoiceRows.Loading invoices =
        new InvoiceRows.Loading(
            directory, new Invoices(table), new Deliveries(table), new StatusWords(table));
    return new Feeds(
        List.of(
            new CsvFeed<>(
                DIRECTORY,
                DirectoryColumn.LAYOUT,
                (file, _, tally) -> new DirectoryRows(directory, file.version(), tally)),
            new CsvFeed<>(INVOICES, InvoiceColumn.LAYOUT, invoices),
            new UblFeed(invoices, new Replying(new Invoices(table)))));
  }

  /** Whose feed a file belongs to. */
  record Owned(LegalEntityId buyer, FeedKind kind) {}

  /** Whose feed a file belongs to, by its key; empty for a directory, which is nobody's own. */
  static Optional<Owned> owned(String key) {
    return key.startsWith(INVOICES)
        ? InvoiceRows.legalEntity(key)
            .map(
                buyer ->
                    new Owned(
                        buyer, UblFeed.isDocument(key) ? FeedKind.DOCUMENTS : FeedKind.LEDGER))
        : Optional.empty();
  }

  /** The kind of a file, by its key. */
  Optional<Feed> of(String key) {
    return all.stream().filter(feed -> feed.takes(key)).findFirst();
  }
}
