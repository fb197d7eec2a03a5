package io.customerconnect.bench.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What queries found and took, class by class. */
final class Scores {
  static final String ALL = "ALL";

  /**
   * One query's outcome.
   *
   * @param rank of the entity that was meant, from 1; 0: not among the first ten
   */
  record Outcome(Query query, int rank, MemoryIndex.Cost cost) {}

  private final Map<String, List<Outcome>> byKind = new LinkedHashMap<>();

  Scores(List<String> kinds) {
    kinds.forEach(kind -> byKind.put(kind, new ArrayList<>()));
    byKind.put(ALL, new ArrayList<>());
  }

  void add(Outcome outcome) {
    byKind.getOrDefault(outcome.query().kind(), new ArrayList<>()).add(outcome);
    all().add(outcome);
  }

  private List<Outcome> all() {
    return byKind.getOrDefault(ALL, List.of());
  }

  List<String> kinds() {
    return List.copyOf(byKind.keySet());
  }

  int count(String kind) {
    return byKind.getOrDefault(kind, List.of()).size();
  }

  /** The share of queries whose entity is among the first so many. */
  double recall(String kind, int most) {
    return byKind.getOrDefault(kind, List.of()).stream()
        .mapToDouble(outcome -> outcome.rank() > 0 && outcome.rank() <= most ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  double meanReciprocalRank(String kind) {
    return byKind.getOrDefault(kind, List.of()).stream()
        .mapToDouble(outcome -> outcome.rank() > 0 ? 1.0 / outcome.rank() : 0)
        .average()
        .orElse(Double.NaN);
  }

  double meanRequests() {
    return all().stream().mapToInt(outcome -> outcome.cost().requests()).average().orElse(0);
  }

  int mostRequests() {
    return all().stream().mapToInt(outcome -> outcome.cost().requests()).max().orElse(0);
  }

  double meanUnits() {
    return all().stream().mapToDouble(outcome -> outcome.cost().units()).average().orElse(0);
  }

  /** The units that so many percent of the queries stay within. */
  double unitsWithin(int percent) {
    double[] units = all().stream().mapToDouble(outcome -> outcome.cost().units()).toArray();
    Arrays.sort(units);
    return units.length == 0 ? 0 : units[Math.min(units.length - 1, units.length * percent / 100)];
  }
}
