package io.customerconnect.domain.challenge;

/** Whether a buyer's books can be asked about at all. */
public enum LedgerFitness {
  /** There are no invoices, or none that can be asked for. */
  EMPTY,
  /**
   * The dates are those of posting or payment, which suppliers do not know: weeks later, and no
   * tolerance bridges that.
   */
  POSTING_DATES,
  FIT
}
