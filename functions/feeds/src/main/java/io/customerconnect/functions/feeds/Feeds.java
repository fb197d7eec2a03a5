package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.DirectoryColumn;
import io.customerconnect.domain.feed.InvoiceColumn;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Invoices;
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
        new InvoiceRows.Loading(directory, new Invoices(table), new Deliveries(table));
    return new Feeds(
        List.of(
            new CsvFeed<>(
                DIRECTORY,
                DirectoryColumn.LAYOUT,
                (file, _, tally) -> new DirectoryRows(directory, file.version(), tally)),
            new CsvFeed<>(INVOICES, InvoiceColumn.LAYOUT, invoices),
            new UblFeed(invoices, new Replying(new Invoices(table)))));
  }

  /** The kind of a file, by its key. */
  Optional<Feed> of(String key) {
    return all.stream().filter(feed -> feed.takes(key)).findFirst();
  }
}
