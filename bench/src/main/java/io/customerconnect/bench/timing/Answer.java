package io.customerconnect.bench.timing;

import java.util.List;
import java.util.Locale;

/** What an answer to a challenge can be. */
public enum Answer {
  FIRST_RIGHT,
  /** The number of an invoice that there is, and another amount. */
  FIRST_WRONG_AMOUNT,
  FIRST_WRONG_DATE,
  FIRST_UNKNOWN_NUMBER,
  /** All is right, but the vendor has nothing that step 2 could ask. */
  FIRST_NOTHING_TO_ASK,
  SECOND_WRONG_AMOUNT,
  SECOND_WRONG_DATE,
  SECOND_WRONG;

  public static final List<Answer> OF_STEP_ONE =
      List.of(
          FIRST_RIGHT,
          FIRST_WRONG_AMOUNT,
          FIRST_WRONG_DATE,
          FIRST_UNKNOWN_NUMBER,
          FIRST_NOTHING_TO_ASK);

  /** What a right one leads to everybody sees. */
  public static final List<Answer> OF_STEP_TWO =
      List.of(SECOND_WRONG, SECOND_WRONG_AMOUNT, SECOND_WRONG_DATE);

  boolean isSecond() {
    return OF_STEP_TWO.contains(this);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
