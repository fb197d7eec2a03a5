package io.customerconnect.domain.feed;

import io.customerconnect.domain.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Identifiers that carry check digits. */
final class CheckDigits {
  private static final Pattern LEI = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
  private static final Pattern GLN = Pattern.compile("[0-9]{13}");

  private CheckDigits() {}

  /**
   * An LEI (ISO 17442) in capital letters without blanks. Its last two digits make the whole, with
   * letters as the numbers 10 to 35, one more than a multiple of 97 (ISO 7064, MOD 97-10).
   *
   * @throws InvalidValueException when it has another shape or a wrong check digit
   */
  static String lei(String text) {
    String lei = withoutBlanks(text).toUpperCase(Locale.ROOT);
    if (!LEI.matcher(lei).matches()) {
      throw new InvalidValueException(
          "The LEI must have 18 letters or digits and two check digits.");
    }
    int rest = 0;
    for (int i = 0; i < lei.length(); i++) {
      int value = Character.digit(lei.charAt(i), 36);
      rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
    }
    if (rest != 1) {
      throw new InvalidValueException("The LEI's check digits are wrong.");
    }
    return lei;
  }

  /**
   * A GLN without blanks: 13 digits. The last makes the sum, with every second digit counted three
   * times, a multiple of ten (GS1 General Specifications, 7.9).
   *
   * @throws InvalidValueException when it has another shape or a wrong check digit
   */
  static String gln(String text) {
    String gln = withoutBlanks(text);
    if (!GLN.matcher(gln).matches()) {
      throw new InvalidValueException("The GLN must have 13 digits.");
    }
    int sum = 0;
    for (int i = 0; i < gln.length(); i++) {
      sum += (gln.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    if (sum % 10 != 0) {
      throw new InvalidValueException("The GLN's check digit is wrong.");
    }
    return gln;
  }

  static String withoutBlanks(String text) {
    return text.replace(" ", "");
  }
}
