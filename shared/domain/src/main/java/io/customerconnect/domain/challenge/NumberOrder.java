package io.customerconnect.domain.challenge;

import java.util.Comparator;

/** The order that numbers were given in: runs of digits by their value, the rest by character. */
final class NumberOrder implements Comparator<String> {
  static final NumberOrder INSTANCE = new NumberOrder();

  private NumberOrder() {}

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int order;
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endOfA = endOfDigits(a, i);
        int endOfB = endOfDigits(b, j);
        order = compareRuns(a, skipZeros(a, i, endOfA), endOfA, b, skipZeros(b, j, endOfB), endOfB);
        i = endOfA;
        j = endOfB;
      } else {
        order = Character.compare(a.charAt(i++), b.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int compareRuns(String a, int i, int endOfA, String b, int j, int endOfB) {
    int byLength = Integer.compare(endOfA - i, endOfB - j);
    return byLength != 0 ? byLength : a.substring(i, endOfA).compareTo(b.substring(j, endOfB));
  }

  private static int skipZeros(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int endOfDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
