package io.customerconnect.functions.tickets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Primed;
import io.customerconnect.table.Table;
import io.customerconnect.table.WorkList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * By the clock, every hour: says how many tickets wait for an operator, and how long the one that
 * has waited longest; an alarm tells when that is too long.
 */
public final class WatchTicketsHandler implements RequestStreamHandler, Primed {
  private static final String DIMENSION = "WaitingFor";

  private final WorkList work;
  private final Metrics metrics;
  private final InstantSource clock;

  public WatchTicketsHandler() {
    this(Platform.ofProcess());
  }

  public WatchTicketsHandler(Platform platform) {
    work = new WorkList(Table.of(platform));
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
    answer.write(
        Json.object()
            .with("waiting", waiting.tickets())
            .with("longestHours", longest.toHours())
            .toBytes());
  }
}
