package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.LedgerGains;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A kind of file that is taken. */
sealed interface Feed permits CsvFeed, UblFeed {

  /** Whether a file is of this kind, by its key. */
  boolean takes(String key);

  /** Looks through a file. */
  Cut cut(Delivery delivery, Source source) throws IOException;

  /**
   * Loads a chunk. Loading it again ends in the same rows and the same result.
   *
   * @param header the fields of the first line
   */
  LoadedChunk load(FeedFile file, List<String> header, Chunk chunk, Source source)
      throws IOException;

  /**
   * What a file says that its dates are; empty where it is none of invoices, or a single document,
   * which says nothing of the books.
   */
  Optional<LedgerDates> dates(List<String> header);

  /** Where it waits what a file has brought into the books, until they are made ready. */
  LedgerGains.Place waitsIn(String key);

  /** The columns of a header that are skipped. */
  List<String> unknownColumns(List<String> header);

  /** The bytes of a file. */
  interface Source {
    /** The bytes from a place to the one before another. */
    InputStream read(long from, long to);
  }
}
