package io.customerconnect.domain.party;

import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.rules.RuleSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A company, authority or other body that suppliers can connect with.
 *
 * @param legalName the full official name
 * @param otherNames in other languages, former, trading and short names
 * @param city empty when it is not known
 * @param group the group it belongs to
 * @param accepts what it takes electronically; none: it is not offered
 * @param ownPolicy empty: the group's, else {@link BuyerPolicy#CHALLENGE}
 * @param contacts who is asked about suppliers, in this order
 * @param rules the numbers that it has of its own
 */
public record LegalEntity(
    LegalEntityId id,
    String legalName,
    List<String> otherNames,
    CountryCode country,
    String city,
    Identifiers identifiers,
    Optional<EntityGroup> group,
    Set<DocumentType> accepts,
    Optional<BuyerPolicy> ownPolicy,
    LedgerVisibility ledger,
    Optional<VendorMaster> vendorMaster,
    List<Contact> contacts,
    RuleSettings rules) {

  public static final int MAX_NAME_LENGTH = 500;

  /** The buyer that every account is connected with, to rehearse. */
  public static final LegalEntityId TEST_BUYER = new LegalEntityId("test-buyer");

  /** What suppliers know the test buyer by. */
  public static final String TEST_BUYER_NAME = "CustomerConnect Test Buyer";

  public LegalEntity {
    otherNames = List.copyOf(otherNames);
    accepts = Set.copyOf(accepts);
    contacts = List.copyOf(contacts);
  }

  /** What its challenges go by. */
  public ChallengeRules challengeRules() {
    return ChallengeRules.of(rules);
  }

  /** What asking it goes by. */
  public ConnectionRules connectionRules() {
    return ConnectionRules.of(rules);
  }

  /** The policy in force. */
  public BuyerPolicy policy() {
    return ownPolicy
        .or(() -> group.flatMap(EntityGroup::defaultPolicy))
        .orElse(BuyerPolicy.CHALLENGE);
  }

  /** Where its vendor numbers mean one vendor; a vendor master is shared within a group only. */
  public VendorScope vendorScope() {
    return group
        .flatMap(in -> vendorMaster.map(master -> VendorScope.of(in.id(), master)))
        .orElseGet(() -> VendorScope.of(id));
  }

  /** Whether a search may show it. */
  public Offer offer() {
    return accepts.isEmpty() || policy() == BuyerPolicy.HIDDEN ? Offer.WITHHELD : Offer.OFFERED;
  }

  /** Whether suppliers get to see a legal entity. */
  public enum Offer {
    OFFERED,
    WITHHELD
  }
}
