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
    Optional<Suspended> before = review(was);
    Optional<Suspended> after = review(is);
    if (before.isPresent() == after.isPresent()) {
      return Optional.empty();
    }
    return after.isPresent()
        ? after.map(HolderNews::claimed)
        : before.map(review -> settled(review, is));
  }

  private static Optional<Suspended> review(RelationshipState state) {
    return state instanceof Suspended suspended && suspended.cause() instanceof VendorNumberTaken
        ? Optional.of(suspended)
        : Optional.empty();
  }

  private static HolderNews claimed(Suspended review) {
    return new HolderNews(
        holders(review),
        number(review),
        new TicketStatus.Open(
            new NextStep(Actor.Role.OPERATOR, review.at(), new NextStep.Then.Nothing())),
        TicketEvent.VENDOR_NUMBER_CLAIMED);
  }

  private static HolderNews settled(Suspended review, RelationshipState is) {
    return switch (is) {
      case Connected connected when connected.vendorNumbers().contains(number(review)) ->
          over(
              review,
              TicketStatus.Outcome.NUMBER_SHARED,
              TicketEvent.VENDOR_NUMBER_SHARED,
              connected.since());
      case Connected connected -> kept(review, connected.since());
      case Declined declined -> kept(review, declined.at());
      case Ended ended -> kept(review, ended.at());
      case Unconnected _, Challenged _, Pending _, Suspended _, Expired _ ->
          throw new IllegalStateException("A review never leads to " + is.getClass());
    };
  }

  private static HolderNews kept(Suspended review, Instant at) {
    return over(review, TicketStatus.Outcome.NUMBER_KEPT, TicketEvent.VENDOR_NUMBER_KEPT, at);
  }

  private static HolderNews over(
      Suspended review, TicketStatus.Outcome outcome, TicketEvent event, Instant at) {
    return new HolderNews(
        holders(review), number(review), new TicketStatus.Closed(outcome, at), event);
  }

  private static List<HolderTicket> holders(Suspended review) {
    return review.cause() instanceof VendorNumberTaken(List<HolderTicket> holders)
        ? holders
        : List.of();
  }

  /** A connection by a challenge has the one number that was proved. */
  private static VendorNumber number(Suspended review) {
    return Collections.min(
        review.connection().vendorNumbers(), Comparator.comparing(VendorNumber::value));
  }
}
