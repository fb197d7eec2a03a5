package io.customerconnect.domain.connection;

/** A side of a trading relationship. */
public enum Side {
  SUPPLIER,
  BUYER
}
