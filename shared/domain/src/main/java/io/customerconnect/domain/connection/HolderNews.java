package io.customerconnect.domain.connection;

import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.connection.SuspensionCause.VendorNumberTaken;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the change of one relationship means for the accounts whose vendor number it is about (P19):
 * they hear that somebody else has proved it, and what has come of that. Whoever the other one is
 * does not stand here.
 *
 * @param holders whom it is told, by which tickets
 * @param vendorNumber that is theirs
 * @param status of their tickets from now on
 */
public record HolderNews(
    List<HolderTicket> holders, VendorNumber vendorNumber, TicketStatus status, TicketEvent event) {

  /**
   * What is new for them when a relationship was in one state and is in another; empty: nothing.
   */
  public static Optional<HolderNews> of(RelationshipState was, RelationshipState is) {
    Optional<Claim> before = claim(was);
    Optional<Claim> after = claim(is);
    if (before.isPresent() == after.isPresent()) {
      return Optional.empty();
    }
    return after.isPresent() ? after.map(HolderNews::claimed) : before.map(one -> settled(one, is));
  }

  /** A number under review, and since when. */
  private record Claim(VendorNumber vendorNumber, List<HolderTicket> holders, Instant at) {}

  private static Optional<Claim> claim(RelationshipState state) {
    return switch (state) {
      case Suspended review when review.cause() instanceof VendorNumberTaken(var holders) ->
          Optional.of(new Claim(number(review), holders, review.at()));
      case Connected connected ->
          connected
              .openReview()
              .map(open -> new Claim(open.vendorNumber(), open.holders(), open.opened()));
      case Suspended _, Unconnected _, Challenged _, Pending _, Declined _, Expired _, Ended _ ->
          Optional.empty();
    };
  }

  private static HolderNews claimed(Claim claim) {
    return new HolderNews(
        claim.holders(),
        claim.vendorNumber(),
        new TicketStatus.Open(
            new NextStep(Actor.Role.OPERATOR, claim.at(), new NextStep.Then.Nothing())),
        TicketEvent.VENDOR_NUMBER_CLAIMED);
  }

  private static HolderNews settled(Claim claim, RelationshipState is) {
    return switch (is) {
      case Connected connected when connected.vendorNumbers().contains(claim.vendorNumber()) ->
          over(
              claim,
              TicketStatus.Outcome.NUMBER_SHARED,
              TicketEvent.VENDOR_NUMBER_SHARED,
              settledAt(connected));
      case Connected connected -> kept(claim, settledAt(connected));
      // Doubted as a whole: the number is not given to it.
      case Suspended suspended -> kept(claim, suspended.at());
      case Declined declined -> kept(claim, declined.at());
      case Ended ended -> kept(claim, ended.at());
      case Unconnected _, Challenged _, Pending _, Expired _ ->
          throw new IllegalStateException("A review never leads to " + is.getClass());
    };
  }

  private static Instant settledAt(Connected connected) {
    return connected
        .review()
        .flatMap(NumberReview::closed)
        .map(TicketStatus.Closed::at)
        .orElse(connected.since());
  }

  private static HolderNews kept(Claim claim, Instant at) {
    return over(claim, TicketStatus.Outcome.NUMBER_KEPT, TicketEvent.VENDOR_NUMBER_KEPT, at);
  }

  private static HolderNews over(
      Claim claim, TicketStatus.Outcome outcome, TicketEvent event, Instant at) {
    return new HolderNews(
        claim.holders(), claim.vendorNumber(), new TicketStatus.Closed(outcome, at), event);
  }

  /** A connection by a challenge has the one number that was proved. */
  private static VendorNumber number(Suspended review) {
    return Collections.min(
        review.connection().vendorNumbers(), Comparator.comparing(VendorNumber::value));
  }
}
