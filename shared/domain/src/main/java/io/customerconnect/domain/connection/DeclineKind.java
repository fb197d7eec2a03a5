package io.customerconnect.domain.connection;

/** Who said no to a supplier, and what was meant. */
public enum DeclineKind {
  /** The customer knows the supplier, and does not want this connection. */
  DECLINED,
  /** The customer does not know the supplier. */
  NOT_OUR_SUPPLIER,
  /** Support rejected the request, or ended what was suspended, by hand. */
  REJECTED
}
