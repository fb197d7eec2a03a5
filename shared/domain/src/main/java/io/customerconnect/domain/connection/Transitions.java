package io.customerconnect.domain.connection;

import io.customerconnect.domain.connection.Decision.Changed;
import io.customerconnect.domain.connection.Decision.Refusal;
import io.customerconnect.domain.connection.Decision.Refused;
import io.customerconnect.domain.connection.Decision.Unchanged;
import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.rules.Timetable;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The one table of what every command does in every state. */
public final class Transitions {
  private static final int MINUTES_PER_DAY = 24 * 60;

  /** What a command leads to, now. Never throws: there is an answer for every pair. */
  public Decision decide(TradingRelationship relationship, Command command, Instant now) {
    return switch (relationship.state()) {
      case Unconnected _ -> whenUnconnected(relationship, command, now);
      case Challenged challenged -> whenChallenged(relationship, challenged, command, now);
      case Pending pending -> whenPending(relationship, pending, command, now);
      case Connected connected -> whenConnected(relationship, connected, command, now);
      case Suspended suspended -> whenSuspended(relationship, suspended, command, now);
      case Declined declined ->
          whenOver(
              relationship, Optional.of(declined.ticket()), Refusal.ALREADY_DECLINED, command, now);
      case Expired expired ->
          whenOver(
              relationship, Optional.of(expired.ticket()), Refusal.REQUEST_EXPIRED, command, now);
      case Ended ended ->
          whenOver(relationship, ended.ticket(), Refusal.REQUEST_ENDED, command, now);
    };
  }

  private Decision whenUnconnected(TradingRelationship relationship, Command command, Instant now) {
    return switch (command) {
      case Command.ConnectTestBuyer _ ->
          changed(
              relationship.in(new Connected(now, Origin.TEST, Set.of(), Optional.empty())),
              TicketEvent.CONNECTED);
      case Command.Ask ask -> ask(relationship, ask, new Proof.Possible(), now);
      case Command.BeginChallenge begin -> challenged(relationship, begin, now);
      case Command.PassChallenge _ -> new Refused(Refusal.ANOTHER_CHALLENGE);
      case Command.Confirm _,
          Command.Decline _,
          Command.Forward _,
          Command.AskAgain _,
          Command.Approve _,
          Command.Reject _,
          Command.EndConnection _ ->
          new Refused(Refusal.ANOTHER_REQUEST);
      case Command.Bounce _, Command.Postpone _, Command.PassTime _ -> new Unchanged();
      case Command.End _ -> new Refused(Refusal.NOTHING_TO_END);
      case Command.Suspend _ -> new Refused(Refusal.NOT_CONNECTED);
    };
  }

  private Decision whenChallenged(
      TradingRelationship relationship, Challenged challenged, Command command, Instant now) {
    return switch (command) {
      case Command.ConnectTestBuyer _, Command.Bounce _, Command.Postpone _, Command.PassTime _ ->
          new Unchanged();
      // Handing over: the challenge may be passed all the same.
      case Command.Ask ask -> ask(relationship, ask, new Proof.Begun(challenged.challenge()), now);
      case Command.BeginChallenge begin ->
          begin.challenge().equals(challenged.challenge())
              ? new Unchanged()
              : challenged(relationship, begin, now);
      case Command.PassChallenge pass ->
          pass.challenge().equals(challenged.challenge())
              ? proved(relationship, pass, now)
              : new Refused(Refusal.ANOTHER_CHALLENGE);
      case Command.Confirm _,
          Command.Decline _,
          Command.Forward _,
          Command.AskAgain _,
          Command.Approve _,
          Command.Reject _,
          Command.EndConnection _ ->
          new Refused(Refusal.ANOTHER_REQUEST);
      case Command.End end ->
          changed(
              relationship.in(new Ended(Optional.empty(), now, end.by())),
              end.by() == Side.SUPPLIER ? TicketEvent.WITHDRAWN : TicketEvent.ENDED_BY_BUYER);
      case Command.Suspend _ -> new Refused(Refusal.NOT_CONNECTED);
    };
  }

