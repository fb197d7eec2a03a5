package io.customerconnect.functions.support;

import static java.util.stream.Collectors.joining;

import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.table.Books;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Saved;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.TicketStore.TicketWithHistory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the support desk reads: a ticket with all that bears on it, of whatever account. */
final class Desk {
  /** The group in the token that support staff are in. */
  static final String GROUP = "support";

  private final TicketStore tickets;
  private final Relationships relationships;
  private final Challenges challenges;
  private final Books books;
  private final InstantSource clock;

  Desk(Platform platform) {
    Table table = Table.of(platform);
    tickets = new TicketStore(table);
    relationships = new Relationships(table);
    challenges = new Challenges(table, relationships);
    books = new Books(table);
    clock = platform.clock();
  }

  /**
   * A ticket with what an operator has to know.
   *
   * @param usual within how many working days the customer usually answers that it waits for
   * @param about empty where there is no connection to settle by the ticket
   */
  record Case(TicketWithHistory found, Optional<Integer> usual, Optional<About> about) {
    Ticket ticket() {
      return found.ticket();
    }
  }

  /**
   * The two whom a ticket is about, and how far the supplier's own proof has got.
   *
   * @param challenge which may name another legal entity, and cover this one (P25)
   * @param challenger the legal entity that the challenge names, where the directory has it
   */
  record About(
      Relationships.Snapshot snapshot,
      LegalEntityId legalEntity,
      Challenge challenge,
      Optional<LegalEntity> challenger) {
    Optional<LegalEntity> customer() {
      return Optional.ofNullable(snapshot.legalEntities().get(legalEntity));
    }
  }

  TicketStore tickets() {
    return tickets;
  }

  Relationships relationships() {
    return relationships;
  }

  Challenges challenges() {
    return challenges;
  }

  /**
   * The ticket that the path names; three reads, one more where it waits for its customer, and one
   * where another is proved for it.
   */
  Case open(HttpRequest request) {
    TicketWithHistory found =
        tickets
            .find(request.path("number", TicketNumber::parse))
            .orElseThrow(
                () ->
                    Problem.of(ProblemType.NOT_FOUND, "There is no ticket with this number.")
                        .asException());
    return new Case(
        found,
        Optional.ofNullable(books.usual(List.of(found.ticket())).get(found.ticket().number())),
        found.ticket().subject() instanceof Ticket.Subject.Connection connection
            ? Optional.of(about(found.ticket().account(), connection.legalEntity()))
            : Optional.empty());
  }

  private About about(AccountId account, LegalEntityId legalEntity) {
    Relationships.Snapshot snapshot = relationships.snapshot(account, List.of(legalEntity));
    LegalEntityId named =
        snapshot
            .relationship(legalEntity)
            .relationship()
            .state()
            .openChallenge()
            .map(ChallengeId::legalEntity)
            .orElse(legalEntity);
    Map<LegalEntityId, LegalEntity> entities =
        named.equals(legalEntity)
            ? snapshot.legalEntities()
            : relationships.snapshot(account, List.of(named)).legalEntities();
    Optional<LegalEntity> challenger = Optional.ofNullable(entities.get(named));
    ChallengeRules rules =
        challenger.map(LegalEntity::challengeRules).orElse(ChallengeRules.DEFAULT);
    return new About(
        snapshot,
        legalEntity,
        new ChallengeTransitions(rules)
            .asOf(challenges.find(account, named).challenge(), clock.instant()),
        challenger);
  }

  /** The legal entity that a ticket is about. */
  static About connection(Case open) {
    return open.about()
        .orElseThrow(
            () -> Problem.of(ProblemType.CANNOT_SETTLE, whyNot(open.ticket())).asException());
  }

  private static String whyNot(Ticket ticket) {
    return switch (ticket.subject()) {
      case Ticket.Subject.MissingCustomer _ ->
          "This ticket is about a customer that could not be found: there is no connection to"
              + " settle.";
      case Ticket.Subject.VendorNumberClaim _ ->
          "This ticket follows the review of another account: settle that one, "
              + ticket.related().stream().map(TicketNumber::value).collect(joining(", "))
              + ".";
      case Ticket.Subject.Connection _ ->
          throw new IllegalStateException("A connection can be settled");
    };
  }

  /** What is to be done, which is the last part of the route. */
  static String action(HttpRequest request) {
    return request.route().substring(request.route().lastIndexOf('/') + 1);
  }

  /** What is answered where the customer of a route is not in the directory. */
  static Problem.ProblemException unknownCustomer() {
    return Problem.of(ProblemType.UNKNOWN_LEGAL_ENTITY, "There is no such customer.").asException();
  }

  /** The version of what is to be saved over, as whoever saves has read it. */
  static long versionRead(Fields fields) {
    return fields.requireInteger("version", 0, Integer.MAX_VALUE);
  }

  /**
   * Ends a request that has saved nothing.
   *
   * @throws Problem.ProblemException when there is no such customer, or somebody else was quicker
   */
  static void orProblem(Saved saved) {
    switch (saved) {
      case SAVED -> {}
      case NOT_FOUND -> throw unknownCustomer();
      case CHANGED_MEANWHILE ->
          throw Problem.of(
                  ProblemType.CHANGED_MEANWHILE,
                  "Somebody else has saved this since you read it, and yours is not saved yet."
                      + " Please look through what was saved, and save again what is still right.")
              .asException();
    }
  }

  /** Who acts, for the record. */
  static Actor actor(Caller caller) {
    return new Actor(Actor.Role.OPERATOR, caller.user().value());
  }

  /** An entry of support's; a repeat of the request makes the same one. */
  static HistoryEntry entry(HttpRequest request, TicketEvent event, Instant now, String detail) {
    return new HistoryEntry(
        "support-" + request.nameOfNew(), event, now, actor(request.caller(GROUP)), detail);
  }
}
