package io.customerconnect.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.HolderTicket;
import io.customerconnect.domain.connection.NumberReview;
import io.customerconnect.domain.connection.Origin;
import io.customerconnect.domain.connection.Proof;
import io.customerconnect.domain.connection.Recipient;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.connection.SuspensionCause;
import io.customerconnect.domain.connection.TradingRelationship;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.Timetable;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RelationshipItemTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final TicketNumber TICKET = TicketNumber.random(new Random(1));
  private static final TicketNumber EARLIER = TicketNumber.random(new Random(2));
  private static final ChallengeId CHALLENGE =
      ChallengeId.random(new LegalEntityId("buyer"), new Random(3));
  private static final VendorNumber VENDOR = new VendorNumber("4711");

  static Stream<RelationshipState> states() {
    RelationshipState.Connected connected =
        new RelationshipState.Connected(
            AT.minusSeconds(5), Origin.CHALLENGE, Set.of(VENDOR), Optional.of(EARLIER));
    return Stream.of(
        new RelationshipState.Unconnected(),
        new RelationshipState.Challenged(CHALLENGE, AT),
        pending(new Proof.Possible()),
        pending(new Proof.Barred()),
        pending(new Proof.Begun(CHALLENGE)),
        pending(new Proof.Given(VENDOR)),
        connected,
        new RelationshipState.Connected(
            AT,
            Origin.BUYER,
            Set.of(),
            Optional.of(TICKET),
            Optional.of(EARLIER),
            Optional.of(review(Optional.empty()))),
        new RelationshipState.Connected(
            AT,
            Origin.BUYER,
            Set.of(),
            Optional.of(TICKET),
            Optional.empty(),
            Optional.of(
                review(
                    Optional.of(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_ADDED, AT))))),
        new RelationshipState.Suspended(
            TICKET,
            AT.minusSeconds(1),
            AT,
            new SuspensionCause.VendorNumberTaken(
                List.of(new HolderTicket(new AccountId("holder"), EARLIER))),
            connected),
        new RelationshipState.Suspended(
            TICKET,
            AT,
            AT,
            SuspensionCause.DISPUTED,
            new RelationshipState.Connected(AT, Origin.BUYER, Set.of(), Optional.empty())),
        new RelationshipState.Declined(TICKET, AT, DeclineKind.NOT_OUR_SUPPLIER, "who?"),
        new RelationshipState.Expired(TICKET, AT),
        new RelationshipState.Ended(Optional.of(TICKET), AT, Side.BUYER));
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyStateIsReadAsItWasWritten(RelationshipState state) {
    StoredRelationship stored =
        new StoredRelationship(
            new TradingRelationship(
                new AccountId("acme"), new LegalEntityId("buyer"), state, List.of(AT)),
            7,
            new EntityBrief("Buyer Ltd"),
            Optional.of("key"));

    assertThat(RelationshipItem.read(RelationshipItem.write(stored))).isEqualTo(stored);
  }

  @Test
  void noStateIsForgotten() {
    assertThat(states().map(Object::getClass).distinct().map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RelationshipState.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
  }

  private static NumberReview review(Optional<TicketStatus.Closed> closed) {
    return new NumberReview(
        VENDOR,
        List.of(new HolderTicket(new AccountId("holder"), EARLIER)),
        AT.minusSeconds(9),
        closed);
  }

  private static RelationshipState pending(Proof proof) {
    return new RelationshipState.Pending(
        TICKET, AT, new Recipient.Operator(AT), 2, 1, proof, Timetable.DEFAULT);
  }
}
