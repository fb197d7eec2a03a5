package io.customerconnect.domain.names;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a word may have been before one letter was left out, added, changed or swapped with the
 * next, and how likely each slip is: a neighbour on the keyboard more than any other letter.
 */
final class Corrections {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String[] KEYBOARD = {
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm"
  };
  private static final double SWAPPED = 1.0;
  private static final double DOUBLED = 1.0;
  private static final double LEFT_OUT = 0.5;
  private static final double LEFT_OUT_OF_TWO = 1.0;
  private static final double ADDED = 0.3;
  private static final double ADDED_NEIGHBOUR = 0.8;
  private static final double NEIGHBOUR = 0.8;
  private static final double VOWEL = 0.4;
  private static final double OTHER = 0.15;
  private static final double FIRST_LETTER = 0.5;

  private Corrections() {}

  /** Texts one slip away, and the likelihood of the slip relative to the others. */
  static Map<String, Double> of(String typed) {
    Map<String, Double> texts = new LinkedHashMap<>();
    int n = typed.length();
    for (int i = 0; i < n; i++) {
      char c = typed.charAt(i);
      double place = i == 0 ? FIRST_LETTER : 1;
      String head = typed.substring(0, i);
      String tail = typed.substring(i + 1);
      if (i + 1 < n && typed.charAt(i + 1) != c) {
        put(texts, head + typed.charAt(i + 1) + c + typed.substring(i + 2), SWAPPED * place);
      }
      boolean isDouble = i > 0 && typed.charAt(i - 1) == c;
      boolean isNeighbour =
          (i > 0 && areNeighbours(c, typed.charAt(i - 1)))
              || (i + 1 < n && areNeighbours(c, typed.charAt(i + 1)));
      put(texts, head + tail, (isDouble ? DOUBLED : isNeighbour ? ADDED_NEIGHBOUR : ADDED) * place);
      for (int l = 0; l < LETTERS.length(); l++) {
        char letter = LETTERS.charAt(l);
        if (letter != c) {
          double slip =
              areNeighbours(letter, c) ? NEIGHBOUR : isVowel(letter) && isVowel(c) ? VOWEL : OTHER;
          put(texts, head + letter + tail, slip * place);
        }
        double lost =
            letter == c || (i > 0 && letter == typed.charAt(i - 1)) ? LEFT_OUT_OF_TWO : LEFT_OUT;
        put(texts, head + letter + typed.substring(i), lost * place);
      }
    }
    return texts;
  }

  private static void put(Map<String, Double> texts, String text, double likelihood) {
    texts.merge(text, likelihood, Math::max);
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  static boolean areNeighbours(char a, char b) {
    for (String row : KEYBOARD) {
      int at = row.indexOf(a);
      if (at >= 0
          && ((at > 0 && row.charAt(at - 1) == b)
              || (at + 1 < row.length() && row.charAt(at + 1) == b))) {
        return true;
      }
    }
    return false;
  }
}
