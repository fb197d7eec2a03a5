package io.customerconnect.domain.challenge;

import io.customerconnect.domain.challenge.ChallengeCommand.AnswerFirst;
import io.customerconnect.domain.challenge.ChallengeCommand.AnswerSecond;
import io.customerconnect.domain.challenge.ChallengeCommand.Begin;
import io.customerconnect.domain.challenge.ChallengeCommand.HandOver;
import io.customerconnect.domain.challenge.ChallengeCommand.PassTime;
import io.customerconnect.domain.challenge.ChallengeCommand.Unlock;
import io.customerconnect.domain.challenge.ChallengeDecision.ChallengeEvent;
import io.customerconnect.domain.challenge.ChallengeDecision.Changed;
import io.customerconnect.domain.challenge.ChallengeDecision.Refused;
import io.customerconnect.domain.challenge.ChallengeDecision.Unchanged;
import io.customerconnect.domain.challenge.ChallengeState.Asked;
import io.customerconnect.domain.challenge.ChallengeState.AskedSecond;
import io.customerconnect.domain.challenge.ChallengeState.Expired;
import io.customerconnect.domain.challenge.ChallengeState.HandedOver;
import io.customerconnect.domain.challenge.ChallengeState.Locked;
import io.customerconnect.domain.challenge.ChallengeState.NotBegun;
import io.customerconnect.domain.challenge.ChallengeState.Passed;
import io.customerconnect.domain.challenge.ChallengeState.Unproved;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one table of what every command does with a challenge in every state. */
public final class ChallengeTransitions {
  private final ChallengeRules rules;

  public ChallengeTransitions(ChallengeRules rules) {
    this.rules = rules;
  }

  /** What a command leads to, now. Never throws: there is an answer for every pair. */
  public ChallengeDecision decide(Challenge challenge, ChallengeCommand command, Instant now) {
    return switch (challenge.state()) {
      case NotBegun _ ->
          switch (command) {
            case Begin begin -> begin(challenge, begin, now);
            case AnswerFirst _, AnswerSecond _, HandOver _, Unlock _ ->
                new Refused(ChallengeRefusal.NO_SUCH_CHALLENGE);
            case PassTime _ -> new Unchanged();
          };
      case Unproved unproved -> whenUnproved(challenge, unproved, command, now);
      case HandedOver handedOver -> whenHandedOver(challenge, handedOver, command, now);
      case Passed passed ->
          switch (command) {
            // Whoever is connected cannot begin; this is for those who are so no longer.
            case Begin begin -> begin(challenge, begin, now);
            case AnswerFirst answer -> late(passed.id(), answer.id());
            case AnswerSecond answer -> late(passed.id(), answer.id());
            // It need not do for all that were ticked.
            case HandOver handOver ->
                handOver.id().equals(passed.id())
                    ? new Unchanged()
                    : new Refused(ChallengeRefusal.NO_SUCH_CHALLENGE);
            case Unlock _ -> new Refused(ChallengeRefusal.PASSED);
            case PassTime _ -> new Unchanged();
          };
    };
  }

  /** How a challenge stands when nothing but time has passed. */
  public Challenge asOf(Challenge challenge, Instant now) {
    return decide(challenge, new PassTime(), now) instanceof Changed changed
        ? changed.next()
        : challenge;
  }

