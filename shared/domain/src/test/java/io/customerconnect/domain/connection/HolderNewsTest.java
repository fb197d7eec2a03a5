package io.customerconnect.domain.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.domain.ticket.TicketStatus.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What those hear whose vendor number another account has proved (P19). */
class HolderNewsTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final VendorNumber NUMBER = new VendorNumber("4711");
  private static final TicketNumber TICKET = TicketNumber.random(new Random(1));
  private static final List<HolderTicket> HOLDERS =
      List.of(new HolderTicket(new AccountId("holder"), TicketNumber.random(new Random(2))));
  private static final Suspended REVIEW = review(new SuspensionCause.VendorNumberTaken(HOLDERS));

  private static Suspended review(SuspensionCause cause) {
    return new Suspended(TICKET, AT, AT, cause, connected(NUMBER));
  }

  private static Connected connected(VendorNumber number) {
    return new Connected(AT, Origin.CHALLENGE, Set.of(number), Optional.empty());
  }

  private static HolderNews settled(RelationshipState is) {
    return HolderNews.of(REVIEW, is).orElseThrow();
  }

  @Test
  void thatAReviewBeginsAndThatOurSupportHasToAct() {
    assertThat(HolderNews.of(new Unconnected(), REVIEW))
        .contains(
            new HolderNews(
                HOLDERS,
                NUMBER,
                new TicketStatus.Open(
                    new NextStep(Actor.Role.OPERATOR, AT, new NextStep.Then.Nothing())),
                TicketEvent.VENDOR_NUMBER_CLAIMED));
  }

  @Test
  void whatComesOfItHoweverItEnds() {
    assertThat(settled(connected(NUMBER)).status())
        .isEqualTo(new TicketStatus.Closed(Outcome.NUMBER_SHARED, AT));
    for (RelationshipState kept :
        List.of(
            connected(new VendorNumber("4712")),
            new Declined(TICKET, AT, DeclineKind.REJECTED, "no"),
            new Ended(Optional.of(TICKET), AT, Side.BUYER))) {
      assertThat(settled(kept).status())
          .isEqualTo(new TicketStatus.Closed(Outcome.NUMBER_KEPT, AT));
      assertThat(settled(kept).event()).isEqualTo(TicketEvent.VENDOR_NUMBER_KEPT);
    }
  }

  @Test
  void nothingOfADisputeOrOfWhatChangesNothing() {
    assertThat(HolderNews.of(connected(NUMBER), review(SuspensionCause.DISPUTED))).isEmpty();
    assertThat(HolderNews.of(REVIEW, REVIEW)).isEmpty();
    assertThat(HolderNews.of(new Unconnected(), connected(NUMBER))).isEmpty();
  }

  @Test
  void bothSidesAreToldWhatCameOfItByMail() {
    TradingRelationship none =
        TradingRelationship.none(new AccountId("claimant"), new LegalEntityId("buyer"));

    assertThat(
            Consequence.of(
                Optional.of(none.in(REVIEW)),
                none.in(new Declined(TICKET, AT, DeclineKind.REJECTED, "no"))))
        .containsExactly(
            new Consequence.TellSupplier(TICKET),
            new Consequence.TellSupplier(HOLDERS.getFirst().ticket()));
  }

  @Test
  void ofManyHoldersSomeHaveATicketAndTheAccountItselfIsNone() {
    AccountId own = new AccountId("own");
    List<AccountId> five = List.of("e", "d", "c", "b", "a").stream().map(AccountId::new).toList();

    assertThat(VendorNumberHolder.of(own, five, new Random(1)))
        .isInstanceOfSatisfying(
            VendorNumberHolder.Others.class,
            others ->
                assertThat(others.tickets())
                    .extracting(HolderTicket::account)
                    .containsExactly(new AccountId("a"), new AccountId("b"), new AccountId("c")));
    assertThat(VendorNumberHolder.of(own, List.of(), new Random(1)))
        .isEqualTo(VendorNumberHolder.NOBODY);
    assertThat(VendorNumberHolder.of(own, List.of(own), new Random(1)))
        .isEqualTo(VendorNumberHolder.THIS_ACCOUNT);
  }
}
