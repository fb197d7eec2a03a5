package io.customerconnect.domain.limit;

/** What an account does that others have work with, or get mails by. */
public enum Usage {
  /** Asking customers, and beginning challenges. */
  REQUESTS,
  /** Reporting customers that cannot be found: each is looked for by hand. */
  MISSING_CUSTOMERS,
  COMMENTS
}
