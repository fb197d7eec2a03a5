package io.customerconnect.functions.buyer;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.party.Colleagues;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.functions.buyer.page.Choice;
import io.customerconnect.functions.buyer.page.DecisionView;
import io.customerconnect.functions.buyer.page.DecisionView.Telling;
import io.customerconnect.functions.buyer.page.Mistake;
import io.customerconnect.functions.buyer.page.Question;
import io.customerconnect.mail.Answer;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.Supplier;
import io.customerconnect.table.ConflictException;
import io.customerconnect.table.DecisionLink;
import io.customerconnect.table.DecisionLinks;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.TicketStore.TicketWithHistory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a contact sees behind its link, and what comes of what it decides. */
final class Deciding {
  private final DecisionLinks links;
  private final Relationships relationships;
  private final TicketStore tickets;
  private final InstantSource clock;

  Deciding(
      DecisionLinks links, Relationships relationships, TicketStore tickets, InstantSource clock) {
    this.links = links;
    this.relationships = relationships;
    this.tickets = tickets;
    this.clock = clock;
  }

  /** A view, and the language of the one whom the link was sent to. */
  record Shown(DecisionView view, Optional<Language> readerLanguage) {
    private static Shown nothing() {
      return new Shown(new DecisionView.InvalidLink(), Optional.empty());
    }
  }

  /** A link and what it is about, at one moment. */
  private record Standing(
      DecisionLink link,
      Optional<LegalEntity> buyer,
      Optional<Supplier> supplier,
      RelationshipState state) {

    private Standing with(DecisionLink after, RelationshipState next) {
      return new Standing(after, buyer, supplier, next);
    }
  }

  /** How things stand. */
  Shown show(String token) {
    return standing(token, clock.instant())
        .map(standing -> shown(standing, view(standing, Telling.AGAIN)))
        .orElseGet(Shown::nothing);
  }

  /**
   * Carries out what the form says, if an answer is still awaited, or the connection is to be
   * ended; in every case shows how things then stand.
   */
  Shown decide(String token, DecisionForm form) {
    Instant now = clock.instant();
    return standing(token, now)
        .map(standing -> shown(standing, decide(token, standing, form, now)))
        .orElseGet(Shown::nothing);
  }

  private DecisionView decide(String token, Standing standing, DecisionForm form, Instant now) {
    DecisionView before = view(standing, Telling.AGAIN);
    return switch (before) {
      case DecisionView.Open open -> answer(token, standing, open, form, now);
      case DecisionView.Answered answered when answered.answer().connects() ->
          end(standing, answered.question(), before, form, now);
      case DecisionView.UnderReview review -> end(standing, review.question(), before, form, now);
      case DecisionView.Answered _,
          DecisionView.Forwarded _,
          DecisionView.Withdrawn _,
          DecisionView.Ending _,
          DecisionView.Ended _,
          DecisionView.InvalidLink _ ->
          before;
    };
  }

  private DecisionView answer(
      String token, Standing standing, DecisionView.Open open, DecisionForm form, Instant now) {
    DecisionLink link = standing.link();
    Colleagues colleagues =
        new Colleagues(
            link.sentTo(), standing.buyer().map(LegalEntity::contacts).orElse(List.of()));
    return switch (form.read(link.ticket(), colleagues)) {
      case DecisionForm.Reading.Mistaken mistaken ->
          new DecisionView.Open(open.question(), form.entries(), mistaken.mistakes());
      case DecisionForm.Reading.Meant meant -> carryOut(token, standing, open, meant, form, now);
    };
  }

  private DecisionView carryOut(
      String token,
      Standing standing,
      DecisionView.Open open,
      DecisionForm.Reading.Meant meant,
      DecisionForm form,
      Instant now) {
    DecisionLink link = standing.link();
    String use =
        meant.choice() == Choice.FORWARD
            ? meant.choice().word() + " " + form.entries().colleagueEmail().strip()
            : meant.choice().word();
    try {
      Relationships.Applied applied = links.use(token, link, use, meant.command(), now);
      RelationshipState after = applied.relationship().relationship().state();
      return switch (applied.decision()) {
        case Decision.Refused(Decision.Refusal why)
            when why == Decision.Refusal.FORWARDED_TOO_OFTEN ->
            new DecisionView.Open(
                open.question(), form.entries(), List.of(Mistake.COLLEAGUE_TOO_OFTEN));
        case Decision.Changed _ -> view(standing.with(link.usedFor(use), after), Telling.JUST_NOW);
        case Decision.Unchanged _, Decision.Refused _ ->
            view(standing.with(link, after), Telling.AGAIN);
      };
    } catch (ConflictException _) {
      // The same link was used at the same moment: what it was used for is shown.
      return standing(token, now)
          .map(used -> view(used, Telling.AGAIN))
          .orElseGet(DecisionView.InvalidLink::new);
    }
  }

  /** Ends the connection that the link has led to; asks first (P39). */
  private DecisionView end(
      Standing standing, Question question, DecisionView before, DecisionForm form, Instant now) {
    DecisionLink link = standing.link();
    return switch (form.choice().orElse(Choice.CONFIRM)) {
      case END -> new DecisionView.Ending(question);
      case END_FOR_GOOD -> {
        Relationships.Applied applied =
            relationships.apply(
                link.account(),
                link.legalEntity(),
                new Command.EndConnection(link.ticket()),
                Actor.buyer(link.sentTo().mail().masked()),
                now);
        yield applied.decision() instanceof Decision.Changed
            ? new DecisionView.Ended(question, now, Telling.JUST_NOW)
            : view(
                standing.with(link, applied.relationship().relationship().state()), Telling.AGAIN);
      }
      case CONFIRM, DECLINE, NOT_OUR_SUPPLIER, FORWARD -> before;
    };
  }

