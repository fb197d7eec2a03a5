package io.customerconnect.domain.challenge;

import io.customerconnect.domain.feed.LedgerDates;

/** Whether a buyer's books can be asked about at all. */
public enum LedgerFitness {
  /** There are no invoices, or none that can be asked for. */
  EMPTY,
  /**
   * The dates are those of posting or payment, which suppliers do not know: weeks later, and no
   * tolerance bridges that.
   */
  POSTING_DATES,
  FIT;

  /**
   * Of books.
   *
   * @param vendors how many of their vendors can be challenged
   */
  public static LedgerFitness of(LedgerDates dates, long vendors) {
    return switch (dates) {
      case POSTING -> POSTING_DATES;
      case DOCUMENT -> vendors > 0 ? FIT : EMPTY;
    };
  }
}
