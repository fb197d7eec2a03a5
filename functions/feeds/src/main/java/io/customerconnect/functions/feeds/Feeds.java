package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.DirectoryColumn;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Table;
import java.util.List;
import java.util.Optional;

/** Every kind of file that is taken. */
record Feeds(List<Feed<?>> all) {

  static Feeds of(Table table) {
    DirectoryStore directory = new DirectoryStore(table);
    return new Feeds(
        List.of(
            new Feed<>(
                "directory/",
                DirectoryColumn.LAYOUT,
                (file, tally) -> new DirectoryRows(directory, file.version(), tally))));
  }

  /** The kind of a file, by its key. */
  Optional<Feed<?>> of(String key) {
    return all.stream().filter(feed -> feed.takes(key)).findFirst();
  }
}