  private Decision whenPending(
      TradingRelationship relationship, Pending pending, Command command, Instant now) {
    return switch (command) {
      case Command.ConnectTestBuyer _, Command.Ask _ -> new Unchanged();
      case Command.BeginChallenge begin ->
          switch (pending.proof()) {
            case Proof.Barred _ -> new Refused(Refusal.ALREADY_DECLINED);
            case Proof.Given _ -> new Unchanged();
            case Proof.Begun(ChallengeId open) when open.equals(begin.challenge()) ->
                new Unchanged();
            case Proof.Possible _, Proof.Begun _ ->
                changed(
                    relationship.in(pending.with(new Proof.Begun(begin.challenge()))),
                    TicketEvent.CHALLENGED);
          };
      case Command.PassChallenge pass ->
          switch (pending.proof()) {
            case Proof.Barred _ -> new Refused(Refusal.ALREADY_DECLINED);
            case Proof.Given _ -> new Unchanged();
            case Proof.Begun(ChallengeId open) when open.equals(pass.challenge()) ->
                provedWhilePending(relationship, pending, pass, now);
            case Proof.Possible _, Proof.Begun _ -> new Refused(Refusal.ANOTHER_CHALLENGE);
          };
      case Command.Suspend _ -> new Refused(Refusal.NOT_CONNECTED);
      case Command.Confirm confirm ->
          answer(pending, confirm.ticket(), now)
              .orElseGet(
                  () ->
                      changed(
                          relationship.in(
                              new Connected(
                                  now,
                                  Origin.BUYER,
                                  vendorNumbers(confirm.vendorNumber(), pending.proof()),
                                  Optional.of(pending.ticket()))),
                          TicketEvent.CONNECTED));
      case Command.Decline decline ->
          answer(pending, decline.ticket(), now)
              .orElseGet(
                  () ->
                      new Changed(
                          relationship.in(
                              new Declined(
                                  pending.ticket(), now, decline.kind(), decline.reason())),
                          decline.kind() == DeclineKind.DECLINED
                              ? TicketEvent.DECLINED
                              : TicketEvent.NOT_OUR_SUPPLIER,
                          decline.reason()));
      case Command.Forward forward ->
          answer(pending, forward.ticket(), now)
              .orElseGet(() -> forward(relationship, pending, forward));
      case Command.AskAgain again ->
          answer(pending, again.ticket(), now)
              .orElseGet(() -> askAgain(relationship, pending, again));
      case Command.Approve approve ->
          answer(pending, approve.ticket(), now)
              .orElseGet(
                  () ->
                      new Changed(
                          relationship.in(
                              new Connected(
                                  now,
                                  Origin.SUPPORT,
                                  vendorNumbers(approve.vendorNumber(), pending.proof()),
                                  Optional.of(pending.ticket()))),
                          TicketEvent.CONNECTED_BY_SUPPORT,
                          approve.reason()));
      case Command.Reject reject ->
          answer(pending, reject.ticket(), now)
              .orElseGet(() -> rejected(relationship, reject, now));
      case Command.Bounce bounce -> bounce(relationship, pending, bounce, now);
      case Command.Postpone postpone -> postpone(relationship, pending, postpone, now);
      case Command.EndConnection _ -> new Refused(Refusal.ANOTHER_REQUEST);
      case Command.PassTime time -> passTime(relationship, pending, time, now);
      case Command.End end ->
          changed(
              relationship.in(new Ended(Optional.of(pending.ticket()), now, end.by())),
              end.by() == Side.SUPPLIER ? TicketEvent.WITHDRAWN : TicketEvent.ENDED_BY_BUYER);
    };
  }

  private Decision whenConnected(
      TradingRelationship relationship, Connected connected, Command command, Instant now) {
    return switch (command) {
      case Command.ConnectTestBuyer _,
          Command.Ask _,
          Command.BeginChallenge _,
          Command.Bounce _,
          Command.Postpone _,
          Command.PassTime _ ->
          new Unchanged();
      case Command.PassChallenge pass -> provedWhileConnected(relationship, connected, pass, now);
      case Command.Suspend suspend ->
          connected.origin() == Origin.TEST
              ? new Refused(Refusal.TEST_CONNECTION)
              : suspended(relationship, connected, suspend, now);
      case Command.Confirm confirm ->
          Tickets.cameBy(connected, confirm.ticket())
              ? new Unchanged()
              : new Refused(Refusal.ANOTHER_REQUEST);
      case Command.Approve approve -> approved(relationship, connected, approve, now);
      case Command.Reject reject -> rejected(relationship, connected, reject, now);
      case Command.AskAgain again -> late(connected, again.ticket(), Refusal.ALREADY_CONFIRMED);
      case Command.Decline decline -> late(connected, decline.ticket(), Refusal.ALREADY_CONFIRMED);
      case Command.Forward forward -> late(connected, forward.ticket(), Refusal.ALREADY_CONFIRMED);
      case Command.EndConnection over ->
          Tickets.cameBy(connected, over.ticket())
              ? endedByBuyer(relationship, connected.ticket().orElse(over.ticket()), now)
              : new Refused(Refusal.ANOTHER_REQUEST);
      case Command.End end ->
          connected.origin() == Origin.TEST
              ? new Refused(Refusal.TEST_CONNECTION)
              : changed(
                  relationship.in(new Ended(connected.ticket(), now, end.by())),
                  end.by() == Side.SUPPLIER
                      ? TicketEvent.ENDED_BY_SUPPLIER
                      : TicketEvent.ENDED_BY_BUYER);
    };
  }

