package io.customerconnect.functions.challenge;

import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.GroupProof;
import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.connection.AfterProof;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.TradingRelationship;
import io.customerconnect.domain.connection.VendorNumberHolder;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Caller;
import io.customerconnect.table.Challenges.VendorStanding;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.EntityBrief;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Relationships.Snapshot;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.Table;
import io.customerconnect.table.Transition;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The legal entities that a challenge is about: the one it names, and those ticked with it. */
final class Members {
  /**
   * As many as one transaction of 100 writes takes besides the challenge. Most it is where a review
   * begins: the relationship, and a ticket with history and notice for the supplier and for each of
   * {@link VendorNumberHolder#MAX_TICKETS} holders.
   */
  static final int MAX_AT_ONCE = 7;

  private final Relationships relationships;
  private final DirectoryStore directory;
  private final SecureRandom random = new SecureRandom();

  Members(Relationships relationships, DirectoryStore directory) {
    this.relationships = relationships;
    this.directory = directory;
  }

  /**
   * What an answer is compared by.
   *
   * @param scope where the entity's vendor numbers mean one vendor
   * @param rules the entity's
   */
  record Terms(VendorScope scope, ChallengeRules rules) {}

  /** The terms of a legal entity; one read. */
  Terms termsOf(LegalEntityId legalEntity) {
    return Optional.ofNullable(directory.find(List.of(legalEntity)).get(legalEntity))
        .map(entity -> new Terms(entity.vendorScope(), entity.challengeRules()))
        .orElseGet(() -> new Terms(VendorScope.of(legalEntity), ChallengeRules.DEFAULT));
  }

  /** All that a challenge is about, the named one first. */
  static List<LegalEntityId> of(Challenge challenge) {
    return Stream.concat(
            Stream.of(challenge.legalEntity()),
            challenge.covers().stream()
                .filter(id -> !id.equals(challenge.legalEntity()))
                .sorted((a, b) -> a.value().compareTo(b.value())))
        .toList();
  }

  /**
   * What is shown with a challenge.
   *
   * @param states where the account stands with each of its legal entities
   * @param entities these, and those in whose books stands what is asked, as far as there are any
   */
  record Standing(List<StoredRelationship> states, Map<LegalEntityId, LegalEntity> entities) {

    ChallengeRules rules(LegalEntityId named) {
      return Optional.ofNullable(entities.get(named))
          .map(LegalEntity::challengeRules)
          .orElse(ChallengeRules.DEFAULT);
    }

    /** The name of a legal entity that suppliers get to see. */
    Optional<String> name(LegalEntityId id) {
      return Optional.ofNullable(entities.get(id))
          .filter(entity -> entity.offer() == LegalEntity.Offer.OFFERED)
          .map(LegalEntity::legalName);
    }
  }

  /** What is shown with a challenge; one batch read for every 48 legal entities. */
  Standing standing(Challenge challenge) {
    List<LegalEntityId> about = of(challenge);
    List<LegalEntityId> all =
        Stream.concat(
                about.stream(),
                challenge.askedSecond().stream()
                    .flatMap(asked -> asked.second().invoices().stream())
                    .map(SecondInvoices.Second::books))
            .distinct()
            .toList();
    Map<LegalEntityId, StoredRelationship> states = new HashMap<>();
    Map<LegalEntityId, LegalEntity> entities = new HashMap<>();
    for (List<LegalEntityId> some : steps(all, 48)) {
      Snapshot snapshot = relationships.snapshot(challenge.account(), some);
      states.putAll(snapshot.relationships());
      entities.putAll(snapshot.legalEntities());
    }
    return new Standing(
        about.stream().flatMap(id -> Optional.ofNullable(states.get(id)).stream()).toList(),
        Map.copyOf(entities));
  }

  /**
   * What a passed challenge changes, of as many as one transaction takes: the named entity, and
   * those others for which the proof does (P25).
   */
  List<Transition> proved(
      Caller caller,
      Challenge challenge,
      VendorNumber vendor,
      VendorStanding standing,
      Instant now) {
    return proved(caller, challenge, first(of(challenge)), vendor, standing, now, _ -> true);
  }

