package io.customerconnect.domain.status;

import io.customerconnect.domain.Text;
import io.customerconnect.domain.invoice.ResponseCode;
import java.util.Optional;

/**
 * What a buyer's file or message says of an invoice's status, before it is understood.
 *
 * @param word the buyer's own word for the status
 * @param code the code that it gives itself
 * @param clarification the reasons that it gives itself
 */
public record StatusEntry(
    Optional<String> word,
    Optional<ResponseCode> code,
    Clarification clarification,
    Payment payment) {

  public static final int MAX_WORD_LENGTH = 100;

  /** A status that nothing is said about. */
  public static final StatusEntry UNKNOWN =
      new StatusEntry(Optional.empty(), Optional.empty(), Clarification.NONE, Payment.UNKNOWN);

  /**
   * @throws io.customerconnect.domain.InvalidValueException when the word is blank, too long or
   *     holds control characters
   */
  public StatusEntry {
    word = word.map(text -> Text.line("The status", text, MAX_WORD_LENGTH));
  }
}
