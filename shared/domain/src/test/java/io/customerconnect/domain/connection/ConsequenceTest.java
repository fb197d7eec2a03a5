package io.customerconnect.domain.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.PracticeSamples;
import io.customerconnect.domain.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsequenceTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final AccountId ACCOUNT = new AccountId("acme");
  private static final LegalEntityId BUYER = new LegalEntityId("buyer");
  private static final TicketNumber NUMBER = TicketNumber.random(new Random(1));

  @Test
  void aNewRequestHasTheCustomerAsked() {
    assertThat(Consequence.of(Optional.empty(), in(pending(new Recipient.DirectoryContact(0), 1))))
        .contains(new Consequence.AskBuyer(ACCOUNT, BUYER, NUMBER, 1));
  }

  @Test
  void aReminderHasTheCustomerAskedAgain() {
    assertThat(
            Consequence.of(
                Optional.of(in(pending(new Recipient.DirectoryContact(0), 1))),
                in(pending(new Recipient.DirectoryContact(0), 2))))
        .contains(new Consequence.AskBuyer(ACCOUNT, BUYER, NUMBER, 2));
  }

  @Test
  void nobodyIsWrittenToWhereAnOperatorAsks() {
    assertThat(
            Consequence.of(Optional.empty(), in(pending(new Recipient.Operator(Instant.EPOCH), 1))))
        .isEmpty();
  }

  @Test
  void theSupplierIsToldOnceItsRequestIsHandled() {
    Optional<TradingRelationship> asked =
        Optional.of(in(pending(new Recipient.DirectoryContact(0), 1)));
    TradingRelationship connected =
        in(new RelationshipState.Connected(NOW, Origin.BUYER, Set.of(), Optional.of(NUMBER)));

    assertThat(Consequence.of(asked, connected)).contains(new Consequence.TellSupplier(NUMBER));
    assertThat(Consequence.of(Optional.of(connected), connected)).isEmpty();
    assertThat(Consequence.of(asked, in(new RelationshipState.Expired(NUMBER, NOW))))
        .contains(new Consequence.TellSupplier(NUMBER));
    assertThat(
            Consequence.of(
                asked, in(new RelationshipState.Declined(NUMBER, NOW, DeclineKind.DECLINED, ""))))
        .contains(new Consequence.TellSupplier(NUMBER));
  }

  @Test
  void theTestConnectionAndTheSuppliersOwnDoingAreNoMailsWorth() {
    assertThat(
            mails(
                Optional.empty(),
                in(new RelationshipState.Connected(NOW, Origin.TEST, Set.of(), Optional.empty()))))
        .isEmpty();
    assertThat(
            mails(
                Optional.of(in(pending(new Recipient.DirectoryContact(0), 1))),
                in(new RelationshipState.Ended(Optional.of(NUMBER), NOW, Side.SUPPLIER))))
        .isEmpty();
  }

  @Test
  void aConnectionByChallengeIsToldToThoseWhoKnowTheVendorAndAReviewedOneIsNotToldAgain() {
    VendorNumber vendor = new VendorNumber("4711");
    RelationshipState.Connected connected =
        new RelationshipState.Connected(NOW, Origin.CHALLENGE, Set.of(vendor), Optional.empty());
    RelationshipState.Suspended suspended =
        new RelationshipState.Suspended(NUMBER, NOW, NOW, SuspensionCause.DISPUTED, connected);
    ChallengeId challenge = ChallengeId.random(new LegalEntityId("buyer"), new Random(2));

    assertThat(
            mails(Optional.of(in(new RelationshipState.Challenged(challenge, NOW))), in(connected)))
        .containsExactly(new Consequence.TellOfProof(ACCOUNT, BUYER, vendor));
    assertThat(mails(Optional.of(in(connected)), in(suspended)))
        .containsExactly(new Consequence.Review(ACCOUNT, BUYER, NUMBER, SuspensionCause.DISPUTED));
    assertThat(mails(Optional.of(in(suspended)), in(connected))).isEmpty();
  }

  @Test
  void passedWhileTheTicketWasOpenTheSupplierIsToldToo() {
    VendorNumber vendor = new VendorNumber("4711");

    assertThat(
            mails(
                Optional.of(in(pending(new Recipient.DirectoryContact(0), 1))),
                in(
                    new RelationshipState.Connected(
                        NOW, Origin.CHALLENGE, Set.of(vendor), Optional.of(NUMBER)))))
        .containsExactly(
            new Consequence.TellSupplier(NUMBER),
            new Consequence.TellOfProof(ACCOUNT, BUYER, vendor));
  }

  @Test
  void aVendorNumberThatTheCustomerOrSupportGaveIsToldToWhoeverHasItToo() {
    VendorNumber said = new VendorNumber("4711");
    VendorNumber corrected = new VendorNumber("4712");
    RelationshipState.Connected confirmed =
        new RelationshipState.Connected(NOW, Origin.BUYER, Set.of(said), Optional.of(NUMBER));
    RelationshipState.Suspended disputed =
        new RelationshipState.Suspended(
            NUMBER,
            NOW,
            NOW,
            SuspensionCause.DISPUTED,
            new RelationshipState.Connected(NOW, Origin.CHALLENGE, Set.of(said), Optional.empty()));

    assertThat(mails(Optional.of(in(pending(new Recipient.DirectoryContact(0), 1))), in(confirmed)))
        .containsExactly(
            new Consequence.TellSupplier(NUMBER),
            new Consequence.TellOfNumber(ACCOUNT, BUYER, said));
    assertThat(
            mails(
                Optional.of(in(disputed)),
                in(
                    new RelationshipState.Connected(
                        NOW, Origin.CHALLENGE, Set.of(corrected), Optional.of(NUMBER)))))
        .containsExactly(
            new Consequence.TellSupplier(NUMBER),
            new Consequence.TellOfNumber(ACCOUNT, BUYER, corrected));
  }

  @Test
  void statusFollowsTheVendorNumbersOfAConnection() {
    VendorNumber first = new VendorNumber("4711");
    VendorNumber second = new VendorNumber("4712");
    RelationshipState.Connected one =
        new RelationshipState.Connected(NOW, Origin.BUYER, Set.of(first), Optional.empty());
    RelationshipState.Connected both =
        new RelationshipState.Connected(NOW, Origin.BUYER, Set.of(first, second), Optional.empty());

    assertThat(Consequence.of(Optional.empty(), in(one))).contains(settle(first));
    assertThat(Consequence.of(Optional.of(in(one)), in(both))).contains(settle(second));
    assertThat(Consequence.of(Optional.of(in(both)), in(one))).contains(settle(second));
    assertThat(Consequence.of(Optional.of(in(both)), in(both))).isEmpty();
  }

  @Test
  void whatIsSuspendedOrEndedIsSeenNoMoreAndWhatIsResumedAgain() {
    VendorNumber vendor = new VendorNumber("4711");
    TradingRelationship connected =
        in(new RelationshipState.Connected(NOW, Origin.BUYER, Set.of(vendor), Optional.empty()));
    TradingRelationship suspended =
        in(
            new RelationshipState.Suspended(
                NUMBER,
                NOW,
                NOW,
                SuspensionCause.DISPUTED,
                (RelationshipState.Connected) connected.state()));
    TradingRelationship ended =
        in(new RelationshipState.Ended(Optional.empty(), NOW, Side.SUPPLIER));

    assertThat(Consequence.of(Optional.of(connected), suspended)).contains(settle(vendor));
    assertThat(Consequence.of(Optional.of(suspended), connected)).contains(settle(vendor));
    assertThat(Consequence.of(Optional.of(connected), ended)).contains(settle(vendor));
    assertThat(Consequence.of(Optional.of(suspended), ended)).isEmpty();
  }

  @Test
  void theTestConnectionShowsInvoicesFromTheStart() {
    assertThat(
            Consequence.of(
                Optional.empty(),
                in(new RelationshipState.Connected(NOW, Origin.TEST, Set.of(), Optional.empty()))))
        .containsExactly(settle(PracticeSamples.vendorNumber(ACCOUNT)));
  }

  private static Consequence settle(VendorNumber vendor) {
    return new Consequence.SettleStatus(ACCOUNT, BUYER, vendor);
  }

  /** What follows but for the status that the supplier sees. */
  private static List<Consequence> mails(
      Optional<TradingRelationship> before, TradingRelationship after) {
    return Consequence.of(before, after).stream()
        .filter(consequence -> !(consequence instanceof Consequence.SettleStatus))
        .toList();
  }

  private static RelationshipState pending(Recipient recipient, int asks) {
    return new RelationshipState.Pending(NUMBER, NOW, recipient, asks, 0);
  }

  private static TradingRelationship in(RelationshipState state) {
    return new TradingRelationship(ACCOUNT, BUYER, state, List.of());
  }
}
