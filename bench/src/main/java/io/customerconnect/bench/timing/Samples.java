package io.customerconnect.bench.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was measured of answers. */
public final class Samples {
  private final Map<Answer, List<Measured>> all = new EnumMap<>(Answer.class);

  /**
   * One answer.
   *
   * @param requests to the table, by operation
   * @param shown what a caller sees, but for what differs between challenges anyhow
   */
  public record Measured(
      long nanos, String requests, double readUnits, double writeUnits, String shown) {}

  /** Adds one. */
  public void add(Answer kind, Measured measured) {
    all.computeIfAbsent(kind, _ -> new ArrayList<>()).add(measured);
  }

  /** The times, in nanoseconds. */
  public double[] of(Answer kind) {
    return measured(kind).stream().mapToDouble(Measured::nanos).toArray();
  }

  public double median(Answer kind) {
    double[] sorted = of(kind);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  public String requests(Answer kind) {
    return distinct(kind, Measured::requests);
  }

  public String readUnits(Answer kind) {
    return distinct(kind, one -> Double.toString(one.readUnits()));
  }

  public String writeUnits(Answer kind) {
    return distinct(kind, one -> Double.toString(one.writeUnits()));
  }

  public String shown(Answer kind) {
    return distinct(kind, Measured::shown);
  }

  /** All values that occurred, as there should be one. */
  private String distinct(Answer kind, Function<Measured, String> of) {
    return measured(kind).stream().map(of).distinct().sorted().collect(Collectors.joining(" or "));
  }

  private List<Measured> measured(Answer kind) {
    return Optional.ofNullable(all.get(kind)).orElse(List.of());
  }
}
