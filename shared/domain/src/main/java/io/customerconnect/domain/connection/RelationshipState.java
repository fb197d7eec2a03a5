package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.Timetable;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Where a supplier account and a legal entity stand with each other. */
public sealed interface RelationshipState {

  /**
   * The vendor numbers that are bound to the account. What is disputed stays bound until it is
   * decided, so that nobody else can take it meanwhile; what is bound to another account is not.
   */
  default Set<VendorNumber> boundVendorNumbers() {
    return switch (this) {
      case Connected connected -> connected.vendorNumbers();
      case Suspended suspended when suspended.cause() instanceof SuspensionCause.Disputed ->
          suspended.connection().vendorNumbers();
      case Suspended _, Unconnected _, Challenged _, Pending _, Declined _, Expired _, Ended _ ->
          Set.of();
    };
  }

  /**
   * Whether a proof can connect the two at once: nothing is open, stands, or was decided otherwise.
   */
  default boolean isOpenToProof() {
    return switch (this) {
      case Unconnected _, Challenged _, Expired _, Ended _ -> true;
      case Pending _, Connected _, Suspended _, Declined _ -> false;
    };
  }

  /** The challenge of which it is open what comes; nothing was decided since it began. */
  default Optional<ChallengeId> openChallenge() {
    return switch (this) {
      case Challenged challenged -> Optional.of(challenged.challenge());
      case Pending pending ->
          pending.proof() instanceof Proof.Begun(ChallengeId begun)
              ? Optional.of(begun)
              : Optional.empty();
      case Unconnected _, Connected _, Suspended _, Declined _, Expired _, Ended _ ->
          Optional.empty();
    };
  }

  /** Whether it is open what comes of a challenge. */
  default boolean awaits(ChallengeId challenge) {
    return openChallenge().filter(challenge::equals).isPresent();
  }

  /** The supplier never asked. */
  record Unconnected() implements RelationshipState {}

  /**
   * The supplier is asked for its invoices.
   *
   * @param challenge the one that can connect it
   */
  record Challenged(ChallengeId challenge, Instant since) implements RelationshipState {}

  /**
   * The customer is being asked.
   *
   * @param asks how many mails this request has led to so far; each has its own effect
   * @param reminders how many of the rules' reminders are behind it
   * @param proof what the supplier itself can still do, or has done
   * @param timetable that the customer had when it was asked
   */
  record Pending(
      TicketNumber ticket,
      Instant since,
      Recipient recipient,
      int asks,
      int reminders,
      Proof proof,
      Timetable timetable)
      implements RelationshipState {

    /** A request of a supplier that has proved nothing, under the usual timetable. */
    public Pending(
        TicketNumber ticket, Instant since, Recipient recipient, int asks, int reminders) {
      this(ticket, since, recipient, asks, reminders, new Proof.Possible(), Timetable.DEFAULT);
    }

    /** When it expires. */
    public Instant expiry() {
      return since.plus(timetable.expiry());
    }

    Pending with(Proof other) {
      return new Pending(ticket, since, recipient, asks, reminders, other, timetable);
    }

    /** With one more mail. */
    Pending asking(Recipient next, int reminded) {
      return new Pending(ticket, since, next, asks + 1, reminded, proof, timetable);
    }

    /** With its latest mail put off. */
    Pending waiting(Recipient.Later later) {
      return new Pending(ticket, since, later, asks, reminders, proof, timetable);
    }
  }

  /**
   * Invoices may be sent, and their status be seen.
   *
   * @param ticket the latest: of the request, or of the last review that it has stood
   * @param firstTicket the one that it came by; the links that the customer got are for it
   * @param review of one more vendor number: the latest that there was
   */
  record Connected(
      Instant since,
      Origin origin,
      Set<VendorNumber> vendorNumbers,
      Optional<TicketNumber> ticket,
      Optional<TicketNumber> firstTicket,
      Optional<NumberReview> review)
      implements RelationshipState {
    public Connected {
      vendorNumbers = Set.copyOf(vendorNumbers);
    }

    /** The review of one more vendor number that support has still to settle. */
    public Optional<NumberReview> openReview() {
      return review.filter(one -> one.closed().isEmpty());
    }

    Connected with(VendorNumber number) {
      Set<VendorNumber> numbers = new HashSet<>(vendorNumbers);
      numbers.add(number);
      return new Connected(since, origin, numbers, ticket, firstTicket, review);
    }

    Connected with(Optional<TicketNumber> latest, Optional<NumberReview> latestReview) {
      return new Connected(since, origin, vendorNumbers, latest, firstTicket, latestReview);
    }

    /** With what support has found of the number under review. */
    Connected closing(TicketStatus.Outcome finding, Instant at) {
      return with(
          ticket,
          review.map(
              one ->
                  new NumberReview(
                      one.vendorNumber(),
                      one.holders(),
                      one.opened(),
                      Optional.of(new TicketStatus.Closed(finding, at)))));
    }

    /** A connection that no review has followed. */
    public Connected(
        Instant since,
        Origin origin,
        Set<VendorNumber> vendorNumbers,
        Optional<TicketNumber> ticket) {
      this(since, origin, vendorNumbers, ticket, ticket, Optional.empty());
    }
  }

  /**
   * Support looks into it; meanwhile it is as if there were no connection.
   *
   * @param ticket of the review
   * @param opened when that ticket was opened
   * @param connection what is resumed if all is well
   */
  record Suspended(
      TicketNumber ticket, Instant opened, Instant at, SuspensionCause cause, Connected connection)
      implements RelationshipState {}

  /**
   * The customer said no.
   *
   * @param reason in its own words; empty when it gave none
   */
  record Declined(TicketNumber ticket, Instant at, DeclineKind kind, String reason)
      implements RelationshipState {}

  /** The customer did not answer in time. */
  record Expired(TicketNumber ticket, Instant at) implements RelationshipState {}

  /** One side ended it, or the supplier took its request back. */
  record Ended(Optional<TicketNumber> ticket, Instant at, Side by) implements RelationshipState {}
}