  private Optional<Standing> standing(String token, Instant now) {
    return links.find(token, now).map(this::standing);
  }

  private Standing standing(DecisionLink link) {
    LegalEntityId buyer = link.legalEntity();
    Relationships.Snapshot snapshot = relationships.snapshot(link.account(), List.of(buyer));
    return new Standing(
        link,
        Optional.ofNullable(snapshot.legalEntities().get(buyer)),
        snapshot.account().flatMap(Supplier::of),
        snapshot.relationship(buyer).relationship().state());
  }

  private static Shown shown(Standing standing, DecisionView view) {
    return new Shown(view, Optional.of(standing.link().sentTo().language()));
  }

  private DecisionView view(Standing standing, Telling telling) {
    if (standing.buyer().isEmpty() || standing.supplier().isEmpty()) {
      return new DecisionView.InvalidLink();
    }
    DecisionLink link = standing.link();
    Customer customer = Customer.of(standing.buyer().get());
    Supplier supplier = standing.supplier().get();
    if (!Tickets.cameBy(standing.state(), link.ticket())) {
      return earlierRequest(supplier, customer, link);
    }
    return switch (standing.state()) {
      case Unconnected _, Challenged _ -> new DecisionView.InvalidLink();
      case Pending pending -> {
        Instant answerBy = pending.expiry();
        Question question = new Question(customer, supplier, link.ticket(), answerBy);
        if (!clock.instant().isBefore(answerBy)) {
          yield new DecisionView.Answered(question, new Answer.Expired(), answerBy, telling);
        }
        yield forwardedTo(link)
            .<DecisionView>map(
                colleague -> new DecisionView.Forwarded(question, colleague, telling))
            .orElseGet(() -> DecisionView.Open.fresh(question));
      }
      case Connected connected ->
          answered(supplier, customer, link, Answer.of(connected, ""), connected.since(), telling);
      case Suspended suspended ->
          new DecisionView.UnderReview(
              new Question(customer, supplier, link.ticket(), suspended.at()), suspended.at());
      case Declined declined ->
          answered(supplier, customer, link, Answer.of(declined), declined.at(), telling);
      case Expired expired ->
          answered(supplier, customer, link, new Answer.Expired(), expired.at(), telling);
      case Ended ended -> {
        Question question = new Question(customer, supplier, link.ticket(), ended.at());
        yield ended.by() == Side.SUPPLIER && wasWithdrawn(link)
            ? new DecisionView.Withdrawn(question, ended.at())
            : new DecisionView.Ended(question, ended.at(), telling);
      }
    };
  }

  /** What became of a request that another one has followed. */
  private DecisionView earlierRequest(Supplier supplier, Customer customer, DecisionLink link) {
    Optional<TicketWithHistory> found = tickets.find(link.ticket());
    if (found.isEmpty()
        || !(found.get().ticket().status()
            instanceof TicketStatus.Closed(TicketStatus.Outcome outcome, Instant at))) {
      return new DecisionView.InvalidLink();
    }
    Question question = new Question(customer, supplier, link.ticket(), at);
    String reason = found.get().reason();
    return switch (outcome) {
      case CONNECTED ->
          new DecisionView.Ended(question, found.get().history().getLast().at(), Telling.AGAIN);
      case DECLINED ->
          new DecisionView.Answered(question, new Answer.Declined(reason), at, Telling.AGAIN);
      case NOT_OUR_SUPPLIER ->
          new DecisionView.Answered(question, new Answer.NotOurSupplier(reason), at, Telling.AGAIN);
      case REJECTED ->
          new DecisionView.Answered(question, new Answer.Rejected(reason), at, Telling.AGAIN);
      // Only tickets of requests have links.
      case CUSTOMER_ADDED,
          CUSTOMER_NOT_ADDED,
          NUMBER_ADDED,
          NUMBER_REFUSED,
          NUMBER_SHARED,
          NUMBER_KEPT ->
          new DecisionView.InvalidLink();
      case EXPIRED -> new DecisionView.Answered(question, new Answer.Expired(), at, Telling.AGAIN);
      case WITHDRAWN -> new DecisionView.Withdrawn(question, at);
    };
  }

  private static DecisionView answered(
      Supplier supplier,
      Customer customer,
      DecisionLink link,
      Answer answer,
      Instant at,
      Telling telling) {
    return new DecisionView.Answered(
        new Question(customer, supplier, link.ticket(), at), answer, at, telling);
  }

  private boolean wasWithdrawn(DecisionLink link) {
    return tickets
        .findTicket(link.ticket())
        .filter(
            ticket ->
                ticket.status() instanceof TicketStatus.Closed closed
                    && closed.outcome() == TicketStatus.Outcome.WITHDRAWN)
        .isPresent();
  }

  private static Optional<EmailAddress> forwardedTo(DecisionLink link) {
    String forward = Choice.FORWARD.word() + " ";
    return link.used()
        .filter(use -> use.startsWith(forward))
        .map(use -> new EmailAddress(use.substring(forward.length())));
  }
}
