package io.customerconnect.domain.rules;

import java.util.Arrays;
import java.util.Optional;

/** A number of sections 4 and 5 that each customer can have of its own (P21, P23, P28). */
public enum RuleNumber {
  /** How many wrong answers end a challenge. */
  ATTEMPTS("attempts", 1, 5, 3),
  /** For how many hours a challenge is locked after that. */
  LOCK_HOURS("lockHours", 1, 720, 24),
  /** For how many hours a challenge can be answered. */
  CHALLENGE_HOURS("challengeHours", 1, 168, 24),
  /** How many wrong answers an account has with a legal entity, ever. */
  ATTEMPTS_PER_SUPPLIER("attemptsPerSupplier", 1, 30, 9),
  /** How many wrong answers a vendor number bears over all accounts, ever. */
  ATTEMPTS_PER_VENDOR_NUMBER("attemptsPerVendorNumber", 1, 30, 9),
  /**
   * How many bits of evidence an asked invoice gives. The default is the yardstick of NIST SP
   * 800-63A revision 3 (5.3.2); 22 where each single vendor must stay below one success in 100,000.
   */
  EVIDENCE_BITS("evidenceBits", 14, 40, 20),
  /** After how many days the customer is reminded. */
  FIRST_REMINDER_DAYS("firstReminderDays", 1, 87, 3),
  /** After how many days another contact is asked. */
  SECOND_REMINDER_DAYS("secondReminderDays", 2, 88, 10),
  /** After how many days an operator looks into it, too. */
  THIRD_REMINDER_DAYS("thirdReminderDays", 3, 89, 20),
  /** After how many days a request expires. */
  EXPIRY_DAYS("expiryDays", 4, 90, 30),
  /** How many requests a supplier may make. */
  REQUESTS("requests", 1, 20, 3),
  /** Within so many days. */
  REQUEST_DAYS("requestDays", 1, 365, 90);

  private final String word;
  private final int least;
  private final int most;
  private final int usual;

  RuleNumber(String word, int least, int most, int usual) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.usual = usual;
  }

  /** The word for it in the API. */
  public String word() {
    return word;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  /** What it is for a customer that has none of its own. */
  public int usual() {
    return usual;
  }

  public static Optional<RuleNumber> ofWord(String word) {
    return Arrays.stream(values()).filter(number -> number.word.equals(word)).findFirst();
  }
}
