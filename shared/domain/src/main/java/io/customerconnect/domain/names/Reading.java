package io.customerconnect.domain.names;

import java.util.Comparator;

/**
 * One way to read a typed text.
 *
 * @param range the keys that it leads to
 * @param entries how many there are, about
 * @param likelihood that the name that is meant has such a key, from 0 to 1
 */
record Reading(KeyRange range, double entries, double likelihood) {
  /** How many entries are read of a range that is likely to be narrow. */
  static final int MOST = 38;

  /** How many are read of a wide one: more would bring only a few of many. */
  static final int MOST_OF_WIDE = 34;

  static final Comparator<Reading> BY_WORTH =
      Comparator.comparingDouble(Reading::worth)
          .thenComparing(Comparator.comparingDouble(Reading::entries).reversed());

  static Reading of(String beginning, double entries, double likelihood) {
    int most = entries > MOST ? MOST_OF_WIDE : MOST;
    return new Reading(KeyRange.startingWith(beginning, most), entries, likelihood);
  }

  /** The names that start so. */
  static Reading ofStarts(String beginning, double entries, double likelihood) {
    int most = entries > MOST ? MOST_OF_WIDE : MOST;
    return new Reading(KeyRange.ofStarts(beginning, most), entries, likelihood);
  }

  /** How likely it is that the name is among the first keys. */
  double worth() {
    return likelihood * Math.min(1, range.most() / Math.max(1, entries));
  }
}
