package io.customerconnect.domain.rules;

import io.customerconnect.domain.InvalidValueException;
import java.time.Duration;
import java.time.Period;

/**
 * The numbers that challenges go by (P19 to P23). The usual ones are those of a study of four real
 * ledgers; a customer can have {@link RuleSettings} of its own.
 *
 * @param failures how many wrong answers a challenge ends with
 * @param lock how long a challenge is locked after that
 * @param failuresPerPair how many wrong answers an account has with a legal entity, ever
 * @param failuresPerVendor how many wrong answers a vendor number bears over all accounts, ever
 * @param life how long a challenge can be answered
 * @param bits how much evidence an asked invoice must give, as the negative binary logarithm of the
 *     chance that the best guess hits
 * @param window how far back invoices count
 * @param minAge how old an asked invoice must be, to be posted for sure
 * @param gap how many days an asked invoice is away from the first one, where the vendor has {@link
 *     #gapFrom} invoices or more
 * @param gapFrom from how many invoices on the gap is kept
 * @param amongBest the asked invoice is drawn from so many of the best
 * @param minNumberLength how many characters the key of the first invoice's number has
 * @param dateTolerance how many days an answered date may differ; it costs evidence
 * @param form how many second invoices are asked
 * @param weakPairs whether two invoices may be asked that prove enough only together
 */
public record ChallengeRules(
    int failures,
    Duration lock,
    int failuresPerPair,
    int failuresPerVendor,
    Duration life,
    double bits,
    Period window,
    Period minAge,
    Period gap,
    int gapFrom,
    int amongBest,
    int minNumberLength,
    int dateTolerance,
    Form form,
    WeakPairs weakPairs) {

  /** From how many invoices on a vendor can be asked for two second ones. */
  public static final int TWO_FROM = 10;

  public static final ChallengeRules DEFAULT = of(RuleSettings.NONE);

  /**
   * @throws InvalidValueException when dates may differ by too much
   */
  public ChallengeRules {
    if (dateTolerance < 0 || dateTolerance > 3) {
      throw new InvalidValueException("Dates may differ by at most 3 days.");
    }
  }

  /** Those of a customer. */
  public static ChallengeRules of(RuleSettings settings) {
    return new ChallengeRules(
        settings.number(RuleNumber.ATTEMPTS),
        Duration.ofHours(settings.number(RuleNumber.LOCK_HOURS)),
        settings.number(RuleNumber.ATTEMPTS_PER_SUPPLIER),
        settings.number(RuleNumber.ATTEMPTS_PER_VENDOR_NUMBER),
        Duration.ofHours(settings.number(RuleNumber.CHALLENGE_HOURS)),
        settings.number(RuleNumber.EVIDENCE_BITS),
        Period.ofMonths(24),
        Period.ofDays(30),
        Period.ofDays(120),
        20,
        5,
        4,
        0,
        settings.form().orElse(Form.ONE),
        settings.weakPairs().orElse(WeakPairs.ALLOWED));
  }

  /** How many second invoices are asked. */
  public enum Form {
    ONE,
    /** The stronger form: two where the vendor has {@value ChallengeRules#TWO_FROM} invoices. */
    TWO
  }

  /** Whether two invoices that prove enough together do where none does alone. */
  public enum WeakPairs {
    ALLOWED,
    REFUSED
  }

  /** The same with dates that may differ. */
  public ChallengeRules withDateTolerance(int days) {
    return new ChallengeRules(
        failures,
        lock,
        failuresPerPair,
        failuresPerVendor,
        life,
        bits,
        window,
        minAge,
        gap,
        gapFrom,
        amongBest,
        minNumberLength,
        days,
        form,
        weakPairs);
  }
}
