package io.customerconnect.domain.names;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words that the index's keys begin with, and how many keys begin with each: what makes a plan
 * for a typed text before anything is asked, and knows words that a mistyped one may have been.
 *
 * <p>Counts are powers of two, which is as exact as plans need. It grows with the number of
 * different words, which is much less than the number of names.
 */
public final class Vocabulary {
  /** One that knows nothing, not even that a word does not exist. */
  public static final Vocabulary EMPTY =
      new Vocabulary(new byte[0], new int[] {0}, new long[] {0}, new long[] {0});

  private static final byte END = '\n';

  /** All words in UTF-8 in the order of their bytes, each with {@link #END} behind it. */
  private final byte[] text;

  /** Where each word begins, and the length of the text. */
  private final int[] starts;

  /** How many keys begin with the words before each. */
  private final long[] before;

  /** How many names start with the words before each. */
  private final long[] namesBefore;

  private Vocabulary(byte[] text, int[] starts, long[] before, long[] namesBefore) {
    this.text = text;
    this.starts = starts;
    this.before = before;
    this.namesBefore = namesBefore;
  }

  /** A word in UTF-8, and how often it is there. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Word(byte[] text, WordCounts.Count count) {}

  /** Words that at least one key begins with. */
  public static Vocabulary of(WordCounts words) {
    List<Word> counts = new ArrayList<>();
    words
        .counts()
        .forEach(
            (word, count) -> {
              if (count.keys() > 0) {
                counts.add(new Word(utf8(word), count));
              }
            });
    counts.sort((a, b) -> Arrays.compareUnsigned(a.text(), b.text()));
    byte[] text = new byte[counts.stream().mapToInt(word -> word.text().length + 1).sum()];
    int[] starts = new int[counts.size() + 1];
    long[] before = new long[counts.size() + 1];
    long[] namesBefore = new long[counts.size() + 1];
    int at = 0;
    for (int i = 0; i < counts.size(); i++) {
      byte[] word = counts.get(i).text();
      WordCounts.Count count = counts.get(i).count();
      starts[i] = at;
      ByteBuffer.wrap(text).put(at, word);
      at += word.length;
      text[at++] = END;
      before[i + 1] = before[i] + Integer.highestOneBit(count.keys());
      namesBefore[i + 1] = namesBefore[i] + Integer.highestOneBit(Math.max(0, count.names()));
    }
    starts[counts.size()] = at;
    return new Vocabulary(text, starts, before, namesBefore);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public boolean isEmpty() {
    return starts.length == 1;
  }

  /** How many different words. */
  public int size() {
    return starts.length - 1;
  }

  /** How much memory its words take. */
  public int bytes() {
    return text.length + Integer.BYTES * starts.length + 2 * Long.BYTES * before.length;
  }

  /** How many keys there are. */
  long total() {
    return before[before.length - 1];
  }

  /** How many keys begin with the whole word. */
  long countOf(String word) {
    return count(wholeWord(word), before);
  }

  /** How many names start with the whole word. */
  long namesOf(String word) {
    return count(wholeWord(word), namesBefore);
  }

  /** How many keys begin with these letters. */
  long countOfBeginning(String beginning) {
    return count(beginning(beginning), before);
  }

  /** How many names start with these letters. */
  long namesOfBeginning(String beginning) {
    return count(beginning(beginning), namesBefore);
  }

  /** Words from an index up to another. */
  private record Range(int from, int to) {}

  private static long count(Range range, long[] sums) {
    return sums[range.to()] - sums[range.from()];
  }

  private Range wholeWord(String word) {
    byte[] bytes = utf8(word);
    int at = firstFrom(bytes);
    boolean isThere =
        at < size() && starts[at + 1] - starts[at] - 1 == bytes.length && startsWith(at, bytes);
    return new Range(at, isThere ? at + 1 : at);
  }

  private Range beginning(String beginning) {
    byte[] bytes = utf8(beginning);
    int from = firstFrom(bytes);
    int low = from;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (startsWith(middle, bytes)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return new Range(from, low);
  }

  /** The index of the first word that does not sort before the bytes. */
  private int firstFrom(byte[] bytes) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              text, starts[middle], starts[middle + 1] - 1, bytes, 0, bytes.length);
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean startsWith(int word, byte[] bytes) {
    int from = starts[word];
    return starts[word + 1] - 1 - from >= bytes.length
        && Arrays.equals(text, from, from + bytes.length, bytes, 0, bytes.length);
  }

  /** A word and how many keys begin with it. */
  record Counted(String word, double count) {}

  /**
   * Words that hold these letters further on, the most frequent first.
   *
   * @param most how many words to name
   */
  List<Counted> containing(String letters, int most) {
    byte[] wanted = utf8(letters);
    List<Counted> found = new ArrayList<>();
    int last = text.length - wanted.length;
    for (int at = 0; at <= last; at++) {
      if (text[at] == wanted[0]
          && Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
        int word = wordAt(at);
        if (at > starts[word]) {
          found.add(new Counted(word(word), before[word + 1] - before[word]));
        }
        at = starts[word + 1] - 1;
      }
    }
    found.sort((a, b) -> Double.compare(b.count(), a.count()));
    return found.size() <= most ? found : List.copyOf(found.subList(0, most));
  }

  private int wordAt(int position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }

  private String word(int index) {
    return new String(
        text, starts[index], starts[index + 1] - 1 - starts[index], StandardCharsets.UTF_8);
  }
}
