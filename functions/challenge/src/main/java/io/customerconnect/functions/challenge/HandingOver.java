package io.customerconnect.functions.challenge;

import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeCommand;
import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeRefusal;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.lambda.Caller;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.StoredChallenge;
import io.customerconnect.table.Table;
import io.customerconnect.table.Transition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Has the customers asked instead of the supplier, at any time (P24). After a proof those are asked
 * that it does not do for (P25).
 */
final class HandingOver {
  private final Challenges challenges;
  private final Members members;
  private final InstantSource clock;

  HandingOver(Challenges challenges, Members members, InstantSource clock) {
    this.challenges = challenges;
    this.members = members;
    this.clock = clock;
  }

  /**
   * Hands over. A repeat changes nothing but what an earlier call did not get to: whoever was asked
   * is not asked again, whatever has come of it (P13). Nor is a member asked that the supplier has
   * taken back.
   *
   * @return why it cannot be; empty when it is done
   */
  Optional<ChallengeRefusal> handOver(Caller caller, ChallengeId id) {
    StoredChallenge stands = challenges.find(caller.account(), id.legalEntity());
    ChallengeTransitions transitions =
        new ChallengeTransitions(members.termsOf(id.legalEntity()).rules());
    for (List<LegalEntityId> some :
        Members.steps(Members.of(stands.challenge()), Members.MAX_AT_ONCE)) {
      Optional<ChallengeRefusal> refusal =
          Table.startingOver(() -> handOver(caller, id, some, transitions));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<ChallengeRefusal> handOver(
      Caller caller, ChallengeId id, List<LegalEntityId> some, ChallengeTransitions transitions) {
    Instant now = clock.instant();
    StoredChallenge before = challenges.find(caller.account(), id.legalEntity());
    return switch (transitions.decide(before.challenge(), new ChallengeCommand.HandOver(id), now)) {
      case ChallengeDecision.Refused refused -> Optional.of(refused.why());
      case ChallengeDecision.Changed changed -> {
        List<Transition> asked =
            members.asked(
                caller,
                some,
                one -> one.legalEntity().equals(id.legalEntity()) || one.state().awaits(id),
                now);
        challenges.handOver(before, changed.next(), asked, tried(before.challenge()));
        yield Optional.empty();
      }
      case ChallengeDecision.Unchanged _ -> {
        List<Transition> asked = members.asked(caller, some, one -> one.state().awaits(id), now);
        if (!asked.isEmpty()) {
          challenges.handOver(before, before.challenge(), asked, tried(before.challenge()));
        }
        yield Optional.empty();
      }
    };
  }

  /** How often each step was answered wrongly, for the ticket. */
  private static Optional<String> tried(Challenge challenge) {
    long first = challenge.wrong(Step.FIRST);
    long second = challenge.wrong(Step.SECOND);
    return first + second == 0
        ? Optional.empty()
        : Optional.of("1: %d, 2: %d".formatted(first, second));
  }
}
