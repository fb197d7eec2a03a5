package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.Instant;
import java.util.List;

/**
 * A supplier account and a legal entity, and where they stand with each other.
 *
 * @param requests when the supplier asked, within the window of the rules, oldest first
 */
public record TradingRelationship(
    AccountId account, LegalEntityId legalEntity, RelationshipState state, List<Instant> requests) {

  public TradingRelationship {
    requests = List.copyOf(requests);
  }

  /** The relationship of two who never had to do with each other. */
  public static TradingRelationship none(AccountId account, LegalEntityId legalEntity) {
    return new TradingRelationship(
        account, legalEntity, new RelationshipState.Unconnected(), List.of());
  }

  TradingRelationship in(RelationshipState next) {
    return new TradingRelationship(account, legalEntity, next, requests);
  }
}
