package io.customerconnect.domain.invoice;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * The number that a supplier gave its invoice (BT-1).
 *
 * @param written as it is written, without blanks around it
 */
public record InvoiceNumber(String written) {
  /** In characters, as written and as key. */
  public static final int MAX_LENGTH = 100;

  /** Keys of what people write where there is no number. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "SN",
          "SNO",
          "SNR",
          "SEMNUMERO",
          "SEMN",
          "SEMNO",
          "NA",
          "NONE",
          "NIL",
          "NULL",
          "NUMBER",
          "NONUMBER",
          "UNKNOWN",
          "REDACTED",
          "TBA",
          "TBC",
          "TBD",
          "VARIOUS",
          "INVOICE",
          "RECHNUNG",
          "OHNE",
          "OHNENUMMER",
          "OHNENR",
          "KEINE",
          "UNBEKANNT",
          "SANSNUMERO",
          "SINNUMERO",
          "?");

  /**
   * @throws InvalidValueException when it is empty, longer than {@value #MAX_LENGTH} characters,
   *     holds control characters, has only zeros or separators, or stands for "no number"
   */
  public InvoiceNumber {
    written = Text.line("The invoice number", written, MAX_LENGTH);
    String key = normalise(written);
    if (key.codePointCount(0, key.length()) > MAX_LENGTH) {
      throw new InvalidValueException(
          "The invoice number must not be longer than " + MAX_LENGTH + " characters.");
    }
    if (withoutLeadingZeros(key).isEmpty() || PLACEHOLDERS.contains(key)) {
      throw new InvalidValueException(
          "This does not identify an invoice: please give the number as it is printed on it.");
    }
  }

  /**
   * What it is found by: without the differences that do not matter, which are case, width, blanks,
   * dashes and {@code / . _} (P20).
   */
  public String key() {
    return normalise(written);
  }

  /** The key without zeros in front: what is looked for when nothing has the key itself. */
  public String keyWithoutLeadingZeros() {
    return withoutLeadingZeros(key());
  }

  /** Whether somebody who only sees the number can read from it about when it was issued. */
  public boolean tells(LocalDate issueDate) {
    return DateInNumber.tells(key(), issueDate);
  }

  /** A {@link #key()} without zeros in front. */
  public static String withoutLeadingZeros(String key) {
    int zeros = 0;
    while (zeros < key.length() && key.charAt(zeros) == '0') {
      zeros++;
    }
    return key.substring(zeros);
  }

  /** What a part of a number is found by, as {@link #key()}; empty when it has only separators. */
  public static String keyOf(String part) {
    return normalise(part);
  }

  private static String normalise(String written) {
    String folded = Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder key = new StringBuilder();
    folded
        .codePoints()
        .filter(c -> !isSeparator(c))
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  private static boolean isSeparator(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DASH_PUNCTUATION,
          Character.SPACE_SEPARATOR,
          Character.CONNECTOR_PUNCTUATION,
          Character.FORMAT ->
          true;
      default -> codePoint == '/' || codePoint == '.' || codePoint == 0x2212;
    };
  }

  @Override
  public String toString() {
    return written;
  }
}
