package io.customerconnect.domain.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.AfterProof;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.Identifiers;
import io.customerconnect.domain.party.LedgerVisibility;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorMaster;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.RuleNumber;
import io.customerconnect.domain.rules.RuleSettings;
import io.customerconnect.domain.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupProofTest {
  private static final RelationshipState UNCONNECTED = new RelationshipState.Unconnected();
  private static final RelationshipState DECLINED =
      new RelationshipState.Declined(
          new TicketNumber("CC-7K3M-9QX2-H"), Instant.EPOCH, DeclineKind.DECLINED, "");
  private static final LegalEntity PROVED = entity("proved", "nord", "P01", BuyerPolicy.CHALLENGE);

  @Test
  void oneProofDoesForTickedMembersThatShareTheVendorMasterAndKnowTheVendor() {
    LegalEntity sister = entity("sister", "nord", "P01", BuyerPolicy.CHALLENGE);
    LegalEntity approves = entity("approves", "nord", "P01", BuyerPolicy.CHALLENGE_THEN_APPROVAL);
    LegalEntity stranger = entity("stranger", "nord", "P01", BuyerPolicy.CHALLENGE);

    assertThat(
            GroupProof.covered(
                PROVED,
                List.of(
                    PROVED,
                    sister,
                    approves,
                    stranger,
                    entity("other-master", "nord", "P02", BuyerPolicy.CHALLENGE),
                    entity("other-group", "sued", "P01", BuyerPolicy.CHALLENGE),
                    entity("approval", "nord", "P01", BuyerPolicy.APPROVAL),
                    entity("closed", "nord", "P01", BuyerPolicy.CLOSED),
                    entity("no-master", "nord", "", BuyerPolicy.CHALLENGE)),
                id -> !id.equals(stranger.id())))
        .containsExactly(sister, approves);
  }

  @Test
  void aMemberThatAsksForMoreIsNotCovered() {
    LegalEntity stricter =
        entity(
            "stricter",
            RuleSettings.NONE.with(ChallengeRules.Form.TWO).with(RuleNumber.EVIDENCE_BITS, 22));
    LegalEntity asksOtherwise =
        entity("patient", RuleSettings.NONE.with(RuleNumber.EXPIRY_DAYS, 60));

    assertThat(GroupProof.covered(PROVED, List.of(stricter, asksOtherwise), _ -> true))
        .containsExactly(asksOtherwise);
  }

  private static LegalEntity entity(String id, RuleSettings rules) {
    LegalEntity usual = entity(id, "nord", "P01", BuyerPolicy.CHALLENGE);
    return new LegalEntity(
        usual.id(),
        usual.legalName(),
        usual.otherNames(),
        usual.country(),
        usual.city(),
        usual.identifiers(),
        usual.group(),
        usual.accepts(),
        usual.ownPolicy(),
        usual.ledger(),
        usual.vendorMaster(),
        usual.contacts(),
        rules);
  }

  @Test
  void vendorMastersOfTwoGroupsHaveNothingToDoWithEachOtherWhateverTheyAreCalled() {
    LegalEntity one = entity("a", "nord", "SAP", BuyerPolicy.CHALLENGE);

    assertThat(one.vendorScope())
        .isEqualTo(entity("b", "nord", "SAP", BuyerPolicy.CHALLENGE).vendorScope())
        .isNotEqualTo(entity("c", "sued", "SAP", BuyerPolicy.CHALLENGE).vendorScope());
  }

  @Test
  void withoutAVendorMasterNothingIsShared() {
    assertThat(
            GroupProof.sharesVendors(
                entity("a", "nord", "", BuyerPolicy.CHALLENGE),
                entity("b", "nord", "", BuyerPolicy.CHALLENGE)))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "HIDDEN, PRIVATE, NOTHING, CLOSED",
    "CLOSED, PRIVATE, NOTHING, CLOSED",
    "APPROVAL, PRIVATE, APPROVAL, CUSTOMER",
    "CHALLENGE_THEN_APPROVAL, PRIVATE, APPROVAL, CHALLENGE",
    "CHALLENGE, PRIVATE, CONNECTED, CHALLENGE",
    "CHALLENGE, PUBLISHED, APPROVAL, CHALLENGE"
  })
  void whatTheBuyerWants(
      BuyerPolicy policy, LedgerVisibility ledger, AfterProof after, ChallengeOffer offer) {
    LegalEntity entity = entity("buyer", "nord", "P01", policy, ledger);

    assertThat(AfterProof.of(entity)).isEqualTo(after);
    assertThat(offered(entity, UNCONNECTED, LedgerFitness.FIT)).isEqualTo(offer);
    ChallengeOffer without = offer == ChallengeOffer.CHALLENGE ? ChallengeOffer.CUSTOMER : offer;
    assertThat(offered(entity, UNCONNECTED, LedgerFitness.EMPTY)).isEqualTo(without);
    assertThat(offered(entity, UNCONNECTED, LedgerFitness.POSTING_DATES)).isEqualTo(without);
    assertThat(offered(entity, DECLINED, LedgerFitness.FIT)).isEqualTo(without);
  }

  private static ChallengeOffer offered(
      LegalEntity entity, RelationshipState stands, LedgerFitness books) {
    return ChallengeOffer.of(entity.policy(), stands, books);
  }

  private static LegalEntity entity(String id, String group, String master, BuyerPolicy policy) {
    return entity(id, group, master, policy, LedgerVisibility.PRIVATE);
  }

  private static LegalEntity entity(
      String id, String group, String master, BuyerPolicy policy, LedgerVisibility ledger) {
    return new LegalEntity(
        new LegalEntityId(id),
        "The " + id,
        List.of(),
        new CountryCode("DE"),
        "",
        Identifiers.NONE,
        Optional.of(new EntityGroup(new GroupId(group), group, Optional.empty())),
        Set.of(DocumentType.INVOICE),
        Optional.of(policy),
        ledger,
        master.isEmpty() ? Optional.empty() : Optional.of(new VendorMaster(master)),
        List.of(),
        RuleSettings.NONE);
  }
}
