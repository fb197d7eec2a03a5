package io.customerconnect.local.api;

import io.customerconnect.template.HttpApi;
import io.customerconnect.template.HttpApi.Throttle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How many requests each route of an API takes: a bucket of tokens for each, as large as its burst,
 * into which its rate drips.
 */
public final class Throttles {
  private static final double NANOS = 1e9;

  private final Optional<Throttle> standard;
  private final Map<String, Throttle> own;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * Those of an API.
   *
   * @param nanos a clock that only goes forward
   */
  public Throttles(HttpApi api, LongSupplier nanos) {
    this(api.throttle(), api.throttles(), nanos);
  }

  private Throttles(Optional<Throttle> standard, Map<String, Throttle> own, LongSupplier nanos) {
    this.standard = standard;
    this.own = own;
    this.nanos = nanos;
  }

  /** No limits at all. */
  public static Throttles none() {
    return new Throttles(Optional.empty(), Map.of(), () -> 0);
  }

  /** Whether one more request to a route is let through now. */
  boolean admit(String route) {
    return Optional.ofNullable(own.get(route))
        .or(() -> standard)
        .map(limits -> buckets.computeIfAbsent(route, _ -> new Bucket(limits)))
        .map(bucket -> bucket.take(nanos.getAsLong()))
        .orElse(true);
  }

  private static final class Bucket {
    private final Throttle limits;
    private double tokens;
    private long filledAt;
    private boolean isUsed;

    Bucket(Throttle limits) {
      this.limits = limits;
      this.tokens = limits.burst();
    }

    synchronized boolean take(long now) {
      if (isUsed) {
        double dripped = (now - filledAt) / NANOS * limits.rate();
        tokens = Math.min(limits.burst(), tokens + dripped);
      }
      isUsed = true;
      filledAt = now;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }
}
