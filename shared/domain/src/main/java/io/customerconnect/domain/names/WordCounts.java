package io.customerconnect.domain.names;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many keys of the index begin with each word, added up key by key. */
public final class WordCounts {
  private final Map<String, Count> counts = new HashMap<>();

  /**
   * How often a word is there.
   *
   * @param keys that begin with it
   * @param names that start with it
   */
  record Count(int keys, int names) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(keys + other.keys, names + other.names);
    }
  }

  /** One key more. */
  public void add(SearchKey key) {
    add(wordOf(key.key()), key.isStart() ? new Count(0, 1) : new Count(1, 0));
  }

  /** One key less. */
  public void remove(SearchKey key) {
    add(wordOf(key.key()), key.isStart() ? new Count(0, -1) : new Count(-1, 0));
  }

  /** All that another holds. */
  public void add(WordCounts other) {
    other.counts.forEach(this::add);
  }

  private void add(String word, Count count) {
    if (!word.isEmpty()) {
      counts.merge(word, count, Count::plus);
    }
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Words and counts; a count may be less than nothing while others are still to be added. */
  Map<String, Count> counts() {
    return counts;
  }

  /** As text that {@link #read} understands: a line for each word. */
  public String text() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(counts)
        .forEach(
            (word, count) ->
                text.append(word)
                    .append('\t')
                    .append(count.keys())
                    .append('\t')
                    .append(count.names())
                    .append('\n'));
    return text.toString();
  }

  /** What {@link #text} wrote. */
  public static WordCounts read(String text) {
    WordCounts read = new WordCounts();
    for (int from = 0; from < text.length(); ) {
      int keys = text.indexOf('\t', from);
      int names = text.indexOf('\t', keys + 1);
      int end = text.indexOf('\n', names + 1);
      read.add(
          text.substring(from, keys),
          new Count(
              Integer.parseInt(text, keys + 1, names, 10),
              Integer.parseInt(text, names + 1, end, 10)));
      from = end + 1;
    }
    return read;
  }

  /**
   * What a key counts as: its first word, or the first two characters of a script without blanks;
   * an identifier counts as nothing.
   */
  private static String wordOf(String key) {
    int first = key.codePointAt(0);
    if (first == SearchKey.IDENTIFIER) {
      return "";
    }
    if (Scripts.isUnspaced(first)) {
      return CodePoints.first(key, 2);
    }
    int blank = key.indexOf(' ');
    return blank < 0 ? key : key.substring(0, blank);
  }
}
