package io.customerconnect.functions.tickets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Primed;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.table.Table;
import io.customerconnect.table.WorkList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * By the clock, every hour: says how many tickets wait for an operator, how long the one that has
 * waited longest, and how many customers' files have grown old within a day; alarms tell when that
 * is too long, or too many.
 */
public final class WatchDeskHandler implements RequestStreamHandler, Primed {
  private static final String DIMENSION = "WaitingFor";

  private static final Duration DAY = Duration.ofDays(1);

  private final WorkList work;
  private final FeedQualities feeds;
  private final Metrics metrics;
  private final InstantSource clock;

  public WatchDeskHandler() {
    this(Platform.ofProcess());
  }

  public WatchDeskHandler(Platform platform) {
    Table table = Table.of(platform);
    work = new WorkList(table);
    feeds = new FeedQualities(table);
    metrics = new Metrics(platform.clock());
    clock = platform.clock();
    primeBeforeSnapshot();
  }

  /** Nobody waits for this function. */
  @Override
  public void prime() {}

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    WorkList.Waiting waiting = work.waiting(Actor.Role.OPERATOR);
    Instant now = clock.instant();
    Duration longest =
        waiting
            .since()
            .filter(since -> since.isBefore(now))
            .map(since -> Duration.between(since, now))
            .orElse(Duration.ZERO);
    metrics.count("TicketsWaiting", DIMENSION, "Operator", waiting.tickets());
    metrics.seconds("LongestWait", DIMENSION, "Operator", longest);
    int grownOld = feeds.grownOld(now.minus(DAY), now);
    metrics.count("FeedsGrownOld", "Feed", FeedKind.LEDGER.code(), grownOld);
    answer.write(
        Json.object()
            .with("waiting", waiting.tickets())
            .with("longestHours", longest.toHours())
            .with("feedsGrownOld", grownOld)
            .toBytes());
  }
}
