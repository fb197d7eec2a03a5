package io.customerconnect.domain.status;

import io.customerconnect.domain.Text;

/**
 * A value of an invoice as the buyer would have it.
 *
 * @param term what is to be corrected: a business term of EN 16931 such as {@code BT-48}, or the
 *     buyer's own name for it
 * @param value what the buyer takes to be right
 */
public record Correction(String term, String value) {
  public static final int MAX_TERM_LENGTH = 100;
  public static final int MAX_VALUE_LENGTH = 500;

  /**
   * @throws io.customerconnect.domain.InvalidValueException when one of them is empty or too long
   */
  public Correction {
    term = Text.line("The name of the corrected value", term, MAX_TERM_LENGTH);
    value = Text.lines("The corrected value", value, MAX_VALUE_LENGTH);
  }
}
