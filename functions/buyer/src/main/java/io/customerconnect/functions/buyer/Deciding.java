package io.customerconnect.functions.buyer;

import io.customerconnect.domain.connection.ConnectionRules;
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
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.functions.buyer.page.Choice;
import io.customerconnect.functions.buyer.page.DecisionView;
import io.customerconnect.functions.buyer.page.DecisionView.Telling;
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
  private static final ConnectionRules RULES = ConnectionRules.DEFAULT;

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

  /** How things stand. */
  Shown show(String token) {
    return links
        .find(token, clock.instant())
        .map(link -> new Shown(view(link, Telling.AGAIN), Optional.of(link.sentTo().language())))
        .orElseGet(Shown::nothing);
  }

  /**
   * Carries out what the form says, if an answer is still awaited; in every case shows how things
   * then stand.
   */
  Shown decide(String token, DecisionForm form) {
    Instant now = clock.instant();
    Optional<DecisionLink> found = links.find(token, now);
    if (found.isEmpty()) {
      return Shown.nothing();
    }
    DecisionLink link = found.get();
    Optional<Language> language = Optional.of(link.sentTo().language());
    DecisionView before = view(link, Telling.AGAIN);
    if (!(before instanceof DecisionView.Open open)) {
      return new Shown(before, language);
    }
    return switch (form.read(link.ticket(), link.sentTo())) {
      case DecisionForm.Reading.Mistaken mistaken ->
          new Shown(
              new DecisionView.Open(open.question(), form.entries(), mistaken.mistakes()),
              language);
      case DecisionForm.Reading.Meant meant -> {
        Telling telling = carryOut(token, link, meant, form, now);
        yield links
            .find(token, now)
            .map(used -> new Shown(view(used, telling), language))
            .orElseGet(Shown::nothing);
      }
    };
  }

  private Telling carryOut(
      String token,
      DecisionLink link,
      DecisionForm.Reading.Meant meant,
      DecisionForm form,
      Instant now) {
    String use =
        meant.choice() == Choice.FORWARD
            ? meant.choice().word() + " " + form.entries().colleagueEmail().strip()
            : meant.choice().word();
    try {
      Relationships.Applied applied = links.use(token, link, use, meant.command(), now);
      return applied.decision() instanceof Decision.Changed ? Telling.JUST_NOW : Telling.AGAIN;
    } catch (ConflictException _) {
      // The same link was used at the same moment: what it was used for is shown.
      return Telling.AGAIN;
    }
  }

  private DecisionView view(DecisionLink link, Telling telling) {
    Relationships.Snapshot snapshot =
        relationships.snapshot(link.account(), List.of(link.legalEntity()));
    Optional<LegalEntity> buyer =
        Optional.ofNullable(snapshot.legalEntities().get(link.legalEntity()));
    Optional<Supplier> supplier = snapshot.account().flatMap(Deciding::supplier);
    RelationshipState state = snapshot.relationship(link.legalEntity()).relationship().state();
    boolean isThisRequest = Tickets.ticketOf(state).filter(link.ticket()::equals).isPresent();
    if (buyer.isEmpty() || supplier.isEmpty()) {
      return new DecisionView.InvalidLink();
    }
    Customer customer = Customer.of(buyer.get());
    if (!isThisRequest) {
      return earlierRequest(supplier.get(), customer, link);
    }
    return switch (state) {
      case Unconnected _, Challenged _, Suspended _ -> new DecisionView.InvalidLink();
      case Pending pending -> {
        Instant answerBy = pending.since().plus(RULES.expiry());
        Question question = new Question(customer, supplier.get(), link.ticket(), answerBy);
        if (!clock.instant().isBefore(answerBy)) {
          yield new DecisionView.Answered(question, new Answer.Expired(), answerBy, telling);
        }
        yield forwardedTo(link)
            .<DecisionView>map(
                colleague -> new DecisionView.Forwarded(question, colleague, telling))
            .orElseGet(() -> DecisionView.Open.fresh(question));
      }
      case Connected connected ->
          answered(
              supplier.get(), customer, link, Answer.of(connected, ""), connected.since(), telling);
      case Declined declined ->
          answered(supplier.get(), customer, link, Answer.of(declined), declined.at(), telling);
      case Expired expired ->
          answered(supplier.get(), customer, link, new Answer.Expired(), expired.at(), telling);
      case Ended ended -> {
        Question question = new Question(customer, supplier.get(), link.ticket(), ended.at());
        yield wasWithdrawn(link)
            ? new DecisionView.Withdrawn(question, ended.at())
            : new DecisionView.Ended(question, ended.at());
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
      case CONNECTED -> new DecisionView.Ended(question, at);
      case DECLINED ->
          new DecisionView.Answered(question, new Answer.Declined(reason), at, Telling.AGAIN);
      case NOT_OUR_SUPPLIER ->
          new DecisionView.Answered(question, new Answer.NotOurSupplier(reason), at, Telling.AGAIN);
      case REJECTED ->
          new DecisionView.Answered(question, new Answer.Rejected(reason), at, Telling.AGAIN);
      // Tickets of customers that could not be found have no links.
      case CUSTOMER_ADDED, CUSTOMER_NOT_ADDED -> new DecisionView.InvalidLink();
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

  private static Optional<Supplier> supplier(SupplierAccount account) {
    return account.company().map(company -> new Supplier(company, account.contact()));
  }
}
