package io.customerconnect.domain.invoice;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads dates and months out of invoice numbers such as {@code 20170109} or {@code 18JUN15JUL}. */
final class DateInNumber {
  /** A bill is often written within a month of the day in its number. */
  private static final int SLACK_DAYS = 31;

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern WEEK_OR_QUARTER =
      Pattern.compile("(Q[1-4]|WK|KW|WEEK|WC|WE)(?=\\d|$)|QTR|QUARTER|QUARTAL");

  /** Beginnings of the months' names in the languages of our suppliers. */
  private static final Map<Month, Pattern> NAMES =
      Map.ofEntries(
          month(Month.JANUARY, "JAN|JÄN|JANV|ENE|GEN|STY"),
          month(Month.FEBRUARY, "FEB|FEV|FÉV|LUT"),
          month(Month.MARCH, "MAR|MÄR|MRZ|MRT"),
          month(Month.APRIL, "APR|AVR|ABR|KWI"),
          month(Month.MAY, "MAY|MAI|MEI|MAG|MAJ"),
          month(Month.JUNE, "JUN|JUIN|GIU|CZE"),
          month(Month.JULY, "JUL|JUIL|LUG|LIP"),
          month(Month.AUGUST, "AUG|AOU|AOÛ|AGO|SIE"),
          month(Month.SEPTEMBER, "SEP|SET|WRZ"),
          month(Month.OCTOBER, "OCT|OKT|OUT|OTT|PAŹ"),
          month(Month.NOVEMBER, "NOV|LIS"),
          month(Month.DECEMBER, "DEC|DEZ|DIC|DÉC|GRU"));

  private DateInNumber() {}

  static boolean tells(String key, LocalDate issued) {
    return tellsByDigits(key, issued)
        || tellsByMonthName(key, issued)
        || WEEK_OR_QUARTER.matcher(key).find();
  }

  private static boolean tellsByMonthName(String key, LocalDate issued) {
    return IntStream.rangeClosed(-1, 1)
        .mapToObj(months -> issued.getMonth().plus(months))
        .anyMatch(month -> named(month).matcher(key).find());
  }

  private static Pattern named(Month month) {
    Pattern names = NAMES.get(month);
    if (names == null) {
      throw new IllegalStateException("No names for " + month);
    }
    return names;
  }

  private static boolean tellsByDigits(String key, LocalDate issued) {
    Matcher runs = DIGITS.matcher(key);
    while (runs.find()) {
      String run = runs.group();
      if (run.length() == 4
          && (near(issued, 2000 + number(run, 0, 2), number(run, 2, 4))
              || near(issued, 2000 + number(run, 2, 4), number(run, 0, 2)))) {
        return true;
      }
      for (int at = 0; at + 6 <= run.length(); at++) {
        if (tells(run.substring(at, Math.min(run.length(), at + 8)), issued, 0)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean tells(String digits, LocalDate issued, int at) {
    int first2 = number(digits, at, at + 2);
    int second2 = number(digits, at + 2, at + 4);
    int third2 = number(digits, at + 4, at + 6);
    int first4 = first2 * 100 + second2;
    int second4 = second2 * 100 + third2;
    boolean six =
        near(issued, 2000 + first2, second2, third2)
            || near(issued, 2000 + third2, second2, first2)
            || near(issued, 2000 + third2, first2, second2)
            || near(issued, first4, third2)
            || near(issued, second4, first2);
    if (six || digits.length() < at + 8) {
      return six;
    }
    int fourth2 = number(digits, at + 6, at + 8);
    int last4 = third2 * 100 + fourth2;
    return near(issued, first4, third2, fourth2)
        || near(issued, last4, second2, first2)
        || near(issued, last4, first2, second2);
  }

  private static boolean near(LocalDate issued, int year, int month, int day) {
    return isMonth(year, month)
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth()
        && Math.abs(ChronoUnit.DAYS.between(LocalDate.of(year, month, day), issued)) <= SLACK_DAYS;
  }

  private static boolean near(LocalDate issued, int year, int month) {
    return isMonth(year, month)
        && Math.abs(ChronoUnit.MONTHS.between(YearMonth.of(year, month), YearMonth.from(issued)))
            <= 1;
  }

  private static boolean isMonth(int year, int month) {
    return month >= 1 && month <= 12 && year >= 1990 && year <= Year.MAX_VALUE;
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }

  private static Map.Entry<Month, Pattern> month(Month month, String names) {
    return Map.entry(month, Pattern.compile(names));
  }
}
