package io.customerconnect.domain.party;

import io.customerconnect.domain.Text;

/** A buyer's own number for a supplier in its books (vendor master). */
public record VendorNumber(String value) {
  public static final int MAX_LENGTH = 40;

  /**
   * @throws io.customerconnect.domain.InvalidValueException when it is blank, longer than {@value
   *     #MAX_LENGTH} characters or holds control characters
   */
  public VendorNumber {
    value = Text.line("The vendor number", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