  private static Decision whenSuspended(
      TradingRelationship relationship, Suspended suspended, Command command, Instant now) {
    return switch (command) {
      case Command.ConnectTestBuyer _,
          Command.Ask _,
          Command.Bounce _,
          Command.Postpone _,
          Command.PassTime _,
          Command.Suspend _ ->
          new Unchanged();
      case Command.BeginChallenge _, Command.PassChallenge _ -> new Refused(Refusal.SUSPENDED);
      case Command.Confirm confirm -> whileSuspended(suspended, confirm.ticket());
      case Command.Decline decline -> whileSuspended(suspended, decline.ticket());
      case Command.Forward forward -> whileSuspended(suspended, forward.ticket());
      case Command.EndConnection over ->
          Tickets.cameBy(suspended.connection(), over.ticket())
              ? endedByBuyer(relationship, suspended.ticket(), now)
              : new Refused(Refusal.ANOTHER_REQUEST);
      case Command.End end ->
          changed(
              relationship.in(new Ended(Optional.of(suspended.ticket()), now, end.by())),
              end.by() == Side.SUPPLIER
                  ? TicketEvent.ENDED_BY_SUPPLIER
                  : TicketEvent.ENDED_BY_BUYER);
      case Command.AskAgain again -> whileSuspended(suspended, again.ticket());
      case Command.Approve approve ->
          suspended.ticket().equals(approve.ticket())
              ? new Changed(
                  relationship.in(
                      new Connected(
                          now,
                          suspended.connection().origin(),
                          approve
                              .vendorNumber()
                              .map(Set::of)
                              .orElse(suspended.connection().vendorNumbers()),
                          Optional.of(suspended.ticket()),
                          suspended
                              .connection()
                              .firstTicket()
                              .or(() -> Optional.of(suspended.ticket())),
                          Optional.empty())),
                  TicketEvent.RESUMED,
                  approve.reason())
              : new Refused(Refusal.ANOTHER_REQUEST);
      case Command.Reject reject ->
          suspended.ticket().equals(reject.ticket())
              ? rejected(relationship, reject, now)
              : new Refused(Refusal.ANOTHER_REQUEST);
    };
  }

  private static Decision rejected(
      TradingRelationship relationship, Command.Reject reject, Instant now) {
    return new Changed(
        relationship.in(new Declined(reject.ticket(), now, DeclineKind.REJECTED, reject.reason())),
        TicketEvent.REJECTED,
        reject.reason());
  }

  private static Decision whileSuspended(Suspended suspended, TicketNumber ticket) {
    return new Refused(
        Tickets.cameBy(suspended, ticket) ? Refusal.SUSPENDED : Refusal.ANOTHER_REQUEST);
  }

