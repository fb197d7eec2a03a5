package io.customerconnect.functions.feeds;

import io.customerconnect.domain.challenge.LedgerGain;
import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.FeedColumn;
import io.customerconnect.domain.feed.FeedHeader;
import io.customerconnect.domain.feed.FeedLayout;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.LedgerGains;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of file that is delivered as CSV: cut between rows, and loaded row by row.
 *
 * @param prefix of the keys of such files
 * @param loading how its rows are loaded
 */
record CsvFeed<C extends FeedColumn>(String prefix, FeedLayout<C> layout, Loading<C> loading)
    implements Feed {

  /** In bytes: what a function can look through in its time. */
  static final long MAX_SIZE = 2_000_000_000;

  /** In characters: more than all names and contacts of a legal entity. */
  private static final int MAX_FIELD = 16_384;

  /** Rows on their way into the table. */
  interface Rows<C extends FeedColumn> {
    /** Takes a row; it may be loaded later. */
    void add(long line, Function<C, String> cells);

    /** Loads the rows that are not yet. */
    void flush();

    /** What the loaded rows have brought into the books of legal entities. */
    default Map<LegalEntityId, LedgerGain> gains() {
      return Map.of();
    }
  }

  /** How rows are loaded. */
  interface Loading<C extends FeedColumn> {
    /**
     * Begins with a chunk.
     *
     * @param tally told what becomes of each row
     */
    Rows<C> begin(FeedFile file, FeedHeader.Columns<C> columns, ChunkResult.Tally tally);

    /** What a file of invoices says that its dates are. */
    default Optional<LedgerDates> dates(@SuppressWarnings("unused") FeedHeader.Columns<C> columns) {
      return Optional.empty();
    }

    /** What is wrong with a file's key. */
    default Optional<FileFault> fault(@SuppressWarnings("unused") String key) {
      return Optional.empty();
    }
  }

  @Override
  public boolean takes(String key) {
    return key.startsWith(prefix) && key.endsWith(".csv");
  }

  @Override
  public Cut cut(Delivery delivery, Source source) throws IOException {
    Optional<FileFault> fault = loading.fault(delivery.key());
    if (fault.isPresent()) {
      return new Cut.Refused(fault.get());
    }
    if (delivery.size() > MAX_SIZE) {
      return new Cut.Refused(FileFault.tooManyRows(MAX_SIZE));
    }
    try (InputStream file = source.read(0, delivery.size())) {
      return Cut.of(file, layout);
    }
  }

  @Override
  public Optional<LedgerDates> dates(List<String> header) {
    return loading.dates(columns(header));
  }

  @Override
  public LedgerGains.Place waitsIn(String key) {
    return new LedgerGains.Place.OfFile(key);
  }

  @Override
  public List<String> unknownColumns(List<String> header) {
    return columns(header).unknown();
  }

  @Override
  public LoadedChunk load(FeedFile file, List<String> header, Chunk chunk, Source source)
      throws IOException {
    FeedHeader.Columns<C> columns = columns(header);
    ChunkResult.Tally tally = new ChunkResult.Tally();
    Rows<C> loaded = loading.begin(file, columns, tally);
    try (InputStream bytes = source.read(chunk.from(), chunk.to())) {
      RowScanner rows = new RowScanner(bytes, chunk.from(), chunk.line());
      while (rows.next()) {
        long line = rows.row().line();
        switch (rows.row().form()) {
          case BROKEN_QUOTES -> tally.refused(List.of(Reject.brokenQuotes(line)));
          case TOO_LONG -> tally.refused(List.of(Reject.rowTooLong(line, RowScanner.MAX_ROW - 1)));
          case WELL_FORMED -> {
            List<String> fields = Csv.fields(rows.text());
            Optional<Reject> reject = reject(line, fields, columns);
            if (reject.isEmpty()) {
              loaded.add(line, column -> columns.cell(column, fields));
            } else {
              tally.refused(List.of(reject.get()));
            }
          }
        }
      }
    }
    loaded.flush();
    return new LoadedChunk(tally.result(), loaded.gains());
  }

  private static <C extends FeedColumn> Optional<Reject> reject(
      long line, List<String> fields, FeedHeader.Columns<C> columns) {
    if (fields.size() != columns.width()) {
      return Optional.of(Reject.fieldCount(line, fields.size(), columns.width()));
    }
    return columns
        .longerThan(MAX_FIELD, fields)
        .map(column -> Reject.fieldTooLong(line, column, MAX_FIELD));
  }

  private FeedHeader.Columns<C> columns(List<String> header) {
    return switch (layout.header(header)) {
      case FeedHeader.Columns<C> columns -> columns;
      case FeedHeader.Faulty<C>(FileFault fault) ->
          throw new IllegalStateException("A refused file is loaded: " + fault.kind());
    };
  }
}
