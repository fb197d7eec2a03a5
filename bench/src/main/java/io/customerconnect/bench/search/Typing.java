package io.customerconnect.bench.search;

import java.util.Random;

/** How people mistype: one error in a word of five letters and more. */
final class Typing {
  private static final String[] ROWS = {"qwertzuiop", "asdfghjkl", "yxcvbnm"};

  private Typing() {}

  static boolean canBeMistyped(String word) {
    return word.length() >= 5 && word.chars().allMatch(Character::isLetter);
  }

  /** A letter left out, doubled, replaced by its neighbour on the keyboard, or two swapped. */
  static String mistyped(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 2);
    char letter = word.charAt(at);
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + letter + word.substring(at);
      case 2 -> word.substring(0, at) + neighbour(letter, random) + word.substring(at + 1);
      default -> word.substring(0, at) + word.charAt(at + 1) + letter + word.substring(at + 2);
    };
  }

  private static char neighbour(char letter, Random random) {
    for (String row : ROWS) {
      int at = row.indexOf(letter);
      if (at >= 0) {
        int beside = at == 0 ? 1 : at == row.length() - 1 || random.nextBoolean() ? at - 1 : at + 1;
        return row.charAt(beside);
      }
    }
    return 'e';
  }
}
