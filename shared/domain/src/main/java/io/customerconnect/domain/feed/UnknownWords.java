package io.customerconnect.domain.feed;

import static java.util.Map.Entry.comparingByKey;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words for a status that are in no list, of rows that give no code either (P35). Rows are loaded
 * with them as they are; whoever knows the buyer can say what they mean.
 *
 * @param rows how many rows have such a word
 * @param words how many rows have each, most first; at most {@value #MAX_WORDS}
 */
public record UnknownWords(long rows, Map<String, Long> words) {
  /** The most words that are kept apart; the rows of all are counted. */
  public static final int MAX_WORDS = 25;

  private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
      Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(comparingByKey());

  public static final UnknownWords NONE = new UnknownWords(0, Map.of());

  public UnknownWords {
    Map<String, Long> kept = new LinkedHashMap<>();
    words.entrySet().stream()
        .sorted(MOST_FIRST)
        .limit(MAX_WORDS)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    words = Collections.unmodifiableMap(kept);
  }

  /** Rows by their words. */
  public static UnknownWords of(Map<String, Long> words) {
    return new UnknownWords(words.values().stream().mapToLong(rows -> rows).sum(), words);
  }

  /** Both together. */
  public UnknownWords plus(UnknownWords other) {
    Map<String, Long> all = new LinkedHashMap<>(words);
    other.words.forEach((word, rows) -> all.merge(word, rows, Long::sum));
    return new UnknownWords(rows + other.rows, all);
  }
}
