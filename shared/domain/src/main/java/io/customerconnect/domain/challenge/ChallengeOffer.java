package io.customerconnect.domain.challenge;

import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.BuyerPolicy;

/** What a supplier that connects with a legal entity meets (P10, P14, P15). */
public enum ChallengeOffer {
  /** It is asked for its invoices. */
  CHALLENGE,
  /** The customer is asked. */
  CUSTOMER,
  /** Neither: no new suppliers are taken. */
  CLOSED;

  /**
   * For a supplier and a legal entity.
   *
   * @param stands where the two stand with each other
   * @param evidence what the legal entity's books are good for
   */
  public static ChallengeOffer of(
      BuyerPolicy policy, RelationshipState stands, LedgerFitness evidence) {
    return switch (policy) {
      case HIDDEN, CLOSED -> CLOSED;
      case APPROVAL -> CUSTOMER;
      case CHALLENGE, CHALLENGE_THEN_APPROVAL ->
          stands.isOpenToProof() && evidence == LedgerFitness.FIT ? CHALLENGE : CUSTOMER;
    };
  }
}
