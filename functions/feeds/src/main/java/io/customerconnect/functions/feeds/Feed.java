package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.FeedColumn;
import io.customerconnect.domain.feed.FeedHeader;
import io.customerconnect.domain.feed.FeedLayout;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.table.FeedFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of file that is delivered as CSV.
 *
 * @param prefix of the keys of such files
 * @param loading how its rows are loaded
 */
record Feed<C extends FeedColumn>(String prefix, FeedLayout<C> layout, Loading<C> loading) {

  /** Rows on their way into the table. */
  interface Rows<C extends FeedColumn> {
    /** Takes a row; it may be loaded later. */
    void add(long line, Function<C, String> cells);

    /** Loads the rows that are not yet. */
    void flush();
  }

  /** How rows are loaded. */
  interface Loading<C extends FeedColumn> {
    /**
     * Begins with a chunk.
     *
     * @param tally told what becomes of each row
     */
    Rows<C> begin(FeedFile file, ChunkResult.Tally tally);
  }

  boolean takes(String key) {
    return key.startsWith(prefix);
  }

  /** What is wrong with a header. */
  Optional<FileFault> fault(List<String> header) {
    return switch (layout.header(header)) {
      case FeedHeader.Faulty<C>(FileFault fault) -> Optional.of(fault);
      case FeedHeader.Columns<C> _ -> Optional.empty();
    };
  }

  List<String> unknownColumns(List<String> header) {
    return columns(header).unknown();
  }

  /** Takes the rows of a chunk, in the order of the file. */
  ChunkResult load(FeedFile file, List<String> header, RowSource source) {
    FeedHeader.Columns<C> columns = columns(header);
    ChunkResult.Tally tally = new ChunkResult.Tally();
    Rows<C> rows = loading.begin(file, tally);
    source.forEach(
        (row, text) -> {
          switch (row.form()) {
            case BROKEN_QUOTES -> tally.refused(List.of(Reject.brokenQuotes(row.line())));
            case TOO_LONG ->
                tally.refused(List.of(Reject.rowTooLong(row.line(), RowScanner.MAX_ROW - 1)));
            case WELL_FORMED -> {
              List<String> fields = Csv.fields(text);
              if (fields.size() == columns.width()) {
                rows.add(row.line(), column -> columns.cell(column, fields));
              } else {
                tally.refused(
                    List.of(Reject.fieldCount(row.line(), fields.size(), columns.width())));
              }
            }
          }
        });
    rows.flush();
    return tally.result();
  }

  private FeedHeader.Columns<C> columns(List<String> header) {
    return switch (layout.header(header)) {
      case FeedHeader.Columns<C> columns -> columns;
      case FeedHeader.Faulty<C>(FileFault fault) ->
          throw new IllegalStateException("A refused file is loaded: " + fault.kind());
    };
  }

  /** The rows of a chunk. */
  interface RowSource {
    /** Goes through them once. */
    void forEach(RowAction action);
  }

  /** What is done with a row. */
  interface RowAction {
    /** Takes a row, with its text if it is well-formed. */
    void take(RowScanner.Row row, String text);
  }
}
