package io.customerconnect.domain.feed;

import java.util.Set;

/** What the dates in a buyer's books are. */
public enum LedgerDates {
  /** Printed on the documents (BT-2), so that suppliers know them. */
  DOCUMENT(InvoiceColumn.ISSUE_DATE),
  /** Of posting or payment, weeks later. */
  POSTING(InvoiceColumn.POSTING_DATE);

  private final InvoiceColumn column;

  LedgerDates(InvoiceColumn column) {
    this.column = column;
  }

  InvoiceColumn column() {
    return column;
  }

  /** What a file with these columns says that its dates are. */
  public static LedgerDates of(Set<InvoiceColumn> columns) {
    return columns.contains(POSTING.column) && !columns.contains(DOCUMENT.column)
        ? POSTING
        : DOCUMENT;
  }
}
