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
 * Looks through a file that has arrived, and has its chunks loaded where nothing is wrong with it
 * as a whole. Doing it again has the chunks loaded again that are not yet.
 */
final class Splitting {
  private final Feeds feeds;
  private final FeedFiles files;
  private final Bucket bucket;
  private final ChunkQueue queue;
  private final Reporting reporting;
  private final InstantSource clock;

  Splitting(Intake intake, ChunkQueue queue) {
    this.feeds = intake.feeds();
    this.files = intake.files();
    this.bucket = intake.bucket();
    this.queue = queue;
    this.reporting = intake.reporting();
    this.clock = intake.clock();
  }

  void split(Delivery delivery) {
    Optional<Feed> feed = feeds.of(delivery.key());
    if (feed.isEmpty()) {
      Log.warn("file of no kind that is taken", Map.of("key", delivery.key()));
      return;
    }
    try {
      begin(delivery, cut(delivery, feed.get()));
    } catch (Bucket.GoneException _) {
      // Whatever has replaced it comes with news of its own.
      Log.info("file replaced before it was read", Map.of("key", delivery.key()));
    }
  }

  private Cut cut(Delivery delivery, Feed feed) {
    try {
      return feed.cut(
          delivery, (from, to) -> bucket.read(delivery.key(), delivery.eTag(), from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(Delivery delivery, Cut cut) {
    FeedFile.Content content =
        switch (cut) {
          case Cut.Refused(var fault) -> new FeedFile.Content.Refused(fault);
          case Cut.Chunks(List<String> header, List<Chunk> chunks) ->
              new FeedFile.Content.Chunked(header, chunks.size());
        };
    FeedFile file = FeedFile.found(delivery.key(), delivery.version(), delivery.eTag(), content);
    switch (files.begin(file, clock.instant())) {
      case LOAD -> {
        if (cut instanceof Cut.Chunks(List<String> _, List<Chunk> chunks)) {
          queue.send(delivery.key(), delivery.version(), chunks);
        }
        reporting.report(delivery.key());
      }
      case DONE, OVERTAKEN ->
          Log.info("file known already, or a newer one", Map.of("key", delivery.key()));
    }
  }
}
