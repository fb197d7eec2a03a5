package io.customerconnect.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of functions, queues and schedules: it runs with the machine's, and can be moved ahead.
 *
 * <p>Tokens are made and verified by the machine's own time, so that moving this one signs nobody
 * out.
 */
public final class MovableClock implements InstantSource {
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead.get());
  }

  /** Moves it ahead of where it is. */
  void advance(Duration by) {
    ahead.accumulateAndGet(by, Duration::plus);
  }
}
