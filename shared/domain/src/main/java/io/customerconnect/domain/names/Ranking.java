package io.customerconnect.domain.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders candidates by how well their names match what was typed. */
final class Ranking {
  private final NameMatch match;

  Ranking(TypedName typed, Rarity rarity) {
    this.match = new NameMatch(typed, rarity);
  }

  /** How well a candidate matches all that was typed, from 0 to 1. */
  double quality(Candidate candidate) {
    return match.quality(candidate);
  }

  /** The most that a candidate can match: what no name holds can be matched but nearly. */
  double attainable() {
    return match.attainable();
  }

  /**
   * The best hits, best first, each entity once.
   *
   * @param candidates what the plan's requests brought, in any order
   * @param most how many hits are wanted
   */
  <C extends Candidate> List<Hit<C>> best(Collection<C> candidates, int most) {
    record Entity(Candidate.Kind kind, String id) {}
    Map<Entity, Hit<C>> best = new HashMap<>();
    for (C candidate : candidates) {
      Hit<C> hit = match.of(candidate);
      best.merge(
          new Entity(candidate.kind(), candidate.id()),
          hit,
          (a, b) -> a.score() >= b.score() ? a : b);
    }
    return best.values().stream()
        .filter(hit -> hit.score() > 0)
        .sorted(
            Comparator.<Hit<C>>comparingDouble(hit -> -hit.score())
                .thenComparing(hit -> hit.candidate().kind())
                .thenComparing(hit -> hit.candidate().officialName())
                .thenComparing(hit -> hit.candidate().id()))
        .limit(most)
        .toList();
  }
}
