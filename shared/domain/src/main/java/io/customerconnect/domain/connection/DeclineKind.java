package io.customerconnect.domain.connection;

/** What a customer meant by declining. */
public enum DeclineKind {
  /** It knows the supplier, and does not want this connection. */
  DECLINED,
  /** It does not know the supplier. */
  NOT_OUR_SUPPLIER
}