  private ChallengeDecision whenUnproved(
      Challenge challenge, Unproved state, ChallengeCommand command, Instant now) {
    Optional<ChallengeRefusal> closed = closed(challenge, state, now);
    return switch (command) {
      case Begin begin -> beginAgain(challenge, state, begin, now);
      case AnswerFirst answer ->
          !answer.id().equals(state.id())
              ? new Refused(ChallengeRefusal.NO_SUCH_CHALLENGE)
              : closed
                  .<ChallengeDecision>map(Refused::new)
                  .orElseGet(
                      () ->
                          state instanceof Asked asked
                              ? answerFirst(challenge, asked, answer, now)
                              : new Refused(ChallengeRefusal.OUT_OF_ORDER));
      case AnswerSecond answer ->
          !answer.id().equals(state.id())
              ? new Refused(ChallengeRefusal.NO_SUCH_CHALLENGE)
              : closed
                  .<ChallengeDecision>map(Refused::new)
                  .orElseGet(
                      () ->
                          state instanceof AskedSecond asked
                              ? answerSecond(challenge, asked, answer, now)
                              : new Refused(ChallengeRefusal.OUT_OF_ORDER));
      case HandOver handOver ->
          handOver.id().equals(state.id())
              ? new Changed(
                  challenge.in(new HandedOver(orExpired(state, now), now)),
                  ChallengeEvent.HANDED_OVER)
              : new Refused(ChallengeRefusal.NO_SUCH_CHALLENGE);
      case Unlock _ -> new Changed(challenge.unlocked(state, now), ChallengeEvent.UNLOCKED);
      case PassTime _ -> {
        Unproved stands = orExpired(state, now);
        yield stands.equals(state)
            ? new Unchanged()
            : new Changed(challenge.in(stands), ChallengeEvent.EXPIRED);
      }
    };
  }

  /** What can be answered no more says so. */
  private Unproved orExpired(Unproved state, Instant now) {
    return since(state)
        .filter(since -> isOver(since, now))
        .<Unproved>map(_ -> new Expired(state.id(), now, vendor(state)))
        .orElse(state);
  }

  /** What can be answered can be answered still; only the customer is asked beside it. */
  private ChallengeDecision whenHandedOver(
      Challenge challenge, HandedOver handedOver, ChallengeCommand command, Instant now) {
    if (command instanceof HandOver handOver && handOver.id().equals(handedOver.stood().id())) {
      return new Unchanged();
    }
    ChallengeDecision decision = whenUnproved(challenge, handedOver.stood(), command, now);
    return decision instanceof Changed changed
            && changed.event() != ChallengeEvent.BEGUN
            && changed.next().state() instanceof Unproved stands
        ? new Changed(changed.next().in(new HandedOver(stands, handedOver.at())), changed.event())
        : decision;
  }

  private ChallengeDecision beginAgain(
      Challenge challenge, Unproved state, Begin begin, Instant now) {
    Optional<Instant> open = since(state).filter(since -> !isOver(since, now));
    if (open.isPresent() && failures(state) < rules.failures()) {
      return challenge.covers().containsAll(begin.covers())
          ? new Unchanged()
          : new Changed(covering(challenge, begin), ChallengeEvent.BEGUN);
    }
    // Whoever was counted last may have crashed before it was locked.
    if (open.isPresent()) {
      return new Changed(
          challenge.in(new Locked(state.id(), now.plus(rules.lock()), vendor(state))),
          ChallengeEvent.LOCKED);
    }
    return state instanceof Locked locked && now.isBefore(locked.until())
        ? new Refused(ChallengeRefusal.LOCKED)
        : begin(challenge, begin, now);
  }

  private ChallengeDecision begin(Challenge challenge, Begin begin, Instant now) {
    if (challenge.failuresEver() >= rules.failuresPerPair()) {
      return new Refused(ChallengeRefusal.USED_UP);
    }
    return new Changed(
        new Challenge(
            challenge.account(),
            challenge.legalEntity(),
            begin.covers(),
            new Asked(begin.id(), now, 0),
            challenge.failuresEver(),
            List.of()),
        ChallengeEvent.BEGUN);
  }

  private ChallengeDecision answerFirst(
      Challenge challenge, Asked asked, AnswerFirst answer, Instant now) {
    return answer
        .outcome()
        .<ChallengeDecision>map(
            leads ->
                new Changed(
                    challenge.right(
                        Step.FIRST,
                        now,
                        new AskedSecond(
                            asked.id(),
                            asked.since(),
                            Math.max(0, asked.failures() - 1),
                            leads.vendor(),
                            leads.first(),
                            leads.second())),
                    ChallengeEvent.FIRST_RIGHT))
        .orElseGet(() -> wrong(challenge, asked, Step.FIRST, now));
  }

  private ChallengeDecision answerSecond(
      Challenge challenge, AskedSecond asked, AnswerSecond answer, Instant now) {
    return switch (answer.verdict()) {
      case RIGHT ->
          new Changed(
              challenge.right(Step.SECOND, now, new Passed(asked.id(), now, asked.vendor())),
              ChallengeEvent.PASSED);
      case WRONG -> wrong(challenge, asked, Step.SECOND, now);
    };
  }

