package io.customerconnect.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Counts and durations, as lines of CloudWatch's embedded metric format on standard output. */
public final class Metrics {
  private static final String NAMESPACE = "CustomerConnect";
  private final InstantSource clock;

  public Metrics(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds to a count, by one dimension. */
  public void count(String metric, String dimension, String value, int count) {
    put(metric, "Count", dimension, value, count);
  }

  /** Tells how long something lasts, by one dimension. */
  public void seconds(String metric, String dimension, String value, Duration duration) {
    put(metric, "Seconds", dimension, value, duration.toSeconds());
  }

  private void put(String metric, String unit, String dimension, String value, long number) {
    Json directive =
        Json.object()
            .with("Namespace", NAMESPACE)
            .with("Dimensions", List.of(dimension), name -> new Json.Arr(List.of(Json.of(name))))
            .with(
                "Metrics",
                List.of(metric),
                name -> Json.object().with("Name", name).with("Unit", unit));
    Log.print(
        Json.object()
            .with(
                "_aws",
                Json.object()
                    .with("Timestamp", clock.millis())
                    .with("CloudWatchMetrics", List.of(directive), one -> one))
            .with(dimension, value)
            .with(metric, number));
  }
}
