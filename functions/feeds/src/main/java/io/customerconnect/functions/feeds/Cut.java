package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FeedColumn;
import io.customerconnect.domain.feed.FeedHeader;
import io.customerconnect.domain.feed.FeedLayout;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.functions.feeds.RowScanner.Form;
import io.customerconnect.functions.feeds.RowScanner.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Looks through a CSV file and cuts it between rows. */
  static <C extends FeedColumn> Cut of(InputStream file, FeedLayout<C> layout) throws IOException {
    try {
      RowScanner rows = new RowScanner(new Utf8Stream(file), 0, 1);
      rows.skipMark();
      Cut cut = header(rows, layout);
      // What is behind a faulty header may be worse: whether it is UTF-8 is said first.
      while (cut instanceof Refused && rows.next()) {}
      return cut;
    } catch (Utf8Stream.NotUtf8Exception e) {
      return new Refused(FileFault.notUtf8(e.place()));
    }
  }

  private static <C extends FeedColumn> Cut header(RowScanner rows, FeedLayout<C> layout)
      throws IOException {
    if (!rows.next()) {
      return new Refused(FileFault.empty());
    }
    if (rows.row().form() != Form.WELL_FORMED) {
      return new Refused(FileFault.headerTooLong());
    }
    List<String> header = Csv.fields(rows.text());
    return switch (layout.header(header)) {
      case FeedHeader.Faulty<C>(FileFault fault) -> new Refused(fault);
      case FeedHeader.Columns<C> columns ->
          new Chunks(header, new Cutter<>(layout, columns).chunks(rows));
    };
  }

  /** Cuts where a chunk is long enough, and never between rows that belong together. */
  final class Cutter<C extends FeedColumn> {
    private final FeedLayout<C> layout;
    private final FeedHeader.Columns<C> columns;
    private final List<Chunk> chunks = new ArrayList<>();

    private Cutter(FeedLayout<C> layout, FeedHeader.Columns<C> columns) {
      this.layout = layout;
      this.columns = columns;
    }

    private List<Chunk> chunks(RowScanner rows) throws IOException {
      Optional<Row> first = Optional.empty();
      List<String> last = List.of();
      long end = 0;
      int count = 0;
      while (rows.next()) {
        Row row = rows.row();
        Row beginning = first.orElse(row);
        boolean isFull = end - beginning.from() >= Chunk.MIN_BYTES || count >= Chunk.MAX_ROWS;
        if (isFull && (count >= 2 * Chunk.MAX_ROWS || !belongTogether(last, what(rows)))) {
          chunks.add(new Chunk(beginning.from(), end, beginning.line()));
          beginning = row;
          count = 0;
        }
        first = Optional.of(beginning);
        end = row.to();
        count++;
        // Only what may be the last row of a chunk is looked into.
        last =
            end - beginning.from() >= Chunk.MIN_BYTES || count >= Chunk.MAX_ROWS
                ? what(rows)
                : List.of();
      }
      if (first.isPresent()) {
        chunks.add(new Chunk(first.get().from(), end, first.get().line()));
      }
      return chunks;
    }

    private static boolean belongTogether(List<String> one, List<String> other) {
      return !one.isEmpty() && one.equals(other);
    }

    /** What a row is about; empty where it belongs to none. */
    private List<String> what(RowScanner rows) {
      if (layout.together().isEmpty() || rows.row().form() != Form.WELL_FORMED) {
        return List.of();
      }
      List<String> fields = Csv.fields(rows.text());
      return fields.size() == columns.width()
          ? layout.together().stream().map(column -> columns.cell(column, fields)).toList()
          : List.of();
    }
  }
}
