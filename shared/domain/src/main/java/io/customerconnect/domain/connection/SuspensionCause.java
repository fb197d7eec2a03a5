package io.customerconnect.domain.connection;

import java.util.List;

/** Why a connection is suspended until support has looked into it. */
public sealed interface SuspensionCause {
  SuspensionCause DISPUTED = new Disputed();

  /** Somebody at the buyer, or of an account with the same vendor number, says it is not right. */
  record Disputed() implements SuspensionCause {}

  /**
   * The vendor number that was proved is bound to others (P19).
   *
   * @param holders who follow the review by tickets of their own
   */
  record VendorNumberTaken(List<HolderTicket> holders) implements SuspensionCause {
    public VendorNumberTaken {
      holders = List.copyOf(holders);
    }
  }
}
