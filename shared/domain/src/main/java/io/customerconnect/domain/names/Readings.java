package io.customerconnect.domain.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The readings of a typed text. */
final class Readings {
  private static final double AS_TYPED = 0.95;
  private static final double UNKNOWN_AS_TYPED = 0.02;
  private static final double ABBREVIATED = 0.6;
  private static final double IN_ORDER = 0.7;
  private static final double JOINED = 0.5;
  private static final double AT_START = 0.65;
  private static final double OPTIONAL = 0.1;
  private static final double OPTIONAL_IN_ORDER = 0.4;
  private static final double MISTYPED_THOUGH_KNOWN = 0.1;
  private static final double MISTYPED = 0.8;
  private static final double INSIDE_THOUGH_KNOWN = 0.04;
  private static final double INSIDE = 0.35;
  private static final double GUESSED_BEGINNING = 0.03;
  private static final int FEWEST_LETTERS_MISTYPED = 4;
  private static final int FEWEST_LETTERS_INSIDE = 4;
  private static final int MOST_CORRECTIONS = 4;
  private static final int MOST_INSIDE = 6;

  /** Words of a name go together: a phrase is so much more frequent than its words let expect. */
  private static final double TOGETHER = 8;

  private final TypedName typed;
  private final Vocabulary vocabulary;
  private final Rarity rarity;
  private final List<Token> words;
  private final List<Reading> readings = new ArrayList<>();

  Readings(TypedName typed, Vocabulary vocabulary, Rarity rarity) {
    this.typed = typed;
    this.vocabulary = vocabulary;
    this.rarity = rarity;
    this.words = typed.content();
  }