  private Decision whenOver(
      TradingRelationship relationship,
      Optional<TicketNumber> ticket,
      Refusal late,
      Command command,
      Instant now) {
    return switch (command) {
      case Command.ConnectTestBuyer _ -> new Unchanged();
      case Command.Ask ask ->
          ask(
              relationship,
              ask,
              late == Refusal.ALREADY_DECLINED ? new Proof.Barred() : new Proof.Possible(),
              now);
      case Command.BeginChallenge begin ->
          late == Refusal.ALREADY_DECLINED
              ? new Refused(late)
              : challenged(relationship, begin, now);
      case Command.PassChallenge _ -> new Refused(late);
      case Command.Suspend _ -> new Refused(Refusal.NOT_CONNECTED);
      case Command.Confirm confirm -> late(ticket, confirm.ticket(), late);
      case Command.Approve approve -> late(ticket, approve.ticket(), late);
      case Command.Reject reject ->
          late == Refusal.ALREADY_DECLINED && isOf(ticket, reject.ticket())
              ? new Unchanged()
              : late(ticket, reject.ticket(), late);
      case Command.AskAgain again -> late(ticket, again.ticket(), late);
      case Command.Decline decline ->
          late == Refusal.ALREADY_DECLINED && isOf(ticket, decline.ticket())
              ? new Unchanged()
              : late(ticket, decline.ticket(), late);
      case Command.Forward forward -> late(ticket, forward.ticket(), late);
      case Command.Bounce _, Command.Postpone _, Command.PassTime _ -> new Unchanged();
      case Command.EndConnection over ->
          late == Refusal.REQUEST_ENDED && isOf(ticket, over.ticket())
              ? new Unchanged()
              : late(ticket, over.ticket(), Refusal.NOTHING_TO_END);
      case Command.End _ -> new Refused(Refusal.NOTHING_TO_END);
    };
  }

  private static Decision challenged(
      TradingRelationship relationship, Command.BeginChallenge begin, Instant now) {
    return changed(relationship.in(new Challenged(begin.challenge(), now)), TicketEvent.CHALLENGED);
  }

  private Decision proved(
      TradingRelationship relationship, Command.PassChallenge pass, Instant now) {
    return switch (pass.after()) {
      case NOTHING -> new Refused(Refusal.NOT_ACCEPTING);
      case APPROVAL ->
          reviewed(relationship, pass, Origin.SUPPORT, Optional.empty(), now)
              .orElseGet(
                  () ->
                      request(
                          relationship,
                          pass.ticket(),
                          pass.contacts(),
                          pass.rules(),
                          new Proof.Given(pass.vendorNumber()),
                          TicketEvent.PROVED,
                          now));
      case CONNECTED -> connectedOrReviewed(relationship, pass, Optional.empty(), now);
    };
  }

  private static Decision provedWhilePending(
      TradingRelationship relationship, Pending pending, Command.PassChallenge pass, Instant now) {
    return switch (pass.after()) {
      case NOTHING -> new Refused(Refusal.NOT_ACCEPTING);
      case APPROVAL ->
          reviewed(relationship, pass, Origin.SUPPORT, Optional.of(pending), now)
              .orElseGet(
                  () ->
                      changed(
                          relationship.in(pending.with(new Proof.Given(pass.vendorNumber()))),
                          TicketEvent.PROVED));
      case CONNECTED -> connectedOrReviewed(relationship, pass, Optional.of(pending), now);
    };
  }

  private static Decision connectedOrReviewed(
      TradingRelationship relationship,
      Command.PassChallenge pass,
      Optional<Pending> asked,
      Instant now) {
    return reviewed(relationship, pass, Origin.CHALLENGE, asked, now)
        .orElseGet(
            () ->
                changed(
                    relationship.in(proved(pass, Origin.CHALLENGE, asked, now)),
                    TicketEvent.CONNECTED_BY_CHALLENGE));
  }

  /**
   * The review that is needed where the vendor number is bound to others, whatever the customer
   * wants to follow from a proof; empty where it is not (P19).
   *
   * @param origin of the connection, if support finds that both are right
   */
  private static Optional<Decision> reviewed(
      TradingRelationship relationship,
      Command.PassChallenge pass,
      Origin origin,
      Optional<Pending> asked,
      Instant now) {
    return pass.holder() instanceof VendorNumberHolder.Others(List<HolderTicket> holders)
        ? Optional.of(
            changed(
                relationship.in(
                    new Suspended(
                        asked.map(Pending::ticket).orElse(pass.ticket()),
                        asked.map(Pending::since).orElse(now),
                        now,
                        new SuspensionCause.VendorNumberTaken(holders),
                        proved(pass, origin, asked, now))),
                TicketEvent.UNDER_REVIEW))
        : Optional.empty();
  }

  private static Connected proved(
      Command.PassChallenge pass, Origin origin, Optional<Pending> asked, Instant now) {
    return new Connected(now, origin, Set.of(pass.vendorNumber()), asked.map(Pending::ticket));
  }

