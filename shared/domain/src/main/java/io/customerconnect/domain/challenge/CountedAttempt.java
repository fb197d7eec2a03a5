package io.customerconnect.domain.challenge;

import io.customerconnect.domain.challenge.AttemptCounter.Counting;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.rules.ChallengeRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An attempt that has been counted. Only with one can an answer be compared, and only {@link
 * #count} makes one, so that nothing is ever compared for free (P21).
 */
public final class CountedAttempt {
  private final Step step;
  private final ChallengeRules rules;
  private final Instant at;

  private CountedAttempt(Step step, ChallengeRules rules, Instant at) {
    this.step = step;
    this.rules = rules;
    this.at = at;
  }

  /** What asking for an attempt leads to. */
  public sealed interface Outcome {
    record Granted(CountedAttempt attempt) implements Outcome {}

    record Refused(ChallengeRefusal why) implements Outcome {}
  }

  /** Asks for an attempt at a step, now. */
  public static Outcome count(
      AttemptCounter counter, ChallengeId id, Step step, ChallengeRules rules, Instant now) {
    AttemptLimits limits =
        new AttemptLimits(
            id,
            step,
            now.minus(rules.life()),
            rules.failures(),
            rules.failuresPerPair(),
            rules.failuresPerVendor());
    return switch (counter.count(limits)) {
      case Counting.Counted _ -> new Outcome.Granted(new CountedAttempt(step, rules, now));
      case Counting.NotCounted refused ->
          new Outcome.Refused(
              new ChallengeTransitions(rules).whyNot(refused.challenge(), id, step, now));
      case Counting.AskedOtherwise _ -> new Outcome.Refused(ChallengeRefusal.OUT_OF_ORDER);
    };
  }

  /** The day it was made on, in UTC. */
  LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  ChallengeRules rules(Step answered) {
    if (answered != step) {
      throw new IllegalArgumentException("The attempt was counted for the other step.");
    }
    return rules;
  }
}