  /**
   * Writes what a passed challenge changes of those that the first transaction had no room for. A
   * repeat does what an earlier call did not get to, and undoes nothing that was decided since.
   */
  void proveOthers(
      Caller caller,
      Challenge challenge,
      VendorNumber vendor,
      VendorStanding standing,
      Instant now) {
    List<LegalEntityId> all = of(challenge);
    for (List<LegalEntityId> some : steps(all.subList(1, all.size()), MAX_AT_ONCE)) {
      List<LegalEntityId> withNamed = new ArrayList<>(some);
      withNamed.addFirst(challenge.legalEntity());
      Table.startingOver(
          () -> {
            List<Transition> changes =
                proved(
                    caller,
                    challenge,
                    withNamed,
                    vendor,
                    standing,
                    now,
                    one ->
                        !one.legalEntity().equals(challenge.legalEntity())
                            && isOpen(one.state(), challenge));
            if (!changes.isEmpty()) {
              relationships.commit(changes);
            }
            return changes.size();
          });
    }
  }

  /**
   * A connection under no number can gain one; one with a number, or whose number was looked into,
   * may have been put right.
   */
  private static boolean isOpen(RelationshipState state, Challenge challenge) {
    return challenge.state().latest().filter(state::awaits).isPresent()
        || (state instanceof RelationshipState.Connected connected
            && connected.vendorNumbers().isEmpty()
            && connected.review().isEmpty());
  }

  private List<Transition> proved(
      Caller caller,
      Challenge challenge,
      List<LegalEntityId> ids,
      VendorNumber vendor,
      VendorStanding standing,
      Instant now,
      Predicate<TradingRelationship> those) {
    Snapshot snapshot = relationships.snapshot(challenge.account(), ids);
    Optional<LegalEntity> named =
        Optional.ofNullable(snapshot.legalEntities().get(challenge.legalEntity()));
    if (named.isEmpty()) {
      return List.of();
    }
    List<LegalEntity> ticked =
        ids.stream()
            .flatMap(id -> Optional.ofNullable(snapshot.legalEntities().get(id)).stream())
            .toList();
    List<LegalEntity> proved = new ArrayList<>();
    proved.add(named.get());
    proved.addAll(GroupProof.covered(named.get(), ticked, standing.known()::contains));
    ChallengeId id = challenge.state().latest().orElseThrow();
    return proved.stream()
        .filter(entity -> those.test(snapshot.relationship(entity.id()).relationship()))
        .flatMap(
            entity ->
                change(
                    snapshot.relationship(entity.id()),
                    new Command.PassChallenge(
                        id,
                        vendor,
                        AfterProof.of(entity),
                        VendorNumberHolder.of(challenge.account(), standing.bound(), random),
                        TicketNumber.random(random),
                        entity.contacts().size(),
                        entity.connectionRules()),
                    entity,
                    caller,
                    now)
                    .stream())
        .toList();
  }

  /**
   * The requests to customers that follow when the supplier hands over.
   *
   * @param ids of the legal entities
   * @param those relationships in which the customer is to be asked
   */
  List<Transition> asked(
      Caller caller,
      Collection<LegalEntityId> ids,
      Predicate<TradingRelationship> those,
      Instant now) {
    Snapshot snapshot = relationships.snapshot(caller.account(), ids);
    return ids.stream()
        .filter(id -> those.test(snapshot.relationship(id).relationship()))
        .flatMap(id -> Optional.ofNullable(snapshot.legalEntities().get(id)).stream())
        .flatMap(
            entity ->
                change(
                    snapshot.relationship(entity.id()),
                    Command.Ask.of(entity, TicketNumber.random(random)),
                    entity,
                    caller,
                    now)
                    .stream())
        .toList();
  }

  private Optional<Transition> change(
      StoredRelationship before, Command command, LegalEntity entity, Caller caller, Instant now) {
    return relationships.decide(before, command, now) instanceof Decision.Changed changed
        ? Optional.of(
            new Transition(
                before,
                changed,
                Actor.supplier(caller.user().value()),
                now,
                EntityBrief.of(entity),
                Optional.empty()))
        : Optional.empty();
  }

  static List<LegalEntityId> first(List<LegalEntityId> ids) {
    return ids.subList(0, Math.min(ids.size(), MAX_AT_ONCE));
  }

  static List<List<LegalEntityId>> steps(List<LegalEntityId> ids, int size) {
    List<List<LegalEntityId>> steps = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += size) {
      steps.add(ids.subList(from, Math.min(from + size, ids.size())));
    }
    return steps;
  }
}
