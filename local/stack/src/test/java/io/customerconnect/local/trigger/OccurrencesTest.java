package io.customerconnect.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.local.Options;
import io.customerconnect.local.StackException;
import io.customerconnect.template.Parameters;
import io.customerconnect.template.Template;
import io.customerconnect.template.Trigger.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When schedules fire; 2026-03-02 is a Monday. */
class OccurrencesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:20:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 hour) | 2026-03-02T09:20:00Z",
        "rate(15 minutes) | 2026-03-02T08:35:00Z",
        "rate(2 days) | 2026-03-04T08:20:00Z",
        "cron(0 6 * * ? *) | 2026-03-03T06:00:00Z",
        "cron(30 8 * * ? *) | 2026-03-02T08:30:00Z",
        "cron(0/15 * * * ? *) | 2026-03-02T08:30:00Z",
        "cron(0 10 ? * MON-FRI *) | 2026-03-02T10:00:00Z",
        "cron(0 8 ? * MON *) | 2026-03-09T08:00:00Z",
        "cron(0 0 1 * ? *) | 2026-04-01T00:00:00Z",
        "cron(0 0 29 2 ? *) | 2028-02-29T00:00:00Z",
      })
  void theNextTime(String expression, Instant next) {
    assertThat(Occurrences.of(expression).after(NOW)).contains(next);
  }

  @Test
  void whatLiesBehindComesNoMore() {
    assertThat(Occurrences.of("cron(0 0 1 1 ? 2020)").after(NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(1 hours)",
        "rate(2 hour)",
        "rate(0 minutes)",
        "rate(1 week)",
        "every hour",
        "cron(0 6 * *)",
        "cron(0 25 * * ? *)",
        "cron(0 6 * * * *)",
      })
  void whatEventBridgeRefusesIsToldInOneLine(String expression) {
    assertThatThrownBy(() -> Occurrences.of(expression))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("template.yaml")
        .hasMessageContaining(expression)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void everyScheduleOfTheTemplateFiresWithinADayAndNotMoreThanOnceAMinute() {
    List<Schedule> schedules =
        Template.read(Options.forTests().root().resolve("template.yaml"), Parameters.defaults())
            .functions()
            .stream()
            .flatMap(function -> function.triggers(Schedule.class).stream())
            .toList();

    assertThat(schedules)
        .isNotEmpty()
        .allSatisfy(
            schedule -> {
              Occurrences occurrences = Occurrences.of(schedule.expression());
              Instant first = occurrences.after(NOW).orElseThrow();
              Instant second = occurrences.after(first).orElseThrow();
              assertThat(Duration.between(first, second))
                  .isBetween(Duration.ofMinutes(1), Duration.ofDays(1));
            });
  }
}
