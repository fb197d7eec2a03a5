package io.customerconnect.domain.connection;

/** How a relationship came to be connected. */
public enum Origin {
  /** Every account is connected with the test buyer. */
  TEST,
  /** The customer confirmed it. */
  BUYER,
  /** The supplier proved it with earlier invoices. */
  CHALLENGE,
  /** Support connected the two by hand. */
  SUPPORT
}
