package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.functions.feeds.RowScanner.Form;
import io.customerconnect.functions.feeds.RowScanner.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a file turned out to hold when all of it was looked through. */
sealed interface Cut {

  /** A file that nothing is loaded of. */
  record Refused(FileFault fault) implements Cut {}

  /**
   * A file whose rows can be loaded one by one.
   *
   * @param header the fields of the first line
   */
  record Chunks(List<String> header, List<Chunk> chunks) implements Cut {}

  /**
   * Looks through a file and cuts it between rows.
   *
   * @param check what is wrong with a header
   */
  static Cut of(InputStream file, Function<List<String>, Optional<FileFault>> check)
      throws IOException {
    try {
      RowScanner rows = new RowScanner(new Utf8Stream(file), 0, 1);
      rows.skipMark();
      Cut cut = header(rows, check);
      // What is behind a faulty header may be worse: whether it is UTF-8 is said first.
      while (cut instanceof Refused && rows.next()) {}
      return cut;
    } catch (Utf8Stream.NotUtf8Exception e) {
      return new Refused(FileFault.notUtf8(e.place()));
    }
  }

  private static Cut header(RowScanner rows, Function<List<String>, Optional<FileFault>> check)
      throws IOException {
    if (!rows.next()) {
      return new Refused(FileFault.empty());
    }
    if (rows.row().form() != Form.WELL_FORMED) {
      return new Refused(FileFault.headerTooLong());
    }
    List<String> header = Csv.fields(rows.text());
    Optional<FileFault> fault = check.apply(header);
    return fault.isPresent() ? new Refused(fault.get()) : new Chunks(header, chunks(rows));
  }

  private static List<Chunk> chunks(RowScanner rows) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    Optional<Row> first = Optional.empty();
    int count = 0;
    while (rows.next()) {
      Row row = rows.row();
      Row beginning = first.orElse(row);
      count++;
      if (row.to() - beginning.from() >= Chunk.MIN_BYTES || count == Chunk.MAX_ROWS) {
        chunks.add(new Chunk(beginning.from(), row.to(), beginning.line()));
        first = Optional.empty();
        count = 0;
      } else {
        first = Optional.of(beginning);
      }
    }
    if (first.isPresent()) {
      chunks.add(new Chunk(first.get().from(), rows.row().to(), first.get().line()));
    }
    return chunks;
  }
}