  /**
   * A connection gains the number, where that is what the customer wants to follow. Where the
   * number is bound to others, the connection stands as it is, and support looks into the number;
   * into one at a time.
   */
  private static Decision provedWhileConnected(
      TradingRelationship relationship,
      Connected connected,
      Command.PassChallenge pass,
      Instant now) {
    VendorNumber number = pass.vendorNumber();
    if (connected.origin() == Origin.TEST
        || pass.after() == AfterProof.NOTHING
        || connected.vendorNumbers().contains(number)) {
      return new Unchanged();
    }
    if (pass.holder() instanceof VendorNumberHolder.Others(List<HolderTicket> holders)) {
      return connected.openReview().isPresent()
          ? new Refused(Refusal.VENDOR_NUMBER_TAKEN)
          : changed(
              relationship.in(
                  connected.with(
                      Optional.of(pass.ticket()),
                      Optional.of(new NumberReview(number, holders, now, Optional.empty())))),
              TicketEvent.UNDER_REVIEW);
    }
    return pass.after() == AfterProof.CONNECTED
        ? changed(relationship.in(connected.with(number)), TicketEvent.VENDOR_NUMBER_ADDED)
        : new Unchanged();
  }

  /** A review of a number that is open is settled with what is doubted now, and by its ticket. */
  private static Changed suspended(
      TradingRelationship relationship, Connected connected, Command.Suspend suspend, Instant now) {
    Optional<NumberReview> open = connected.openReview();
    return new Changed(
        relationship.in(
            new Suspended(
                open.flatMap(_ -> connected.ticket()).orElse(suspend.ticket()),
                open.map(NumberReview::opened).orElse(now),
                now,
                SuspensionCause.DISPUTED,
                connected.with(connected.ticket(), Optional.empty()))),
        TicketEvent.SUSPENDED,
        suspend.reason());
  }

  /** Support gives a connected supplier the number under review, or another that it has said. */
  private static Decision approved(
      TradingRelationship relationship, Connected connected, Command.Approve approve, Instant now) {
    Optional<NumberReview> review = reviewOn(connected, approve.ticket());
    if (review.isEmpty()) {
      return Tickets.cameBy(connected, approve.ticket())
          ? new Unchanged()
          : new Refused(Refusal.ANOTHER_REQUEST);
    }
    VendorNumber number = approve.vendorNumber().orElse(review.get().vendorNumber());
    return review
        .get()
        .closed()
        .<Decision>map(
            closed ->
                closed.outcome() == Outcome.NUMBER_ADDED
                    ? new Unchanged()
                    : new Refused(Refusal.VENDOR_NUMBER_TAKEN))
        .orElseGet(
            () ->
                new Changed(
                    relationship.in(connected.with(number).closing(Outcome.NUMBER_ADDED, now)),
                    TicketEvent.VENDOR_NUMBER_ADDED,
                    approve.reason()));
  }

  /** Support does not give a connected supplier the number under review; the connection stands. */
  private static Decision rejected(
      TradingRelationship relationship, Connected connected, Command.Reject reject, Instant now) {
    Optional<NumberReview> review = reviewOn(connected, reject.ticket());
    if (review.isEmpty()) {
      return late(connected, reject.ticket(), Refusal.ALREADY_CONFIRMED);
    }
    return review
        .get()
        .closed()
        .<Decision>map(
            closed ->
                closed.outcome() == Outcome.NUMBER_REFUSED
                    ? new Unchanged()
                    : new Refused(Refusal.ALREADY_CONFIRMED))
        .orElseGet(
            () ->
                new Changed(
                    relationship.in(connected.closing(Outcome.NUMBER_REFUSED, now)),
                    TicketEvent.VENDOR_NUMBER_REFUSED,
                    reject.reason()));
  }

  private static Optional<NumberReview> reviewOn(Connected connected, TicketNumber ticket) {
    return connected.review().filter(_ -> isOf(connected.ticket(), ticket));
  }

  /** What somebody says the number for the supplier is; else what the supplier has proved. */
  private static Set<VendorNumber> vendorNumbers(Optional<VendorNumber> said, Proof proof) {
    return said.or(
            () ->
                proof instanceof Proof.Given(VendorNumber proved)
                    ? Optional.of(proved)
                    : Optional.empty())
        .map(Set::of)
        .orElse(Set.of());
  }

