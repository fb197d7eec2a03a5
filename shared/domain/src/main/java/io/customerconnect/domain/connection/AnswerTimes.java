package io.customerconnect.domain.connection;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How long a customer has taken to answer requests by hand (P31).
 *
 * @param answers how many came after so many working days; from none on, ascending
 */
public record AnswerTimes(List<Long> answers) {
  /** As many working days as a request can be open for, and one more. */
  public static final int MOST_DAYS = 23;

  /** Those of a customer that has not answered yet. */
  public static final AnswerTimes NONE = new AnswerTimes(Collections.nCopies(MOST_DAYS + 1, 0L));

  /** Fewer answers than this tell nothing about the next one. */
  private static final int FEWEST = 5;

  public AnswerTimes {
    answers = List.copyOf(answers);
  }

  /**
   * The working days between a request and its answer: Monday to Friday (UTC), the day of the
   * request not counted; at most {@value #MOST_DAYS}.
   */
  public static int workingDays(Instant asked, Instant answered) {
    LocalDate last = LocalDate.ofInstant(answered, ZoneOffset.UTC);
    int days = 0;
    for (LocalDate day = LocalDate.ofInstant(asked, ZoneOffset.UTC).plusDays(1);
        !day.isAfter(last) && days < MOST_DAYS;
        day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        days++;
      }
    }
    return days;
  }

  /** Within how many working days half of all answers came, at least 1; empty of too few. */
  public Optional<Integer> usual() {
    long all = answers.stream().mapToLong(Long::longValue).sum();
    if (all < FEWEST) {
      return Optional.empty();
    }
    long soFar = 0;
    for (int days = 0; days < answers.size(); days++) {
      soFar += answers.get(days);
      if (2 * soFar >= all) {
        return Optional.of(Math.max(1, days));
      }
    }
    return Optional.empty();
  }
}
