package io.customerconnect.bench.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody holds possible, the most likely first.
 *
 * @param values with their chances, which add up to at most 1
 */
record Ranking<T>(List<Map.Entry<T, Double>> values) {

  /** Collects chances; of several for one value they add up. */
  static final class Builder<T> {
    private final Map<T, Double> chances = new HashMap<>();

    Builder<T> add(T value, double chance) {
      if (chance > 0) {
        chances.merge(value, chance, Double::sum);
      }
      return this;
    }

    void remove(T value) {
      chances.remove(value);
    }

    boolean isEmpty() {
      return chances.isEmpty();
    }

    /** The best of them, as shares of all. */
    Ranking<T> best(int count) {
      double all = chances.values().stream().mapToDouble(Double::doubleValue).sum();
      return new Ranking<>(
          chances.entrySet().stream()
              .sorted(Map.Entry.<T, Double>comparingByValue().reversed())
              .limit(count)
              .map(entry -> Map.entry(entry.getKey(), entry.getValue() / all))
              .toList());
    }
  }

  int size() {
    return values.size();
  }
}
