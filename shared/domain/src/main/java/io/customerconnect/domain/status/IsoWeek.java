package io.customerconnect.domain.status;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Locale;

/**
 * A week of ISO 8601: from Monday to Sunday, in the year that its Thursday is in.
 *
 * @param year of the week, which is not always that of the day
 * @param week from 1 to 53
 */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {

  /** The week that a day is in. */
  public static IsoWeek of(LocalDate date) {
    return new IsoWeek(
        date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** The day that it begins with. */
  public LocalDate monday() {
    // The fourth of January is always in the first week.
    return LocalDate.of(year, 1, 4)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusWeeks(week - 1L);
  }

  /** The week that {@link #toString} made the text of. */
  public static IsoWeek parse(String text) {
    return new IsoWeek(
        Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 6, text.length(), 10));
  }

  @Override
  public int compareTo(IsoWeek other) {
    return Comparator.comparingInt(IsoWeek::year)
        .thenComparingInt(IsoWeek::week)
        .compare(this, other);
  }

  /** As ISO 8601 writes it, such as {@code 2026-W48}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04d-W%02d", year, week);
  }
}
