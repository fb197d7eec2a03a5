package io.customerconnect.table;

import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest upload of a file that we have heard of, and how far we have got with it.
 *
 * @param key of the file in its bucket
 * @param eTag of the bucket, by which what is read is known to be this upload
 * @param finished how many chunks have been loaded
 * @param reportedAt when its report was written
 */
public record FeedFile(
    String key,
    FileVersion version,
    String eTag,
    Content content,
    int finished,
    Optional<Instant> reportedAt) {

  /** What a file turned out to hold. */
  public sealed interface Content {
    /** Nothing that is loaded. */
    record Refused(FileFault fault) implements Content {}

    /**
     * Rows in chunks.
     *
     * @param header the fields of the first line
     * @param chunks how many there are
     */
    record Chunked(List<String> header, int chunks) implements Content {
      public Chunked {
        header = List.copyOf(header);
      }
    }
  }

  /** A file that has just been looked through. */
  public static FeedFile found(String key, FileVersion version, String eTag, Content content) {
    return new FeedFile(key, version, eTag, content, 0, Optional.empty());
  }

  /** Whether there is nothing left to load. */
  public Progress progress() {
    return switch (content) {
      case Content.Refused _ -> Progress.COMPLETE;
      case Content.Chunked(var _, int chunks) ->
          finished >= chunks ? Progress.COMPLETE : Progress.LOADING;
    };
  }

  /** Whether there is something left to load. */
  public enum Progress {
    LOADING,
    COMPLETE
  }
}
