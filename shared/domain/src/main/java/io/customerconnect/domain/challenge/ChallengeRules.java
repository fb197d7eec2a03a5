package io.customerconnect.domain.challenge;

import io.customerconnect.domain.InvalidValueException;
import java.time.Duration;
import java.time.Period;

/**
 * The numbers that challenges go by (P19 to P23). The defaults are those of a study of four real
 * ledgers; a buyer can have its own.
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
    Form form) {

  /** From how many invoices on a vendor can be asked for two second ones. */
  public static final int TWO_FROM = 10;

  /** The yardstick: the entropy that NIST SP 800-63A revision 3 (5.3.2) asks of such questions. */
  public static final double USUAL_BITS = 20;

  /** Where each single vendor must stay below one success in 100,000. */
  public static final double STRICT_BITS = 22;

  public static final ChallengeRules DEFAULT =
      new ChallengeRules(
          3,
          Duration.ofHours(24),
          9,
          9,
          Duration.ofHours(24),
          USUAL_BITS,
          Period.ofMonths(24),
          Period.ofDays(30),
          Period.ofDays(120),
          20,
          5,
          4,
          0,
          Form.ONE);

  /**
   * @throws InvalidValueException when a number is out of its range
   */
  public ChallengeRules {
    require(failures >= 1 && failures <= 5, "A challenge must end with 1 to 5 wrong answers.");
    require(
        failuresPerPair >= failures && failuresPerVendor >= failures,
        "The limits over a lifetime must not be lower than that of one challenge.");
    require(
        bits >= 14 && bits <= 40,
        "A challenge must ask for evidence of 14 to 40 bits, usually 20.");
    require(dateTolerance >= 0 && dateTolerance <= 3, "Dates may differ by at most 3 days.");
    require(amongBest >= 1, "The asked invoice must be drawn from at least one.");
  }

  /** How many second invoices are asked. */
  public enum Form {
    ONE,
    /** The stronger form: two where the vendor has {@value ChallengeRules#TWO_FROM} invoices. */
    TWO
  }

  /** The same with another threshold of evidence. */
  public ChallengeRules withBits(double other) {
    return new ChallengeRules(
        failures,
        lock,
        failuresPerPair,
        failuresPerVendor,
        life,
        other,
        window,
        minAge,
        gap,
        gapFrom,
        amongBest,
        minNumberLength,
        dateTolerance,
        form);
  }

  /** The same in another form. */
  public ChallengeRules withForm(Form other) {
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
        dateTolerance,
        other);
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
        form);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new InvalidValueException(otherwise);
    }
  }
}
