package io.customerconnect.domain.names;

import java.util.Map;

/**
 * How much a word tells, in bits: how often the number of companies halves when it is asked for.
 */
final class Rarity {
  private static final Map<String, Integer> COMMON = Map.of();
  private static final double UNKNOWN_WORD = 14;

  private Rarity() {}

  /** Of a whole word. */
  static double ofWord(String word) {
    Integer common = COMMON.get(word);
    if (common != null) {
      return common;
    }
    return Math.min(UNKNOWN_WORD, 5 + 1.5 * CodePoints.count(word));
  }

  /** Of the beginning of a word. */
  static double ofBeginning(String beginning) {
    return Math.min(UNKNOWN_WORD, 3.0 * CodePoints.count(beginning));
  }
}