  /** Those that take the text for what it says. */
  List<Reading> asTyped() {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).isUnspaced()) {
        run(i);
      } else {
        word(i);
      }
      phrases(i);
    }
    return taken();
  }

  /** Those that take a word for mistyped, or for a part of another. */
  List<Reading> doubtful(Doubt doubt) {
    for (int i = 0; i < words.size(); i++) {
      boolean isKnown = entries(i) > 0;
      if (!words.get(i).isUnspaced() && !isOptional(i) && (doubt == Doubt.ALL_WORDS || !isKnown)) {
        doubt(i, isKnown);
      }
    }
    return taken();
  }

  /** Which words to doubt. */
  enum Doubt {
    UNKNOWN_WORDS,
    ALL_WORDS
  }

  private List<Reading> taken() {
    List<Reading> taken = List.copyOf(readings);
    readings.clear();
    return taken;
  }

  private boolean isOptional(int i) {
    return i == words.size() - 1 && typed.isLastOptional();
  }

  private boolean isOpen(int i) {
    return typed.isOpen() && i == words.size() - 1;
  }

  private double entries(int i) {
    String text = words.get(i).text();
    if (words.get(i).isUnspaced()) {
      return rarity.entriesOfRun(text);
    }
    return isOpen(i) ? rarity.entriesOfBeginning(text) : rarity.entriesOfWord(text);
  }

  private void run(int i) {
    String text = words.get(i).text();
    double entries = Math.max(1, entries(i));
    if (!text.isEmpty()) {
      readings.add(Reading.of(text, entries, AS_TYPED));
      if (i == 0) {
        double names = rarity.namesOfBeginning(CodePoints.first(text, 2));
        readings.add(Reading.ofStarts(text, Math.min(names, entries), AT_START));
      }
    }
  }

  private void word(int i) {
    String text = words.get(i).text();
    double entries = entries(i);
    if (entries > 0) {
      add(text, isOpen(i), entries, isOptional(i) ? OPTIONAL : AS_TYPED);
      if (i == 0) {
        start(text, isOpen(i));
      }
      return;
    }
    if (!isOpen(i)) {
      add(text, true, rarity.entriesOfBeginning(text), ABBREVIATED);
    }
    // The vocabulary may be some seconds older than the index.
    add(text, isOpen(i), 1, UNKNOWN_AS_TYPED);
  }

  private void start(String text, boolean isOpen) {
    boolean isWhole = !isOpen || !SearchKey.decidesPartition(text);
    double names = isWhole ? rarity.namesOfWord(text) : rarity.namesOfBeginning(text);
    if (names > 0) {
      readings.add(Reading.ofStarts(isWhole ? text + " " : text, names, AT_START));
    }
  }

  private void doubt(int i, boolean isKnown) {
    String text = words.get(i).text();
    if (rarity.isGuess()) {
      beginning(text);
      return;
    }
    corrected(i, isKnown ? MISTYPED_THOUGH_KNOWN : MISTYPED);
    inside(text, isKnown ? INSIDE_THOUGH_KNOWN : INSIDE);
  }

  private void add(String text, boolean isOpen, double entries, double likelihood) {
    if (entries <= 0) {
      return;
    }
    if (!isOpen) {
      readings.add(Reading.of(text + " ", entries, likelihood));
    } else if (SearchKey.decidesPartition(text)) {
      readings.add(Reading.of(text, entries, likelihood));
    } else {
      readings.add(Reading.of(text + " ", Math.max(1, rarity.entriesOfWord(text)), likelihood));
    }
  }

  /** The first half of a word that may be mistyped further on. */
  private void beginning(String text) {
    int length = CodePoints.count(text);
    int kept = Math.max(3, length * 3 / 5);
    if (kept < length) {
      String half = CodePoints.first(text, kept);
      add(half, true, 1, GUESSED_BEGINNING);
    }
  }

  private record Correction(String text, double entries, double slip) {
    double weight() {
      return slip * Math.min(entries, Reading.MOST);
    }
  }

  private void corrected(int i, double likelihood) {
    String typedWord = words.get(i).plain();
    if (typedWord.length() < FEWEST_LETTERS_MISTYPED) {
      return;
    }
    Map<String, Correction> corrections = new HashMap<>();
    double all = 0;
    for (Map.Entry<String, Double> slip : Corrections.of(typedWord).entrySet()) {
      String other = Token.foldVowels(slip.getKey());
      double entries = isOpen(i) ? rarity.entriesOfBeginning(other) : rarity.entriesOfWord(other);
      if (entries > 0 && !other.equals(words.get(i).text())) {
        corrections.merge(
            other,
            new Correction(other, entries, slip.getValue()),
            (a, b) -> a.slip() >= b.slip() ? a : b);
        all += slip.getValue() * entries;
      }
    }
    double sum = all;
    corrections.values().stream()
        .sorted(Comparator.comparingDouble(Correction::weight).reversed())
        .limit(MOST_CORRECTIONS)
        .forEach(c -> corrected(i, c, likelihood * c.slip() * c.entries() / sum));
  }

  private void corrected(int i, Correction correction, double likelihood) {
    add(correction.text(), isOpen(i), correction.entries(), likelihood);
    String mark = isOpen(i) ? "" : " ";
    if (i > 0 && !words.get(i - 1).isUnspaced()) {
      pair(i - 1, words.get(i - 1).text() + " " + correction.text() + mark, correction, likelihood);
    }
    if (i + 1 < words.size() && !words.get(i + 1).isUnspaced()) {
      pair(
          i + 1,
          correction.text() + " " + words.get(i + 1).text() + (isOpen(i + 1) ? "" : " "),
          correction,
          likelihood);
    }
  }

  /** A corrected word beside another one. */
  private void pair(int other, String range, Correction correction, double likelihood) {
    double entries = correction.entries() * entries(other) / Math.max(1, rarity.total()) * TOGETHER;
    if (entries > 0) {
      readings.add(Reading.of(range, Math.max(1, entries), likelihood * IN_ORDER));
    }
  }

  private void inside(String text, double likelihood) {
    if (CodePoints.count(text) < FEWEST_LETTERS_INSIDE) {
      return;
    }
    List<Vocabulary.Counted> holding = vocabulary.containing(text, 1000);
    double all = holding.stream().mapToDouble(Vocabulary.Counted::count).sum();
    holding.stream()
        .limit(MOST_INSIDE)
        .forEach(word -> add(word.word(), false, word.count(), likelihood * word.count() / all));
  }

  /** The words from here on in order, and the first two of them joined. */
  private void phrases(int from) {
    StringBuilder text = new StringBuilder();
    double entries = rarity.total();
    double names = from == 0 ? startShare() : 0;
    for (int i = from; i < words.size(); i++) {
      Token word = words.get(i);
      entries *= entries(i) / rarity.total() * (i == from ? 1 : TOGETHER);
      if (entries == 0) {
        return;
      }
      SearchKeys.append(word, text);
      if (i > from) {
        boolean cutsBlank = isOpen(i) && !word.isUnspaced();
        String range = cutsBlank ? text.substring(0, text.length() - 1) : text.toString();
        double likelihood = isOptional(i) ? OPTIONAL_IN_ORDER : IN_ORDER;
        readings.add(Reading.of(range, Math.max(1, entries), likelihood));
        if (names > 0) {
          readings.add(
              Reading.ofStarts(range, Math.max(1, entries * names), likelihood * AT_START));
        }
      }
      if (i == from + 1 && !word.isUnspaced() && !words.get(from).isUnspaced()) {
        String joined = words.get(from).text() + word.text();
        add(
            joined,
            isOpen(i),
            isOpen(i) ? rarity.entriesOfBeginning(joined) : rarity.entriesOfWord(joined),
            rarity.isGuess() ? GUESSED_BEGINNING : JOINED);
      }
    }
  }

  /** The share of the first word's keys that names start with. */
  private double startShare() {
    Token first = words.getFirst();
    String text = first.isUnspaced() ? CodePoints.first(first.text(), 2) : first.text();
    boolean isWhole = !first.isUnspaced() && !isOpen(0);
    double names = isWhole ? rarity.namesOfWord(text) : rarity.namesOfBeginning(text);
    return names / Math.max(1, entries(0));
  }
}
