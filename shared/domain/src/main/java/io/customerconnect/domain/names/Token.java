package io.customerconnect.domain.names;

/**
 * A word of a name in Latin letters, or a run of characters of a script without blanks.
 *
 * @param plain without marks and in lower case, but ae, oe, ue and aa as written
 * @param text as keys spell it: {@code plain} with those as a, o, u, a
 * @param isUnspaced whether it is a run of characters rather than a word
 */
record Token(String plain, String text, boolean isUnspaced) {
  static Token word(String plain) {
    return new Token(plain, foldVowels(plain), false);
  }

  static Token run(String characters) {
    return new Token(characters, characters, true);
  }

  /** Müller, Mueller and Muller alike; left to right, so that a prefix stays a prefix. */
  static String foldVowels(String word) {
    int first = foldable(word, 0);
    if (first < 0) {
      return word;
    }
    StringBuilder out = new StringBuilder(word.length());
    int from = 0;
    for (int at = first; at >= 0; at = foldable(word, from)) {
      out.append(word, from, at + 1);
      from = at + 2;
    }
    return out.append(word, from, word.length()).toString();
  }

  private static int foldable(String word, int from) {
    for (int i = from; i + 1 < word.length(); i++) {
      char c = word.charAt(i);
      char next = word.charAt(i + 1);
      if ((next == 'e' && (c == 'a' || c == 'o' || c == 'u')) || (next == 'a' && c == 'a')) {
        return i;
      }
    }
    return -1;
  }
}
