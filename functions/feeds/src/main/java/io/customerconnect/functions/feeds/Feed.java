package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.table.FeedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

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
  ChunkResult load(FeedFile file, List<String> header, Chunk chunk, Source source)
      throws IOException;

  /** The columns of a header that are skipped. */
  List<String> unknownColumns(List<String> header);

  /** The bytes of a file. */
  interface Source {
    /** The bytes from a place to the one before another. */
    InputStream read(long from, long to);
  }
}
