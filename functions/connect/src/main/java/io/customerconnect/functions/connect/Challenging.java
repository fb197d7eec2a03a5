package io.customerconnect.functions.connect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeCommand;
import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeRefusal;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.lambda.Caller;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.Challenges.Begun;
import io.customerconnect.table.Challenges.Prospect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Which legal entities the supplier is challenged for (P14), and by which challenge: those that
 * share a vendor master, and ask for as much, are proved by one (P25).
 *
 * @param begun what is to be written for it
 */
record Challenging(Map<LegalEntityId, ChallengeId> ids, List<Begun> begun) {
  /**
   * For legal entities that a challenge is offered for, as far as their books are fit for one.
   *
   * @param entities those that a proof can connect the caller with
   */
  static Challenging of(
      Challenges challenges,
      Caller caller,
      List<LegalEntity> entities,
      Instant now,
      RandomGenerator random) {
    Map<LegalEntityId, Prospect> prospects =
        challenges.prospects(caller.account(), entities.stream().map(LegalEntity::id).toList());
    record Terms(VendorScope scope, ChallengeRules rules) {}
    Map<Terms, List<LegalEntity>> together =
        entities.stream()
            .filter(entity -> prospect(prospects, entity.id()).fitness() == LedgerFitness.FIT)
            .collect(
                groupingBy(
                    entity -> new Terms(entity.vendorScope(), entity.challengeRules()),
                    LinkedHashMap::new,
                    toList()));
    Map<LegalEntityId, ChallengeId> ids = new HashMap<>();
    List<Begun> begun = new ArrayList<>();
    for (List<LegalEntity> some : together.values()) {
      LegalEntity named = named(some, prospects);
      Prospect prospect = prospect(prospects, named.id());
      Set<LegalEntityId> covers =
          some.stream()
              .map(LegalEntity::id)
              .filter(id -> !id.equals(named.id()))
              .collect(toUnmodifiableSet());
      begin(
              named.challengeRules(),
              prospect,
              new ChallengeCommand.Begin(ChallengeId.random(named.id(), random), covers),
              now)
          .ifPresent(
              next -> {
                next.state().latest().ifPresent(id -> some.forEach(one -> ids.put(one.id(), id)));
                if (!next.equals(prospect.challenge().challenge())) {
                  begun.add(new Begun(prospect.challenge(), next));
                }
              });
    }
    return new Challenging(Map.copyOf(ids), List.copyOf(begun));
  }

  /** The challenge that is asked for this one; empty when the customer is asked. */
  Optional<ChallengeId> challengeFor(LegalEntityId legalEntity) {
    return Optional.ofNullable(ids.get(legalEntity));
  }

  /** The one that a challenge is begun with already, else the first. */
  private static LegalEntity named(
      List<LegalEntity> together, Map<LegalEntityId, Prospect> prospects) {
    return together.stream()
        .filter(entity -> prospect(prospects, entity.id()).challenge().version() > 0)
        .findFirst()
        .orElse(together.getFirst());
  }

  /** The challenge as it then stands; empty when there can be none, ever. */
  private static Optional<Challenge> begin(
      ChallengeRules rules, Prospect prospect, ChallengeCommand.Begin begin, Instant now) {
    Challenge stands = prospect.challenge().challenge();
    return switch (new ChallengeTransitions(rules).decide(stands, begin, now)) {
      case ChallengeDecision.Changed changed -> Optional.of(changed.next());
      case ChallengeDecision.Unchanged _ -> Optional.of(stands);
      // A locked one is shown, with the way over the customer that is never locked.
      case ChallengeDecision.Refused refused ->
          refused.why() == ChallengeRefusal.LOCKED ? Optional.of(stands) : Optional.empty();
    };
  }

  private static Prospect prospect(Map<LegalEntityId, Prospect> prospects, LegalEntityId id) {
    return Optional.ofNullable(prospects.get(id))
        .orElseThrow(() -> new IllegalArgumentException("Not asked for: " + id));
  }
}
