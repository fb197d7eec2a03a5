package io.customerconnect.domain.invoice;

import java.util.Arrays;
import java.util.Optional;

/** Why a buyer gives an invoice its status, by its code of Peppol's list OPStatusReason. */
public enum StatusReason {
  /** NON: nothing is wrong. */
  NO_ISSUE("NON"),
  /** REF: a reference, of an order perhaps, is missing or wrong. */
  REFERENCES("REF"),
  /** LEG: what the law wants said is missing or wrong. */
  LEGAL_INFORMATION("LEG"),
  /** REC: it does not go to this receiver. */
  RECEIVER_UNKNOWN("REC"),
  /** QUA: the goods or services are not good enough. */
  QUALITY("QUA"),
  /** DEL: they did not come as agreed. */
  DELIVERY("DEL"),
  /** PRI: the prices are others than expected. */
  PRICES("PRI"),
  /** QTY: the quantities are others than expected. */
  QUANTITY("QTY"),
  /** ITM: the items are others than expected. */
  ITEMS("ITM"),
  /** PAY: the terms of payment are others than expected. */
  PAYMENT_TERMS("PAY"),
  /** UNR: the buyer knows of no such deal. */
  NOT_RECOGNISED("UNR"),
  /** FIN: the terms of finance are others than expected. */
  FINANCE_TERMS("FIN"),
  /** PPD: a part is paid. */
  PARTIALLY_PAID("PPD"),
  /** OTH: said in words only. */
  OTHER("OTH");

  /** The name of the code list in a message. */
  public static final String LIST = "OPStatusReason";

  private final String code;

  StatusReason(String code) {
    this.code = code;
  }

  /** The OPStatusReason code: three capital letters. */
  public String code() {
    return code;
  }

  /** The value with this code, in upper case. */
  public static Optional<StatusReason> ofCode(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