  private Decision ask(
      TradingRelationship relationship, Command.Ask ask, Proof proof, Instant now) {
    return ask.policy() == BuyerPolicy.CLOSED || ask.policy() == BuyerPolicy.HIDDEN
        ? new Refused(Refusal.NOT_ACCEPTING)
        : request(
            relationship,
            ask.ticket(),
            ask.contacts(),
            ask.rules(),
            proof,
            ask.contacts() == 0 ? TicketEvent.OPERATOR_ASKED : TicketEvent.CUSTOMER_ASKED,
            now);
  }

  private Decision request(
      TradingRelationship relationship,
      TicketNumber ticket,
      int contacts,
      ConnectionRules rules,
      Proof proof,
      TicketEvent event,
      Instant now) {
    Instant windowStart = now.minus(rules.requestWindow());
    var recent = relationship.requests().stream().filter(at -> at.isAfter(windowStart)).toList();
    if (recent.size() >= rules.maxRequests()) {
      return new Refused(Refusal.TOO_MANY_REQUESTS);
    }
    Recipient recipient =
        contacts == 0 ? new Recipient.Operator(now) : new Recipient.DirectoryContact(0);
    return changed(
        new TradingRelationship(
            relationship.account(),
            relationship.legalEntity(),
            new Pending(ticket, now, recipient, 1, 0, proof, rules.timetable()),
            Stream.concat(recent.stream(), Stream.of(now)).toList()),
        event);
  }

  /** Why a customer's answer is not taken; empty when it is. */
  private Optional<Decision> answer(Pending pending, TicketNumber ticket, Instant now) {
    if (!pending.ticket().equals(ticket)) {
      return Optional.of(new Refused(Refusal.ANOTHER_REQUEST));
    }
    // The sweep that expires requests may not have come by yet.
    return now.isBefore(pending.expiry())
        ? Optional.empty()
        : Optional.of(new Refused(Refusal.REQUEST_EXPIRED));
  }

  private Decision forward(
      TradingRelationship relationship, Pending pending, Command.Forward forward) {
    return pending.asks() >= ConnectionRules.MAX_ASKS
        ? new Refused(Refusal.FORWARDED_TOO_OFTEN)
        : new Changed(
            relationship.in(
                pending.asking(new Recipient.Colleague(forward.colleague()), pending.reminders())),
            TicketEvent.FORWARDED,
            forward.colleague().mail().masked());
  }

