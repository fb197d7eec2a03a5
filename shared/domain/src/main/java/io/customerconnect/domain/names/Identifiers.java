package io.customerconnect.domain.names;

import java.util.Optional;

/**
 * LEI, VAT ids, GLN, participant ids and register numbers as keys hold them: without blanks and
 * punctuation, without scheme and country prefix, without leading zeros.
 *
 * <p>{@code DE 123 456 789}, {@code 9930:de123456789} and {@code 123456789} are one key, so are
 * {@code HRB 00123} and {@code 123}.
 */
final class Identifiers {
  private static final int SCHEME_DIGITS = 4;
  private static final int LEI_LENGTH = 20;
  private static final int LONGEST_PREFIX = 4;
  private static final int FEWEST_DIGITS = 4;
  private static final int MOST_LETTERS_BEHIND = 4;
  private static final int FEWEST_TYPED = 4;

  private Identifiers() {}

  /** The identifier's canonical form; empty when nothing but zeros and signs is left. */
  static Optional<String> canonical(String identifier) {
    String compact = compact(withoutScheme(identifier));
    String number = withoutZeros(withoutPrefix(compact));
    return number.isEmpty() ? Optional.empty() : Optional.of(number);
  }

  /**
   * What a typed text asks for if it may be an identifier or the beginning of one; empty for a text
   * that is likely to be a name.
   */
  static Optional<String> typed(String typed) {
    if (typed.indexOf(' ') >= 0 && CodePoints.count(typed) > 60) {
      return Optional.empty();
    }
    String compact = compact(withoutScheme(typed));
    int digits = digits(compact);
    boolean isLei = compact.length() == LEI_LENGTH && digits >= 2;
    boolean isNumber = digits >= FEWEST_TYPED && digits * 2 >= compact.length();
    if (!isLei && !isNumber) {
      return Optional.empty();
    }
    return canonical(typed).filter(number -> number.length() >= 3);
  }

  /** 0088:4012345000016 without its scheme, with or without the name of the scheme's list. */
  private static String withoutScheme(String identifier) {
    int colon = identifier.lastIndexOf(':');
    if (colon < SCHEME_DIGITS) {
      return identifier;
    }
    for (int i = colon - SCHEME_DIGITS; i < colon; i++) {
      if (identifier.charAt(i) < '0' || identifier.charAt(i) > '9') {
        return identifier;
      }
    }
    return identifier.substring(colon + 1);
  }

  private static String compact(String identifier) {
    StringBuilder out = new StringBuilder(identifier.length());
    String text = CodePoints.first(identifier, Tokeniser.LONGEST_NAME);
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c >= 0xFF01 && c <= 0xFF5E) {
        c -= 0xFEE0;
      }
      if (Character.isDigit(c)) {
        out.append((char) ('0' + Character.digit(c, 10)));
      } else if (Character.isLetter(c)) {
        out.appendCodePoint(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  /** DE123456789, HRB 123 and ATU12345678 without the letters; an LEI keeps its own. */
  private static String withoutPrefix(String compact) {
    int letters = 0;
    while (letters < compact.length() && !isDigit(compact.charAt(letters))) {
      letters++;
    }
    if (letters == 0 || letters > LONGEST_PREFIX || compact.length() == LEI_LENGTH) {
      return compact;
    }
    String number = compact.substring(letters);
    int digits = digits(number);
    boolean isNumber = digits >= FEWEST_DIGITS && number.length() - digits <= MOST_LETTERS_BEHIND;
    return isNumber && leadingDigits(number) >= FEWEST_DIGITS ? number : compact;
  }

  private static String withoutZeros(String number) {
    int zeros = 0;
    while (zeros < number.length() && number.charAt(zeros) == '0') {
      zeros++;
    }
    return number.substring(zeros);
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        digits++;
      }
    }
    return digits;
  }

  private static int leadingDigits(String text) {
    int digits = 0;
    while (digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
