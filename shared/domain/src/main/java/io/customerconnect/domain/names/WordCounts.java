package io.customerconnect.domain.names;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

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
    new TreeMap<>(counts).forEach((word, count) -> text.append(line(word, count)).append('\n'));
    return text.toString();
  }

  private static String line(String word, Count count) {
    return word + '\t' + count.keys() + '\t' + count.names();
  }

  /**
   * Adds these to words that are too many to be in memory at once.
   *
   * @param all the lines of their {@link #text}
   * @param sum takes the lines of the text that holds both, without words that are no more
   */
  public void addTo(Iterator<String> all, Consumer<String> sum) {
    NavigableMap<String, Count> open = new TreeMap<>(counts);
    while (all.hasNext()) {
      String line = all.next();
      String word = line.substring(0, line.indexOf('\t'));
      NavigableMap<String, Count> before = open.headMap(word, false);
      before.forEach((own, count) -> pass(own, count, sum));
      before.clear();
      Optional<Count> own = Optional.ofNullable(open.remove(word));
      if (own.isPresent()) {
        pass(word, read(line + '\n').count(word).plus(own.get()), sum);
      } else {
        sum.accept(line);
      }
    }
    open.forEach((own, count) -> pass(own, count, sum));
  }

  private static void pass(String word, Count count, Consumer<String> sum) {
    if (!count.equals(Count.NONE)) {
      sum.accept(line(word, count));
    }
  }

  private Count count(String word) {
    return counts.getOrDefault(word, Count.NONE);
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
