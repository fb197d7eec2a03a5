package io.customerconnect.domain.invoice;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a buyer has done with an invoice, by its code of UNCL4343: the part of that list that Peppol
 * Invoice Response 3 uses. In the order in which an invoice usually gets on.
 */
public enum ResponseCode {
  /** AB: it has arrived and can be read. */
  ACKNOWLEDGED("AB"),
  /** IP: the buyer works on it. */
  IN_PROCESS("IP"),
  /** UQ: work on it stands still until the supplier has answered. */
  UNDER_QUERY("UQ"),
  /** CA: it will be paid, in another way than it says. */
  CONDITIONALLY_ACCEPTED("CA"),
  /** RE: the buyer will do no more about it. */
  REJECTED("RE"),
  /** AP: it is approved; what comes next is the payment. */
  ACCEPTED("AP"),
  /** PD: the payment, or a part of it, is on its way. */
  PAID("PD");

  private final String code;

  ResponseCode(String code) {
    this.code = code;
  }

  /** The UNCL4343 code: two capital letters. */
  public String code() {
    return code;
  }

  /** Whether the supplier must be told why: it is under query, accepted otherwise, or rejected. */
  public boolean needsReason() {
    return switch (this) {
      case UNDER_QUERY, CONDITIONALLY_ACCEPTED, REJECTED -> true;
      case ACKNOWLEDGED, IN_PROCESS, ACCEPTED, PAID -> false;
    };
  }

  /** The value with this code, in upper case. */
  public static Optional<ResponseCode> ofCode(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
