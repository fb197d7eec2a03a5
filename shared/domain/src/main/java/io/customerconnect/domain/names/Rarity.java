package io.customerconnect.domain.names;

/**
 * How many keys a typed word leads to, and how much it tells: in bits, how often the number of keys
 * halves when it is asked for. Without a vocabulary both are guessed from the word's length.
 */
final class Rarity {
  private static final double BITS_OF_GUESSED_INDEX = 20;
  private static final double MOST_GUESSED_BITS = 14;
  private static final double WORDS_OF_GUESSED_NAME = 3;

  private final Vocabulary vocabulary;

  Rarity(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  boolean isGuess() {
    return vocabulary.isEmpty();
  }

  double total() {
    return isGuess() ? Math.pow(2, BITS_OF_GUESSED_INDEX) : vocabulary.total();
  }

  /** Keys that begin with the whole word. */
  double entriesOfWord(String word) {
    if (isGuess()) {
      return guess(5 + 1.5 * CodePoints.count(word));
    }
    return vocabulary.countOf(word);
  }

  /** Keys that begin with these letters. */
  double entriesOfBeginning(String beginning) {
    if (isGuess()) {
      return guess(3.0 * CodePoints.count(beginning));
    }
    return vocabulary.countOfBeginning(beginning);
  }

  /** Keys that begin with these characters of a script without blanks. */
  double entriesOfRun(String run) {
    int length = CodePoints.count(run);
    if (isGuess()) {
      return guess(6.0 * length);
    }
    double entries = vocabulary.countOfBeginning(CodePoints.first(run, 2));
    return length <= 2
        ? entries
        : Math.max(Math.min(1, entries), entries / Math.pow(4, length - 2));
  }

  /** Names that start with the whole word. */
  double namesOfWord(String word) {
    return isGuess() ? entriesOfWord(word) / WORDS_OF_GUESSED_NAME : vocabulary.namesOf(word);
  }

  /** Names that start with these letters, or characters of a script without blanks. */
  double namesOfBeginning(String beginning) {
    return isGuess()
        ? entriesOfBeginning(beginning) / WORDS_OF_GUESSED_NAME
        : vocabulary.namesOfBeginning(beginning);
  }

  /**
   * What a word tells of a name that holds it; of a word that is not known as much as of a rare
   * one.
   */
  double bits(double entries) {
    return Math.max(1, Math.log(total() / Math.max(1, entries)) / Math.log(2));
  }

  private double guess(double bits) {
    return Math.pow(2, BITS_OF_GUESSED_INDEX - Math.min(MOST_GUESSED_BITS, bits));
  }
}
