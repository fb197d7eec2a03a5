package io.customerconnect.local.trigger;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.function.AsynchronousInvoker;
import io.customerconnect.local.function.LocalFunction;
import io.customerconnect.local.function.Outcome;
import io.customerconnect.template.Trigger.Schedule;
import io.customerconnect.template.Trigger.ScheduleState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The template's schedules, by the stack's clock. */
public final class Schedules {
  private final InstantSource clock;
  private final AsynchronousInvoker invoker;
  private final List<Entry> entries = new ArrayList<>();

  public Schedules(
      Collection<LocalFunction> functions, AsynchronousInvoker invoker, InstantSource clock) {
    this.invoker = invoker;
    this.clock = clock;
    for (LocalFunction function : functions) {
      for (Schedule schedule : function.definition().triggers(Schedule.class)) {
        entries.add(new Entry(function, schedule));
      }
    }
  }

  private final class Entry {
    final LocalFunction function;
    final Schedule schedule;
    final Occurrences occurrences;
    Optional<Instant> next;

    Entry(LocalFunction function, Schedule schedule) {
      this.function = function;
      this.schedule = schedule;
      this.occurrences = Occurrences.of(schedule.expression());
      this.next = occurrences.after(clock.instant());
    }

    /** As SAM names it: function and event. */
    String name() {
      return function.id() + schedule.name();
    }

    Outcome fire(Instant scheduled) {
      String time = scheduled.truncatedTo(ChronoUnit.SECONDS).toString();
      String input =
          schedule
              .input()
              .orElse("{}")
              .replace("<aws.scheduler.scheduled-time>", time)
              .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
              .replace("<aws.scheduler.schedule-arn>", "arn:aws:scheduler:local:" + name())
              .replace("<aws.scheduler.attempt-number>", "1");
      return invoker.invoke(function, Json.readObject(input));
    }
  }

  /** The names of all schedules. */
  public List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  /** When the schedule fires next; empty when never. */
  public Optional<Instant> next(String name) {
    return entry(name).flatMap(entry -> entry.next);
  }

  /**
   * Fires a schedule now, also one that is switched off.
   *
   * @param name function and event as in {@code RemindHourly}, or the function alone where it has
   *     one schedule
   * @return what came of it; empty when there is no such schedule
   */
  public Optional<Outcome> fire(String name) {
    return entry(name).map(entry -> entry.fire(clock.instant()));
  }

  /**
   * Fires, once each, the schedules that have become due; what was missed before is not made up
   * for, as with a scheduler that was down.
   */
  public synchronized void fireDue() {
    Instant now = clock.instant();
    for (Entry entry : entries) {
      if (entry.next.filter(next -> !next.isAfter(now)).isPresent()) {
        Instant due = entry.next.get();
        entry.next = entry.occurrences.after(now);
        if (entry.schedule.state() == ScheduleState.ENABLED) {
          entry.fire(due);
        }
      }
    }
  }

  private Optional<Entry> entry(String name) {
    List<Entry> named =
        entries.stream()
            .filter(entry -> entry.name().equals(name) || entry.function.id().equals(name))
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }
}