  private ChallengeDecision wrong(Challenge challenge, Unproved state, Step step, Instant now) {
    boolean last =
        failures(state) >= rules.failures() || challenge.failuresEver() >= rules.failuresPerPair();
    return last
        ? new Changed(
            challenge.wrong(
                step, now, new Locked(state.id(), now.plus(rules.lock()), vendor(state))),
            ChallengeEvent.LOCKED)
        : new Changed(challenge.wrong(step, now, state), ChallengeEvent.WRONG);
  }

  /** Why an attempt at a step is not to be made. */
  ChallengeRefusal whyNot(Challenge challenge, ChallengeId id, Step step, Instant now) {
    return switch (challenge.state()) {
      case NotBegun _ -> ChallengeRefusal.NO_SUCH_CHALLENGE;
      case Passed passed ->
          passed.id().equals(id) ? ChallengeRefusal.PASSED : ChallengeRefusal.NO_SUCH_CHALLENGE;
      case HandedOver handedOver -> whyNot(challenge.in(handedOver.stood()), id, step, now);
      case Unproved state ->
          !state.id().equals(id)
              ? ChallengeRefusal.NO_SUCH_CHALLENGE
              : closed(challenge, state, now)
                  .orElseGet(
                      () ->
                          step(state).filter(step::equals).isEmpty()
                              ? ChallengeRefusal.OUT_OF_ORDER
                              : failures(state) >= rules.failures()
                                  ? usedUp(challenge)
                                  // Nothing else is left: all have used up the vendor number's.
                                  : ChallengeRefusal.USED_UP);
    };
  }

  private Optional<ChallengeRefusal> closed(Challenge challenge, Unproved state, Instant now) {
    return switch (state) {
      case Locked _ -> Optional.of(usedUp(challenge));
      case Expired _ -> Optional.of(ChallengeRefusal.EXPIRED);
      case Asked _, AskedSecond _ ->
          since(state).filter(since -> isOver(since, now)).map(_ -> ChallengeRefusal.EXPIRED);
    };
  }

  private ChallengeRefusal usedUp(Challenge challenge) {
    return challenge.failuresEver() >= rules.failuresPerPair()
        ? ChallengeRefusal.USED_UP
        : ChallengeRefusal.LOCKED;
  }

  private static Challenge covering(Challenge challenge, Begin begin) {
    Set<LegalEntityId> covers = new HashSet<>(challenge.covers());
    covers.addAll(begin.covers());
    return new Challenge(
        challenge.account(),
        challenge.legalEntity(),
        covers,
        challenge.state(),
        challenge.failuresEver(),
        challenge.tried());
  }

  private boolean isOver(Instant since, Instant now) {
    return !now.isBefore(since.plus(rules.life()));
  }

  private static ChallengeDecision late(ChallengeId own, ChallengeId asked) {
    return new Refused(
        own.equals(asked) ? ChallengeRefusal.PASSED : ChallengeRefusal.NO_SUCH_CHALLENGE);
  }

  /** When it began; empty when it cannot be answered any more. */
  private static Optional<Instant> since(Unproved state) {
    return switch (state) {
      case Asked asked -> Optional.of(asked.since());
      case AskedSecond asked -> Optional.of(asked.since());
      case Locked _, Expired _ -> Optional.empty();
    };
  }

  private static Optional<Step> step(Unproved state) {
    return switch (state) {
      case Asked _ -> Optional.of(Step.FIRST);
      case AskedSecond _ -> Optional.of(Step.SECOND);
      case Locked _, Expired _ -> Optional.empty();
    };
  }

  private static int failures(Unproved state) {
    return switch (state) {
      case Asked asked -> asked.failures();
      case AskedSecond asked -> asked.failures();
      case Locked _, Expired _ -> 0;
    };
  }

  private static Optional<VendorNumber> vendor(Unproved state) {
    return switch (state) {
      case AskedSecond asked -> Optional.of(asked.vendor());
      case Locked locked -> locked.vendor();
      case Expired expired -> expired.vendor();
      case Asked _ -> Optional.empty();
    };
  }
}
