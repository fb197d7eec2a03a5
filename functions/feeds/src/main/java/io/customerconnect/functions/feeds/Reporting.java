package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FeedReport;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.FeedFiles;
import io.customerconnect.table.FeedFiles.Noted;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.table.LedgerGains;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Writes the report on a file once all of it has been loaded, and has the books made ready for
 * challenges.
 */
final class Reporting {
  private final Feeds feeds;
  private final FeedFiles files;
  private final Deliveries deliveries;
  private final FeedQualities qualities;
  private final Bucket bucket;
  private final Gathering gathering;
  private final Metrics metrics;
  private final InstantSource clock;

  Reporting(
      Feeds feeds,
      FeedFiles files,
      Deliveries deliveries,
      FeedQualities qualities,
      Bucket bucket,
      Gathering gathering,
      Metrics metrics,
      InstantSource clock) {
    this.feeds = feeds;
    this.files = files;
    this.deliveries = deliveries;
    this.qualities = qualities;
    this.bucket = bucket;
    this.gathering = gathering;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The key of the report on a file. */
  static String reportKey(String key) {
    return "reports/" + key + ".json";
  }

  /**
   * Writes the report on the newest upload under a key, if it is complete and not reported yet.
   * Where a newer one came in the meantime, its report may have been written over by ours, and is
   * written again.
   */
  void report(String key) {
    Optional<FeedFile> file = complete(key).filter(newest -> newest.reportedAt().isEmpty());
    while (file.isPresent() && write(file.get()) == Noted.OVERTAKEN) {
      file = complete(key);
    }
  }

  private Optional<FeedFile> complete(String key) {
    return files.find(key).filter(file -> file.progress() == FeedFile.Progress.COMPLETE);
  }

  private Noted write(FeedFile file) {
    FeedReport report = reportOn(file);
    if (file.key().startsWith(Feeds.INVOICES) && report.counts().loaded() > 0) {
      feeds.of(file.key()).map(feed -> feed.waitsIn(file.key())).ifPresent(this::makeReady);
    }
    bucket.writeJson(reportKey(file.key()), ReportJson.of(file, report).toBytes());
    report.spokenOf().keySet().forEach(buyer -> deliveries.note(buyer, clock.instant()));
    FileSummary summary = FileSummary.of(file.key(), file.version(), report);
    Optional<Feeds.Owned> owned = Feeds.owned(file.key());
    owned.ifPresent(feed -> qualities.note(feed.buyer(), feed.kind(), summary));
    Noted noted = files.reported(owned.map(Feeds.Owned::buyer), summary, clock.instant());
    if (noted == Noted.FIRST) {
      count(summary, owned);
    }
    return noted;
  }

  private void makeReady(LedgerGains.Place place) {
    switch (place) {
      case LedgerGains.Place.OfFile(String key) ->
          gathering.queue().send(new BooksMessage.OfFile(key));
      case LedgerGains.Place.Gathered(LegalEntityId legalEntity) -> gathering.waitFor(legalEntity);
    }
  }

  private FeedReport reportOn(FeedFile file) {
    Optional<Feed> feed = feeds.of(file.key());
    return switch (file.content()) {
      case FeedFile.Content.Refused(var fault) -> FeedReport.of(fault);
      case FeedFile.Content.Chunked(List<String> header, int chunks) ->
          FeedReport.of(
              chunks == 0 ? List.of() : files.results(file),
              feed.map(kind -> kind.unknownColumns(header)).orElse(List.of()),
              feed.flatMap(kind -> kind.dates(header)));
    };
  }

  /** By outcome and reason; whose file it was stands beside the numbers, for whoever looks. */
  private void count(FileSummary file, Optional<Feeds.Owned> owned) {
    Metrics of = owned.map(feed -> metrics.about("Buyer", feed.buyer().value())).orElse(metrics);
    of.count("Files", "Outcome", file.fault().isPresent() ? "refused" : "loaded", 1);
    RowCounts rows = file.rows();
    count(of, "loaded", rows.loaded());
    count(of, "superseded", rows.superseded());
    count(of, "rejected", rows.rejected());
    file.reasons()
        .forEach(
            (reason, count) ->
                of.count("Rejects", "Reason", reason.code(), Math.toIntExact(count)));
    owned.ifPresent(
        feed ->
            of.count(
                "UnknownStatusWords",
                "Feed",
                feed.kind().code(),
                Math.toIntExact(file.unknownWords().rows())));
  }

  private static void count(Metrics metrics, String outcome, long rows) {
    metrics.count("Rows", "Outcome", outcome, Math.toIntExact(rows));
  }
}
