package io.customerconnect.local;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.customerconnect.domain.feed.DirectoryColumn;
import io.customerconnect.domain.feed.DirectoryRow;
import io.customerconnect.domain.feed.FeedHeader;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.DirectoryStore.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The demo's file of customers; all of them are made up. */
final class DemoDirectory {
  private DemoDirectory() {}

  static void load(DirectoryStore store, Instant now) {
    try (InputStream in = DemoDirectory.class.getResourceAsStream("/demo/directory.csv")) {
      if (in == null) {
        throw new StackException("The demo's directory is not among the stack's resources");
      }
      List<CsvRecord> records =
          CsvReader.builder()
              .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
              .stream()
              .toList();
      if (!(DirectoryColumn.LAYOUT.header(records.getFirst().getFields())
          instanceof FeedHeader.Columns<DirectoryColumn> columns)) {
        throw new StackException("The demo's directory has no good first line");
      }
      FileVersion file = new FileVersion(now, "demo");
      List<Row> rows = new ArrayList<>();
      for (CsvRecord record : records.subList(1, records.size())) {
        long line = record.getStartingLineNumber();
        DirectoryRow row =
            DirectoryRow.read(line, column -> columns.cell(column, record.getFields()));
        if (!(row instanceof DirectoryRow.Valid valid)) {
          throw new StackException("The demo's directory has a bad row in line " + line);
        }
        rows.add(new Row(valid.entity(), new Revision(file, line)));
      }
      for (int from = 0; from < rows.size(); from += DirectoryStore.MAX_ROWS) {
        store.load(rows.subList(from, Math.min(from + DirectoryStore.MAX_ROWS, rows.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