  /** The mail waits for the next day (UTC), the sooner on it the longer the request has waited. */
  private Decision postpone(
      TradingRelationship relationship, Pending pending, Command.Postpone postpone, Instant now) {
    if (!isLatest(pending, postpone.ticket(), postpone.ask())
        || !(pending.recipient() instanceof Recipient.Reachable who)) {
      return new Unchanged();
    }
    Duration waited = Duration.between(pending.since(), now);
    Duration behind = pending.timetable().expiry().minus(waited).dividedBy(MINUTES_PER_DAY);
    Instant from = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS).plus(behind);
    Instant expiry = pending.expiry();
    return changed(
        relationship.in(
            pending.waiting(new Recipient.Later(who, from.isBefore(expiry) ? from : expiry))),
        TicketEvent.MAIL_POSTPONED);
  }

  private static Changed endedByBuyer(
      TradingRelationship relationship, TicketNumber ticket, Instant now) {
    return changed(
        relationship.in(new Ended(Optional.of(ticket), now, Side.BUYER)),
        TicketEvent.ENDED_BY_BUYER);
  }

  private static boolean isLatest(Pending pending, TicketNumber ticket, int ask) {
    return pending.ticket().equals(ticket) && pending.asks() == ask;
  }

  private static Decision bounce(
      TradingRelationship relationship, Pending pending, Command.Bounce bounce, Instant now) {
    if (!isLatest(pending, bounce.ticket(), bounce.ask())
        || !(pending.recipient() instanceof Recipient.Reachable reached)) {
      return new Unchanged();
    }
    Recipient next =
        switch (reached) {
          case Recipient.DirectoryContact contact when contact.index() + 1 < bounce.contacts() ->
              new Recipient.DirectoryContact(contact.index() + 1);
          case Recipient.Colleague _ when bounce.contacts() > 0 ->
              new Recipient.DirectoryContact(0);
          case Recipient.DirectoryContact _, Recipient.Colleague _ -> new Recipient.Operator(now);
        };
    return changed(
        relationship.in(pending.asking(next, pending.reminders())), TicketEvent.MAIL_BOUNCED);
  }

  private Decision passTime(
      TradingRelationship relationship, Pending pending, Command.PassTime time, Instant now) {
    if (!now.isBefore(pending.expiry())) {
      return changed(relationship.in(new Expired(pending.ticket(), now)), TicketEvent.EXPIRED);
    }
    int due =
        (int)
            pending.timetable().reminders().stream()
                .filter(after -> !now.isBefore(pending.since().plus(after)))
                .count();
    return switch (pending.recipient()) {
      // Nobody is written to who could be reminded.
      case Recipient.Operator _ -> new Unchanged();
      case Recipient.Later(_, Instant from) when now.isBefore(from) -> new Unchanged();
      // What would have been a reminder meanwhile is this mail.
      case Recipient.Later(Recipient.Reachable who, _) ->
          asked(
              relationship,
              pending,
              who,
              Math.max(due, pending.reminders()),
              TicketEvent.CUSTOMER_ASKED);
      case Recipient.Reachable _ when due <= pending.reminders() -> new Unchanged();
      case Recipient.Reachable who -> {
        Recipient.Reachable next =
            due > Timetable.OTHER_CONTACT_FROM
                    && pending.reminders() <= Timetable.OTHER_CONTACT_FROM
                ? nextContact(who, time.contacts())
                : who;
        yield asked(
            relationship,
            pending,
            next,
            due,
            next.equals(who) ? TicketEvent.REMINDED : TicketEvent.OTHER_CONTACT_ASKED);
      }
    };
  }

  /** Somebody is written to once more; with the last reminder, an operator looks into it, too. */
  private Decision asked(
      TradingRelationship relationship,
      Pending pending,
      Recipient.Reachable recipient,
      int reminders,
      TicketEvent event) {
    boolean escalates =
        reminders == pending.timetable().reminders().size() && reminders > pending.reminders();
    return changed(
        relationship.in(pending.asking(recipient, reminders)),
        escalates ? TicketEvent.ESCALATED : event);
  }

  /** The one who was asked last, or the first contact where there was none to ask before. */
  private static Decision askAgain(
      TradingRelationship relationship, Pending pending, Command.AskAgain again) {
    if (pending.asks() != again.ask()) {
      return new Unchanged();
    }
    if (again.contacts() == 0 && !(pending.recipient() instanceof Recipient.Colleague)) {
      return new Refused(Refusal.NO_CONTACT);
    }
    Recipient recipient =
        switch (pending.recipient()) {
          case Recipient.Colleague colleague -> colleague;
          case Recipient.DirectoryContact contact when contact.index() < again.contacts() ->
              contact;
          case Recipient.Later(Recipient.Reachable who, _) -> who;
          case Recipient.DirectoryContact _, Recipient.Operator _ ->
              new Recipient.DirectoryContact(0);
        };
    return changed(
        relationship.in(pending.asking(recipient, pending.reminders())), TicketEvent.ASKED_AGAIN);
  }

  private static Recipient.Reachable nextContact(Recipient.Reachable current, int contacts) {
    return switch (current) {
      case Recipient.DirectoryContact contact when contact.index() + 1 < contacts ->
          new Recipient.DirectoryContact(contact.index() + 1);
      // The first one has passed it on, as a rule.
      case Recipient.Colleague _ when contacts > 0 ->
          new Recipient.DirectoryContact(Math.min(1, contacts - 1));
      case Recipient.DirectoryContact _, Recipient.Colleague _ -> current;
    };
  }

  private static Decision late(RelationshipState decided, TicketNumber ticket, Refusal refusal) {
    return new Refused(Tickets.cameBy(decided, ticket) ? refusal : Refusal.ANOTHER_REQUEST);
  }

  private static Decision late(
      Optional<TicketNumber> decided, TicketNumber ticket, Refusal refusal) {
    return new Refused(isOf(decided, ticket) ? refusal : Refusal.ANOTHER_REQUEST);
  }

  private static boolean isOf(Optional<TicketNumber> decided, TicketNumber ticket) {
    return decided.filter(ticket::equals).isPresent();
  }

  private static Changed changed(TradingRelationship next, TicketEvent event) {
    return new Changed(next, event, "");
  }
}
