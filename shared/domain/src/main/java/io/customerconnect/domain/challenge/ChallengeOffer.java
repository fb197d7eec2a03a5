package io.customerconnect.domain.challenge;

import io.customerconnect.domain.party.LegalEntity;

/** What a supplier that connects with a legal entity meets (P10, P14, P15). */
public enum ChallengeOffer {
  /** It is asked for its invoices. */
  CHALLENGE,
  /** The customer is asked. */
  CUSTOMER,
  /** Neither: no new suppliers are taken. */
  CLOSED;

  /**
   * For a legal entity.
   *
   * @param evidence what its books are good for
   */
  public static ChallengeOffer of(LegalEntity entity, LedgerFitness evidence) {
    return switch (entity.policy()) {
      case HIDDEN, CLOSED -> CLOSED;
      case APPROVAL -> CUSTOMER;
      case CHALLENGE, CHALLENGE_THEN_APPROVAL ->
          evidence == LedgerFitness.FIT ? CHALLENGE : CUSTOMER;
    };
  }
}
