package io.customerconnect.domain.feed;

import io.customerconnect.domain.invoice.HistoricInvoice;

/**
 * What the dates of invoices look like beside the days that they were paid on: what is hardly ever
 * dated before its payment is dated by it, whatever the column is called.
 *
 * @param paid how many invoices say when they were paid
 * @param notBeforePayment how many of these are not dated before that
 */
public record DatesSeen(long paid, long notBeforePayment) {
  /** Nothing was seen. */
  public static final DatesSeen NONE = new DatesSeen(0, 0);

  /** Fewer tell nothing: some invoices are paid on their day. */
  private static final long ENOUGH = 20;

  /** Of a hundred. */
  private static final long NEARLY_ALL = 90;

  /** What one row shows. */
  public static DatesSeen of(HistoricInvoice row) {
    return row.status()
        .payment()
        .on()
        .map(on -> new DatesSeen(1, row.issueDate().isBefore(on) ? 0 : 1))
        .orElse(NONE);
  }

  /** What both show. */
  public DatesSeen plus(DatesSeen other) {
    return new DatesSeen(paid + other.paid, notBeforePayment + other.notBeforePayment);
  }

  /** What the dates are, whatever they are said to be. */
  public LedgerDates judge(LedgerDates said) {
    return paid >= ENOUGH && notBeforePayment * 100 >= paid * NEARLY_ALL
        ? LedgerDates.POSTING
        : said;
  }
}
