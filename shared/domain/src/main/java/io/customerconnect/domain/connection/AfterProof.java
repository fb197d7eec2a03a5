package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.LedgerVisibility;
import io.customerconnect.domain.party.LegalEntity;

/** What follows when a supplier has proved that it trades with a legal entity (P15). */
public enum AfterProof {
  /** It is connected, and nobody at the buyer has to act. */
  CONNECTED,
  /** The buyer's contact is asked all the same. */
  APPROVAL,
  /** Nothing: the buyer has closed its doors meanwhile. */
  NOTHING;

  /**
   * By the buyer's policy. Where everybody can read the buyer's invoices, knowing two of them
   * proves nothing.
   */
  public static AfterProof of(LegalEntity entity) {
    return switch (entity.policy()) {
      case HIDDEN, CLOSED -> NOTHING;
      case APPROVAL, CHALLENGE_THEN_APPROVAL -> APPROVAL;
      case CHALLENGE -> entity.ledger() == LedgerVisibility.PRIVATE ? CONNECTED : APPROVAL;
    };
  }
}
