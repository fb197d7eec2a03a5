package io.customerconnect.domain.invoice;

import io.customerconnect.domain.InvalidValueException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates of invoices: ISO 8601 with four digits of the year (P20), and plausible. */
public final class InvoiceDate {
  /** Earlier dates are typing errors. */
  public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  /** Later dates are typing errors. */
  public static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

  private static final Pattern SHAPE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("\\d{1,2}([-./])\\d{1,2}\\1\\d{2}|\\d{2}-\\d{2}-\\d{2}");

  private InvoiceDate() {}

  /**
   * The day an invoice was issued (BT-2).
   *
   * @throws InvalidValueException when it is not a day from {@link #EARLIEST} to today
   */
  public static LocalDate issued(String text, LocalDate today) {
    LocalDate date = parse("The invoice date", text);
    if (date.isAfter(today)) {
      throw new InvalidValueException(
          "The invoice date %s is in the future. Please check it.".formatted(date));
    }
    return date;
  }

  /**
   * A day that may lie in the future, such as that an invoice is due.
   *
   * @param what what the day is, to begin the message with
   * @throws InvalidValueException when it is not a day from {@link #EARLIEST} to {@link #LATEST}
   */
  public static LocalDate parse(String what, String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    Matcher parts = SHAPE.matcher(folded);
    if (!parts.matches()) {
      throw new InvalidValueException(
          SHORT_YEAR.matcher(folded).matches()
              ? what + " needs a year with four digits, as in 2026-03-31."
              : what + " must be written as year, month and day, as in 2026-03-31.");
    }
    int year = Integer.parseInt(parts.group(1));
    int month = Integer.parseInt(parts.group(2));
    int day = Integer.parseInt(parts.group(3));
    if (month < 1 || month > 12) {
      throw new InvalidValueException(what + " has a month that does not exist: " + month + ".");
    }
    if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      throw new InvalidValueException(
          "%s is not a day of the calendar: %04d-%02d has no day %d."
              .formatted(what, year, month, day));
    }
    LocalDate date = LocalDate.of(year, month, day);
    if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      throw new InvalidValueException(
          "%s has the year %04d. Please check it.".formatted(what, year));
    }
    return date;
  }
}
