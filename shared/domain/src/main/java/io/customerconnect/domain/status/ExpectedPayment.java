package io.customerconnect.domain.status;

import java.time.LocalDate;
import java.util.Optional;

/** When an invoice will be paid, or why nothing can be said about it (P34). */
public sealed interface ExpectedPayment {

  /** The payment is expected on a day. */
  record On(LocalDate date, Basis basis) implements ExpectedPayment {}

  /**
   * The day that the payment was expected on is over, everywhere on earth; where the day comes from
   * a history, even the slowest payment of it came sooner.
   */
  record Late(LocalDate date, Basis basis) implements ExpectedPayment {}

  /** It is paid. */
  record Paid(Optional<LocalDate> on) implements ExpectedPayment {}

  /** The buyer waits for an answer first. */
  record OnHold(Clarification why) implements ExpectedPayment {}

  /** It will not be paid. */
  record Refused(Clarification why) implements ExpectedPayment {}

  /** There is neither a date nor a history to go by. */
  record Unknown() implements ExpectedPayment {}

  /** Where a date comes from. */
  sealed interface Basis {

    /** The buyer named it. */
    record BuyersDate() implements Basis {}

    /** The invoice is due then (BT-9); too little is known of how this buyer pays. */
    record DueDate() implements Basis {}

    /**
     * How the buyer paid this vendor's latest invoices: the quickest and the slowest of them say
     * how sure the date is.
     */
    record VendorHistory(Counted from, PaymentHabit habit) implements Basis {}

    /** How the buyer paid the latest invoices of all its vendors. */
    record BuyerHistory(Counted from, PaymentHabit habit) implements Basis {}
  }

  /** The date of an invoice that days are counted from. */
  enum Counted {
    DUE_DATE,
    /** Where the invoice has no due date. */
    ISSUE_DATE
  }
}
