package io.customerconnect.bench.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

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
      PriorityQueue<Map.Entry<T, Double>> best =
          new PriorityQueue<>(Map.Entry.<T, Double>comparingByValue());
      double all = 0;
      for (Map.Entry<T, Double> entry : chances.entrySet()) {
        all += entry.getValue();
        if (best.size() < count) {
          best.add(entry);
        } else if (best.element().getValue() < entry.getValue()) {
          best.remove();
          best.add(entry);
        }
      }
      List<Map.Entry<T, Double>> ascending = new ArrayList<>();
      while (!best.isEmpty()) {
        Map.Entry<T, Double> entry = best.remove();
        ascending.add(Map.entry(entry.getKey(), entry.getValue() / all));
      }
      return new Ranking<>(ascending.reversed());
    }
  }

  int size() {
    return values.size();
  }
}
