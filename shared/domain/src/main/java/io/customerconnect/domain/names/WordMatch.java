package io.customerconnect.domain.names;

/** How well one typed word matches one word of a name, from 0 to 1. */
final class WordMatch {
  static final double EXACT = 1.0;
  static final double OPEN_PREFIX = 0.97;
  static final double PREFIX = 0.85;
  static final double INSIDE = 0.70;
  static final double ONE_EDIT = 0.66;
  private static final int FEWEST_LETTERS_FOR_EDIT = 4;
  private static final int FEWEST_LETTERS_INSIDE = 3;

  private WordMatch() {}

  static double of(Token typed, boolean isOpen, Token word) {
    String q = typed.text();
    String w = word.text();
    if (q.equals(w)) {
      return EXACT;
    }
    if (w.startsWith(q)) {
      return isOpen ? OPEN_PREFIX : PREFIX;
    }
    if ((typed.isUnspaced() || q.length() >= FEWEST_LETTERS_INSIDE) && w.contains(q)) {
      return INSIDE;
    }
    if (q.length() >= FEWEST_LETTERS_FOR_EDIT
        && (isOneEdit(q, w, isOpen) || isOneEdit(typed.plain(), word.plain(), isOpen))) {
      return ONE_EDIT;
    }
    return 0;
  }

  /**
   * Whether one letter more, less, other or swapped makes the word, or its beginning, of the other.
   */
  static boolean isOneEdit(String typed, String word, boolean isOpen) {
    int n = typed.length();
    int m = word.length();
    if (isOpen ? m < n - 1 : Math.abs(n - m) > 1) {
      return false;
    }
    int same = 0;
    while (same < n && same < m && typed.charAt(same) == word.charAt(same)) {
      same++;
    }
    return matches(typed, same + 1, word, same + 1, isOpen)
        || matches(typed, same + 1, word, same, isOpen)
        || matches(typed, same, word, same + 1, isOpen)
        || (same + 1 < n
            && same + 1 < m
            && typed.charAt(same) == word.charAt(same + 1)
            && typed.charAt(same + 1) == word.charAt(same)
            && matches(typed, same + 2, word, same + 2, isOpen));
  }

  private static boolean matches(String typed, int from, String word, int at, boolean isOpen) {
    int left = typed.length() - from;
    if (left < 0 || at > word.length()) {
      return left <= 0 && isOpen;
    }
    return (isOpen ? word.length() - at >= left : word.length() - at == left)
        && typed.regionMatches(from, word, at, left);
  }
}
