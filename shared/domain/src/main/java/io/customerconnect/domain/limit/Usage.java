package io.customerconnect.domain.limit;

/** What an account does that others have work with, get mails by, or have to wait for. */
public enum Usage {
  /** Asking customers, and beginning challenges. */
  REQUESTS,
  /** Reporting customers that cannot be found: each is looked for by hand. */
  MISSING_CUSTOMERS,
  COMMENTS,
  /** Having invoices checked by the rules, which takes more computing than all else together. */
  PRACTICE_INVOICES
}
