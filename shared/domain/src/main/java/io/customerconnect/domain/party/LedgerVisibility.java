package io.customerconnect.domain.party;

/** Whether a buyer's invoice data are known to everyone, as those of spending authorities are. */
public enum LedgerVisibility {
  PRIVATE,
  PUBLISHED
}
