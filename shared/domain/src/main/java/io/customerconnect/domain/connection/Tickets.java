package io.customerconnect.domain.connection;

import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.domain.ticket.TicketStatus.Outcome;
import java.time.Instant;
import java.util.Optional;

/** What a relationship's state means for the ticket of its request. */
public final class Tickets {
  private Tickets() {}

  /** The ticket of the latest request; empty when there was none. */
  public static Optional<TicketNumber> ticketOf(RelationshipState state) {
    return switch (state) {
      case Unconnected _, Challenged _ -> Optional.empty();
      case Pending pending -> Optional.of(pending.ticket());
      case Suspended suspended -> Optional.of(suspended.ticket());
      case Connected connected -> connected.ticket();
      case Declined declined -> Optional.of(declined.ticket());
      case Expired expired -> Optional.of(expired.ticket());
      case Ended ended -> ended.ticket();
    };
  }

  /**
   * Whether a state is what the request with this ticket has come to; a connection stays what its
   * request came to while it is under review, and after it.
   */
  public static boolean cameBy(RelationshipState state, TicketNumber ticket) {
    return ticketOf(state).filter(ticket::equals).isPresent()
        || switch (state) {
          case Connected connected -> connected.firstTicket().filter(ticket::equals).isPresent();
          case Suspended suspended -> cameBy(suspended.connection(), ticket);
          case Unconnected _, Challenged _, Pending _, Declined _, Expired _, Ended _ -> false;
        };
  }

  /** When the ticket that is open in this state was opened; empty when none is. */
  public static Optional<Instant> openedAt(RelationshipState state) {
    return switch (state) {
      case Pending pending -> Optional.of(pending.since());
      case Suspended suspended -> Optional.of(suspended.opened());
      case Connected connected -> connected.openReview().map(NumberReview::opened);
      case Unconnected _, Challenged _, Declined _, Expired _, Ended _ -> Optional.empty();
    };
  }

  /**
   * Where the ticket stands after a relationship went into a state.
   *
   * @return empty where the ticket's status does not change: it stays closed as it was when a
   *     connected relationship ends
   */
  public static Optional<TicketStatus> statusAfter(
      RelationshipState before, RelationshipState after) {
    return switch (after) {
      case Unconnected _, Challenged _ -> Optional.empty();
      case Pending pending -> Optional.of(new TicketStatus.Open(nextStep(pending)));
      case Suspended suspended -> Optional.of(underReview(suspended.at()));
      // The ticket that the connection came by is closed already; a review has one of its own.
      case Connected connected when before instanceof Connected old ->
          connected.review().equals(old.review())
              ? Optional.empty()
              : connected.review().map(Tickets::statusOf);
      case Connected connected ->
          Optional.of(new TicketStatus.Closed(Outcome.CONNECTED, connected.since()));
      case Declined declined ->
          Optional.of(
              new TicketStatus.Closed(
                  switch (declined.kind()) {
                    case DECLINED -> Outcome.DECLINED;
                    case NOT_OUR_SUPPLIER -> Outcome.NOT_OUR_SUPPLIER;
                    case REJECTED -> Outcome.REJECTED;
                  },
                  declined.at()));
      case Expired expired -> Optional.of(new TicketStatus.Closed(Outcome.EXPIRED, expired.at()));
      case Ended ended when openedAt(before).isPresent() ->
          Optional.of(new TicketStatus.Closed(Outcome.WITHDRAWN, ended.at()));
      case Ended _ -> Optional.empty();
    };
  }

  private static TicketStatus statusOf(NumberReview review) {
    return review
        .closed()
        .<TicketStatus>map(closed -> closed)
        .orElseGet(() -> underReview(review.opened()));
  }

  private static TicketStatus underReview(Instant since) {
    return new TicketStatus.Open(
        new NextStep(Actor.Role.OPERATOR, since, new NextStep.Then.Nothing()));
  }

  /** Who must act on an open request, and what happens if nobody does. */
  public static NextStep nextStep(Pending pending) {
    NextStep.Then expiry = new NextStep.Then.Expiry(pending.expiry());
    if (pending.recipient() instanceof Recipient.Operator(Instant since)) {
      return new NextStep(Actor.Role.OPERATOR, since, expiry);
    }
    if (pending.recipient() instanceof Recipient.Later(_, Instant from)) {
      return new NextStep(Actor.Role.SYSTEM, pending.since(), new NextStep.Then.Mail(from));
    }
    int behind = pending.reminders();
    if (behind == pending.timetable().reminders().size()) {
      return new NextStep(
          Actor.Role.OPERATOR,
          pending.since().plus(pending.timetable().reminders().getLast()),
          expiry);
    }
    return new NextStep(
        Actor.Role.BUYER,
        pending.since(),
        new NextStep.Then.Reminder(
            pending.since().plus(pending.timetable().reminders().get(behind))));
  }

  /** When something next happens to an open request by itself. */
  public static Instant dueAt(Pending pending) {
    return switch (nextStep(pending).then()) {
      case NextStep.Then.Reminder reminder -> reminder.at();
      case NextStep.Then.Expiry expiry -> expiry.at();
      case NextStep.Then.Mail mail -> mail.at();
      case NextStep.Then.Nothing _ -> pending.expiry();
    };
  }
}
