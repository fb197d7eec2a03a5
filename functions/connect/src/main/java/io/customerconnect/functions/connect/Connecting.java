package io.customerconnect.functions.connect;

import io.customerconnect.domain.challenge.ChallengeOffer;
import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.ConflictException;
import io.customerconnect.table.EntityBrief;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Relationships.Snapshot;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.Transition;
import io.customerconnect.table.UsageProblems;
import io.customerconnect.table.Usages;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connects an account with legal entities, and says for each what came of it. */
final class Connecting {
  private static final int MAX_TRIES = 6;

  private final Relationships relationships;
  private final Challenges challenges;
  private final Usages usages;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Connecting(
      Relationships relationships, Challenges challenges, Usages usages, InstantSource clock) {
    this.relationships = relationships;
    this.challenges = challenges;
    this.usages = usages;
    this.clock = clock;
  }

  /** What came of it for one legal entity. */
  record Result(
      LegalEntityId legalEntity,
      String name,
      Outcome outcome,
      Optional<TicketNumber> ticket,
      Optional<ChallengeId> challenge) {}

  /** What can come of it. */
  enum Outcome {
    CUSTOMER_ASKED("customer-asked"),
    /** The supplier is asked for its invoices. */
    CHALLENGE("challenge"),
    ALREADY_CONNECTED("already-connected"),
    ALREADY_PENDING("already-pending"),
    NOT_ACCEPTING("not-accepting"),
    /** Asked as often as is allowed already. */
    TOO_MANY_REQUESTS("too-many-requests");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * Connects with all of them; in steps of as many as a transaction takes, each of which is done
   * whole or not at all. Where a step fails, the steps before it stand and the caller gets an
   * error: a repeat of the same name finds what the first one did, and does the rest.
   *
   * <p>Once a step may be done, one that is not offered any more is a result like others.
   *
   * @param askedWith the client's name for this request
   * @throws Problem.ProblemException when one of them is not offered, the account is not complete,
   *     or has asked as often as it may today: then nothing was changed, by this call or an earlier
   *     one of the same name
   */
  List<Result> connect(Caller caller, List<LegalEntityId> ids, Optional<String> askedWith) {
    // All are looked at before the first is written, so that an unknown one changes nothing.
    List<Snapshot> snapshots = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += Relationships.MAX_TRANSITIONS) {
      List<LegalEntityId> some = step(ids, from);
      snapshots.add(relationships.snapshot(caller.account(), some));
    }
    if (snapshots.stream().noneMatch(snapshot -> isBegun(snapshot, askedWith))) {
      check(snapshots, ids);
    }
    count(caller, snapshots, askedWith);
    List<Result> results = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += Relationships.MAX_TRANSITIONS) {
      Snapshot snapshot = snapshots.get(from / Relationships.MAX_TRANSITIONS);
      results.addAll(connectStep(caller, step(ids, from), snapshot, askedWith));
    }
    return results;
  }

  private static List<LegalEntityId> step(List<LegalEntityId> ids, int from) {
    return ids.subList(from, Math.min(from + Relationships.MAX_TRANSITIONS, ids.size()));
  }

  /** Counts what may be opened, before anything is: many requests at once get past no limit. */
  private void count(Caller caller, List<Snapshot> snapshots, Optional<String> askedWith) {
    int requests =
        (int)
            snapshots.stream()
                .flatMap(snapshot -> snapshot.relationships().values().stream())
                .filter(before -> mayOpen(before, askedWith))
                .count();
    if (requests > 0) {
      UsageProblems.orProblem(
          usages.count(caller.account(), Usage.REQUESTS, requests, clock.instant()),
          "Your company has asked very many customers today.");
    }
  }

  private static boolean mayOpen(StoredRelationship before, Optional<String> askedWith) {
    return switch (before.relationship().state()) {
      case RelationshipState.Unconnected _,
          RelationshipState.Declined _,
          RelationshipState.Expired _,
          RelationshipState.Ended _ ->
          firstAnswer(before, askedWith).isEmpty();
      case RelationshipState.Challenged _,
          RelationshipState.Pending _,
          RelationshipState.Connected _,
          RelationshipState.Suspended _ ->
          false;
    };
  }

  /** Whether a request of this name, which was broken off or not answered, has changed one. */
  private static boolean isBegun(Snapshot snapshot, Optional<String> askedWith) {
    return askedWith.isPresent()
        && snapshot.relationships().values().stream()
            .anyMatch(stored -> stored.askedWith().equals(askedWith));
  }

  private static void check(List<Snapshot> snapshots, List<LegalEntityId> ids) {
    for (int i = 0; i < ids.size(); i++) {
      if (offered(snapshots.get(i / Relationships.MAX_TRANSITIONS), ids.get(i)).isEmpty()) {
        throw Problem.of(
                ProblemType.UNKNOWN_LEGAL_ENTITY,
                "There is no customer with this id. Nothing was changed.",
                "legalEntityIds[" + i + "]")
            .asException();
      }
    }
    if (snapshots.getFirst().account().flatMap(SupplierAccount::company).isEmpty()) {
      throw Problem.of(
              ProblemType.ACCOUNT_INCOMPLETE,
              "Please fill in your company's data first: your customers are asked to confirm them.")
          .asException();
    }
  }

  private List<Result> connectStep(
      Caller caller, List<LegalEntityId> ids, Snapshot first, Optional<String> askedWith) {
    Snapshot snapshot = first;
    for (int tries = 1; ; tries++) {
      try {
        return tryStep(caller, ids, snapshot, askedWith);
      } catch (ConflictException e) {
        if (tries == MAX_TRIES) {
          throw e;
        }
        snapshot = relationships.snapshot(caller.account(), ids);
      }
    }
  }

  private List<Result> tryStep(
      Caller caller, List<LegalEntityId> ids, Snapshot snapshot, Optional<String> askedWith) {
    Instant now = clock.instant();
    List<Transition> changes = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    Challenging challenging = Challenging.of(challenges, caller, open(snapshot, ids), now, random);
    for (LegalEntityId id : ids) {
      StoredRelationship before = snapshot.relationship(id);
      Optional<TicketNumber> first = firstAnswer(before, askedWith);
      Optional<LegalEntity> found = offered(snapshot, id);
      if (first.isPresent() || found.isEmpty()) {
        results.add(
            new Result(
                id,
                name(snapshot, id),
                first.isPresent() ? Outcome.CUSTOMER_ASKED : Outcome.NOT_ACCEPTING,
                first,
                Optional.empty()));
        continue;
      }
      LegalEntity entity = found.get();
      Optional<ChallengeId> challenge = challenging.challengeFor(id);
      if (challenge.isPresent()) {
        Decision decision =
            relationships.decide(before, new Command.BeginChallenge(challenge.get()), now);
        if (!(decision instanceof Decision.Refused)) {
          if (decision instanceof Decision.Changed changed) {
            changes.add(transition(caller, before, changed, entity, askedWith, now));
          }
          results.add(
              new Result(id, entity.legalName(), Outcome.CHALLENGE, Optional.empty(), challenge));
          continue;
        }
      }
      TicketNumber ticket = TicketNumber.random(random);
      Command ask = Command.Ask.of(entity, ticket);
      switch (relationships.decide(before, ask, now)) {
        case Decision.Changed changed -> {
          changes.add(transition(caller, before, changed, entity, askedWith, now));
          results.add(result(entity, Outcome.CUSTOMER_ASKED, Optional.of(ticket)));
        }
        case Decision.Unchanged _ -> results.add(unchanged(entity, before));
        case Decision.Refused refused ->
            results.add(result(entity, outcome(refused.why()), Optional.empty()));
      }
    }
    if (!changes.isEmpty() || !challenging.begun().isEmpty()) {
      challenges.begin(challenging.begun(), changes, now);
    }
    return results;
  }

  /** Those that a challenge is offered for, if their books are fit for it. */
  private static List<LegalEntity> open(Snapshot snapshot, List<LegalEntityId> ids) {
    return ids.stream()
        .flatMap(id -> offered(snapshot, id).stream())
        .filter(
            entity ->
                ChallengeOffer.of(
                        entity.policy(),
                        snapshot.relationship(entity.id()).relationship().state(),
                        LedgerFitness.FIT)
                    == ChallengeOffer.CHALLENGE)
        .toList();
  }

  private static Transition transition(
      Caller caller,
      StoredRelationship before,
      Decision.Changed changed,
      LegalEntity entity,
      Optional<String> askedWith,
      Instant now) {
    return new Transition(
        before,
        changed,
        Actor.supplier(caller.user().value()),
        now,
        EntityBrief.of(entity),
        askedWith);
  }

  /** The ticket that the same request led to before, whatever has become of it since (P13). */
  private static Optional<TicketNumber> firstAnswer(
      StoredRelationship before, Optional<String> askedWith) {
    return askedWith.isPresent() && askedWith.equals(before.askedWith())
        ? Tickets.ticketOf(before.relationship().state())
        : Optional.empty();
  }

  private static Result unchanged(LegalEntity entity, StoredRelationship before) {
    RelationshipState state = before.relationship().state();
    return result(
        entity,
        state instanceof RelationshipState.Connected
            ? Outcome.ALREADY_CONNECTED
            : Outcome.ALREADY_PENDING,
        Tickets.ticketOf(state));
  }

  private static Outcome outcome(Decision.Refusal refusal) {
    return switch (refusal) {
      case TOO_MANY_REQUESTS -> Outcome.TOO_MANY_REQUESTS;
      case NOT_ACCEPTING -> Outcome.NOT_ACCEPTING;
      case FORWARDED_TOO_OFTEN,
          ANOTHER_REQUEST,
          ALREADY_CONFIRMED,
          ALREADY_DECLINED,
          REQUEST_EXPIRED,
          REQUEST_ENDED,
          NOTHING_TO_END,
          TEST_CONNECTION,
          ANOTHER_CHALLENGE,
          VENDOR_NUMBER_TAKEN,
          SUSPENDED,
          NOT_CONNECTED,
          NO_CONTACT ->
          throw new IllegalStateException("Asking is never refused as " + refusal);
    };
  }

  private static Result result(LegalEntity entity, Outcome outcome, Optional<TicketNumber> ticket) {
    return new Result(entity.id(), entity.legalName(), outcome, ticket, Optional.empty());
  }

  private static Optional<LegalEntity> offered(Snapshot snapshot, LegalEntityId id) {
    return Optional.ofNullable(snapshot.legalEntities().get(id))
        .filter(entity -> entity.offer() == LegalEntity.Offer.OFFERED);
  }

  /** As the supplier knows it; of one that it has nothing to do with and is not offered, the id. */
  private static String name(Snapshot snapshot, LegalEntityId id) {
    return offered(snapshot, id)
        .map(LegalEntity::legalName)
        .or(() -> Optional.of(snapshot.relationship(id).entity().name()))
        .filter(name -> !name.isEmpty())
        .orElse(id.value());
  }
}
