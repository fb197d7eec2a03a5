package io.customerconnect.domain.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far what is shown of a buyer can be trusted to be complete and current (P36). */
public sealed interface Freshness {

  /** The first load is not through: nothing is said yet about what there is. */
  record Loading(Instant since, Instant readyBy) implements Freshness {}

  /** The first load is not through, although it should be: somebody is on it. */
  record Delayed(Instant since) implements Freshness {}

  /** All is loaded that the buyer has delivered, which is nothing so far. */
  record NothingDelivered(Instant since) implements Freshness {}

  /** All is loaded as the buyer delivered it lately. */
  record Current(Instant asOf) implements Freshness {}

  /** All is loaded, but the buyer has not delivered for long. */
  record Old(Instant asOf, int days) implements Freshness {}

  /**
   * How fresh the rows of a binding are.
   *
   * @param asOf the moment that the buyer's newest report on any invoice of the vendor is about
   */
  static Freshness of(LoadState state, Optional<Instant> asOf, LoadRules rules, Instant now) {
    Instant since = state.binding().since();
    if (state.loaded().isEmpty()) {
      Instant readyBy = since.plus(rules.ready());
      return now.isBefore(readyBy) ? new Loading(since, readyBy) : new Delayed(since);
    }
    return asOf.map(moment -> delivered(moment, rules, now))
        .orElseGet(() -> new NothingDelivered(since));
  }

  private static Freshness delivered(Instant asOf, LoadRules rules, Instant now) {
    Duration age = Duration.between(asOf, now);
    return age.compareTo(rules.old()) < 0
        ? new Current(asOf)
        : new Old(asOf, Math.toIntExact(age.toDays()));
  }
}
