package io.customerconnect.domain.status;

import io.customerconnect.domain.Text;
import io.customerconnect.domain.invoice.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a buyer says of a payment; all of it may be missing.
 *
 * @param on the day it was made
 * @param amount what was paid so far, all payments together
 * @param reference what the supplier finds it by on its account
 */
public record Payment(Optional<LocalDate> on, Optional<Money> amount, Optional<String> reference) {

  public static final int MAX_REFERENCE_LENGTH = 140;

  /** A payment that nothing is said about. */
  public static final Payment UNKNOWN =
      new Payment(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * @throws io.customerconnect.domain.InvalidValueException when the reference is blank, too long
   *     or holds control characters
   */
  public Payment {
    reference =
        reference.map(text -> Text.line("The payment reference", text, MAX_REFERENCE_LENGTH));
  }
}
