package io.customerconnect.functions.feeds;

import io.customerconnect.lambda.Log;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.FeedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads a chunk, keeps what became of its rows, and has the report written where it was the last.
 * Doing it again ends in the same rows and the same report.
 */
final class ChunkLoading {
  private final Feeds feeds;
  private final FeedFiles files;
  private final Bucket bucket;
  private final Reporting reporting;
  private final InstantSource clock;

  ChunkLoading(Intake intake) {
    this.feeds = intake.feeds();
    this.files = intake.files();
    this.bucket = intake.bucket();
    this.reporting = intake.reporting();
    this.clock = intake.clock();
  }

  void load(Chunk.Message message) {
    Optional<FeedFile> file =
        files.find(message.key()).filter(newest -> newest.version().equals(message.version()));
    Optional<Feed> feed = feeds.of(message.key());
    if (feed.isEmpty()
        || file.isEmpty()
        || !(file.get().content()
            instanceof FeedFile.Content.Chunked(List<String> header, int _))) {
      Log.info("chunk of a file that was replaced", Map.of("key", message.key()));
      return;
    }
    Chunk chunk = message.chunk();
    if (files.state(file.get(), chunk.from()) == FeedFiles.ChunkState.OPEN) {
      try {
        LoadedChunk loaded = load(feed.get(), file.get(), header, chunk);
        files.finish(
            file.get(),
            chunk.from(),
            loaded.result(),
            loaded.gains(),
            feed.get().waitsIn(file.get().key()),
            clock.instant());
      } catch (Bucket.GoneException _) {
        Log.info("file replaced while it was loaded", Map.of("key", message.key()));
        return;
      }
    }
    reporting.report(message.key());
  }

  private LoadedChunk load(Feed feed, FeedFile file, List<String> header, Chunk chunk) {
    try {
      return feed.load(
          file, header, chunk, (from, to) -> bucket.read(file.key(), file.eTag(), from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
