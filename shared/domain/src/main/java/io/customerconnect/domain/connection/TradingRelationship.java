package io.customerconnect.domain.connection;

import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.PracticeSamples;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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

  /**
   * The numbers in the buyer's books whose invoices the supplier sees: none while the two are not
   * connected, be it only for a review (P39). With the test buyer it is the account's own.
   */
  public Set<VendorNumber> statusVendorNumbers() {
    return switch (state) {
      case Connected connected ->
          connected.origin() == Origin.TEST
              ? Set.of(PracticeSamples.vendorNumber(account))
              : connected.vendorNumbers();
      case Unconnected _, Challenged _, Pending _, Suspended _, Declined _, Expired _, Ended _ ->
          Set.of();
    };
  }

  TradingRelationship in(RelationshipState next) {
    return new TradingRelationship(account, legalEntity, next, requests);
  }
}
