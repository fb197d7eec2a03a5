package io.customerconnect.domain.connection;

/** Why a connection is suspended until support has looked into it. */
public enum SuspensionCause {
  /** Somebody at the buyer, or of an account with the same vendor number, says it is not right. */
  DISPUTED,
  /** The vendor number that was proved is bound to another account (P19). */
  VENDOR_NUMBER_TAKEN
}
