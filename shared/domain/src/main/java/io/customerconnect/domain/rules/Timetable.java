package io.customerconnect.domain.rules;

import static io.customerconnect.domain.rules.RuleNumber.EXPIRY_DAYS;
import static io.customerconnect.domain.rules.RuleNumber.FIRST_REMINDER_DAYS;
import static io.customerconnect.domain.rules.RuleNumber.SECOND_REMINDER_DAYS;
import static io.customerconnect.domain.rules.RuleNumber.THIRD_REMINDER_DAYS;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a request to a customer is reminded of, and when it expires (P28). A request keeps the one
 * that it was made under: what the supplier and the customer were told stays true.
 *
 * @param reminders how long after the request the customer is reminded, ascending
 * @param expiry how long after the request it expires
 */
public record Timetable(List<Duration> reminders, Duration expiry) {

  /** Which reminder is the first that goes to another contact. */
  public static final int OTHER_CONTACT_FROM = 1;

  public static final Timetable DEFAULT = of(RuleSettings.NONE);

  /** Whoever looks for requests that something is due for need not look further back. */
  public static final Duration LONGEST = Duration.ofDays(EXPIRY_DAYS.most());

  public Timetable {
    reminders = List.copyOf(reminders);
  }

  /** That of a customer's requests. */
  public static Timetable of(RuleSettings settings) {
    return new Timetable(
        Stream.of(FIRST_REMINDER_DAYS, SECOND_REMINDER_DAYS, THIRD_REMINDER_DAYS)
            .map(number -> Duration.ofDays(settings.number(number)))
            .toList(),
        Duration.ofDays(settings.number(EXPIRY_DAYS)));
  }
}
