package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FeedReport;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.FeedFiles;
import io.customerconnect.table.FeedFiles.Noted;
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
  private final Bucket bucket;
  private final Gathering gathering;
  private final Metrics metrics;
  private final InstantSource clock;

  Reporting(
      Feeds feeds,
      FeedFiles files,
      Deliveries deliveries,
      Bucket bucket,
      Gathering gathering,
      Metrics metrics,
      InstantSource clock) {
    this.feeds = feeds;
    this.files = files;
    this.deliveries = deliveries;
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
    Noted noted = files.reported(file.key(), file.version(), clock.instant());
    if (noted == Noted.FIRST) {
      count(report);
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

  private void count(FeedReport report) {
    RowCounts rows = report.counts();
    metrics.count("Files", "Outcome", report.fault().isPresent() ? "refused" : "loaded", 1);
    count("loaded", rows.loaded());
    count("superseded", rows.superseded());
    count("rejected", rows.rejected());
    report
        .reasons()
        .forEach(
            (reason, count) ->
                metrics.count("Rejects", "Reason", reason.code(), Math.toIntExact(count)));
  }

  private void count(String outcome, long rows) {
    metrics.count("Rows", "Outcome", outcome, Math.toIntExact(rows));
  }
}
