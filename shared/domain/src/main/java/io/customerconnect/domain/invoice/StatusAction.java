package io.customerconnect.domain.invoice;

import java.util.Arrays;
import java.util.Optional;

/** What a buyer asks of the supplier, by its code of Peppol's list OPStatusAction. */
public enum StatusAction {
  /** NOA: nothing. */
  NOTHING("NOA"),
  /** PIN: to say what is missing; the invoice stands. */
  PROVIDE_INFORMATION("PIN"),
  /** NIN: to issue a corrected invoice. */
  ISSUE_NEW_INVOICE("NIN"),
  /** CNF: to cancel the whole invoice by a credit note. */
  CREDIT_FULLY("CNF"),
  /** CNP: to correct a part of it by a credit note. */
  CREDIT_PARTIALLY("CNP"),
  /** CNA: to pay back what was paid. */
  REPAY("CNA"),
  /** OTH: said in words only. */
  OTHER("OTH");

  /** The name of the code list in a message. */
  public static final String LIST = "OPStatusAction";

  private final String code;

  StatusAction(String code) {
    this.code = code;
  }

  /** The OPStatusAction code: three capital letters. */
  public String code() {
    return code;
  }

  /** The value with this code, in upper case. */
  public static Optional<StatusAction> ofCode(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
