package io.customerconnect.local.trigger;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.customerconnect.local.StackException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times of a schedule expression of EventBridge, in UTC. */
sealed interface Occurrences {
  /** One of a unit, or several: EventBridge insists on the grammar. */
  Pattern RATE = Pattern.compile("rate\\((?:(1) (minute|hour|day)|(\\d+) (minute|hour|day)s)\\)");

  Pattern CRON = Pattern.compile("cron\\((.+)\\)");

  /** The first time after another one. */
  Optional<Instant> after(Instant time);

  /** {@code rate(...)}: always so long after the one before. */
  record Rate(Duration every) implements Occurrences {
    @Override
    public Optional<Instant> after(Instant time) {
      return Optional.of(time.plus(every));
    }
  }

  /** {@code cron(...)}. */
  record Cron(ExecutionTime times) implements Occurrences {
    @Override
    public Optional<Instant> after(Instant time) {
      return times.nextExecution(time.atZone(ZoneOffset.UTC)).map(next -> next.toInstant());
    }
  }

  /**
   * Reads an expression.
   *
   * @throws StackException in one line, when it is not understood
   */
  static Occurrences of(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      boolean isOne = rate.group(1) != null;
      long number = isOne ? 1 : Long.parseLong(rate.group(3));
      if (isOne || number > 1) {
        return new Rate(
            switch (rate.group(isOne ? 2 : 4)) {
              case "minute" -> Duration.ofMinutes(number);
              case "hour" -> Duration.ofHours(number);
              default -> Duration.ofDays(number);
            });
      }
    }
    Matcher cron = CRON.matcher(expression);
    try {
      if (cron.matches()) {
        // AWS leaves out the seconds that Quartz begins with.
        CronParser parser =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
        return new Cron(ExecutionTime.forCron(parser.parse("0 " + cron.group(1))));
      }
    } catch (IllegalArgumentException e) {
      throw new StackException(
          "template.yaml: the schedule " + expression + " is not understood: " + e.getMessage(), e);
    }
    throw new StackException("template.yaml: the schedule " + expression + " is not understood");
  }
}
