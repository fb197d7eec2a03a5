package io.customerconnect.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Counts and durations, as lines of CloudWatch's embedded metric format on standard output. */
public final class Metrics {
  private static final String NAMESPACE = "CustomerConnect";
  private final InstantSource clock;
  private final Json.Obj properties;

  public Metrics(InstantSource clock) {
    this(clock, Json.object());
  }

  private Metrics(InstantSource clock, Json.Obj properties) {
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * The same with one more property in each line: what logs can be searched by, and no metric is
   * kept for, as there are too many of it.
   */
  public Metrics about(String property, String value) {
    return new Metrics(clock, properties.with(property, value));
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
        properties
            .with(
                "_aws",
                Json.object()
                    .with("Timestamp", clock.millis())
                    .with("CloudWatchMetrics", List.of(directive), one -> one))
            .with(dimension, value)
            .with(metric, number));
  }
}
