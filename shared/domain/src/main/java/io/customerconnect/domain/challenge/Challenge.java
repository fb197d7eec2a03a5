package io.customerconnect.domain.challenge;

import io.customerconnect.domain.challenge.ChallengeState.Asked;
import io.customerconnect.domain.challenge.ChallengeState.AskedSecond;
import io.customerconnect.domain.challenge.ChallengeState.Expired;
import io.customerconnect.domain.challenge.ChallengeState.HandedOver;
import io.customerconnect.domain.challenge.ChallengeState.Locked;
import io.customerconnect.domain.challenge.ChallengeState.NotBegun;
import io.customerconnect.domain.challenge.ChallengeState.Passed;
import io.customerconnect.domain.challenge.ChallengeState.Unproved;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far an account has got with proving that it trades with a legal entity.
 *
 * @param covers the other legal entities that were ticked with this one, and that one proof may do
 *     for (P25)
 * @param failuresEver attempts of all its challenges that came to nothing
 * @param tried the answers of the latest challenge, oldest first
 */
public record Challenge(
    AccountId account,
    LegalEntityId legalEntity,
    Set<LegalEntityId> covers,
    ChallengeState state,
    int failuresEver,
    List<Tried> tried) {

  public Challenge {
    covers = Set.copyOf(covers);
    tried = List.copyOf(tried);
  }

  /** That of two where there never was one. */
  public static Challenge none(AccountId account, LegalEntityId legalEntity) {
    return new Challenge(
        account, legalEntity, Set.of(), new ChallengeState.NotBegun(), 0, List.of());
  }

  /** What step 2 asks, when that is to be answered, whether or not the customer is asked too. */
  public Optional<AskedSecond> askedSecond() {
    ChallengeState stands = state instanceof HandedOver handedOver ? handedOver.stood() : state;
    return stands instanceof AskedSecond asked ? Optional.of(asked) : Optional.empty();
  }

  /** How often a step was answered wrongly in the latest challenge: what a ticket tells (P24). */
  public long wrong(Step step) {
    return tried.stream()
        .filter(answer -> answer.step() == step && answer.verdict() == Verdict.WRONG)
        .count();
  }

  /** With one more attempt counted as a failure, before it is known what comes of it. */
  public Challenge attempted() {
    return new Challenge(account, legalEntity, covers, with(1, state), failuresEver + 1, tried);
  }

  /** With more attempts, or fewer, where they are still counted. */
  private static ChallengeState with(int attempts, ChallengeState state) {
    return switch (state) {
      case Asked asked ->
          new Asked(asked.id(), asked.since(), Math.max(0, asked.failures() + attempts));
      case AskedSecond asked ->
          new AskedSecond(
              asked.id(),
              asked.since(),
              Math.max(0, asked.failures() + attempts),
              asked.vendor(),
              asked.first(),
              asked.second());
      case HandedOver handedOver
          when with(attempts, handedOver.stood()) instanceof Unproved unproved ->
          new HandedOver(unproved, handedOver.at());
      case HandedOver _, NotBegun _, Locked _, Expired _, Passed _ -> state;
    };
  }

  /** Whether a step of the latest challenge, if that is the one, has been passed. */
  public boolean isPast(ChallengeId id, Step step) {
    return state.latest().filter(id::equals).isPresent()
        && (state instanceof Passed || (step == Step.FIRST && askedSecond().isPresent()));
  }

  /**
   * With an answer that others were quicker than, when its attempt was counted already: it decides
   * nothing. Where the step is passed, a right one is a repeat, and its attempt is taken back.
   */
  public Challenge late(ChallengeId id, Step step, Verdict verdict, Instant at) {
    if (state.latest().filter(id::equals).isEmpty()) {
      return this;
    }
    return verdict == Verdict.RIGHT && isPast(id, step)
        ? right(step, at, with(-1, state))
        : new Challenge(
            account, legalEntity, covers, state, failuresEver, with(new Tried(step, verdict, at)));
  }

  /** To be answered from its first step, as if nothing had been tried. */
  Challenge unlocked(Unproved state, Instant now) {
    return new Challenge(account, legalEntity, covers, new Asked(state.id(), now, 0), 0, List.of());
  }

  Challenge in(ChallengeState next) {
    return new Challenge(account, legalEntity, covers, next, failuresEver, tried);
  }

  /** After a right answer the attempt that was counted for it is taken back. */
  Challenge right(Step step, Instant at, ChallengeState next) {
    return new Challenge(
        account,
        legalEntity,
        covers,
        next,
        Math.max(0, failuresEver - 1),
        with(new Tried(step, Verdict.RIGHT, at)));
  }

  Challenge wrong(Step step, Instant at, ChallengeState next) {
    return new Challenge(
        account, legalEntity, covers, next, failuresEver, with(new Tried(step, Verdict.WRONG, at)));
  }

  private List<Tried> with(Tried answer) {
    List<Tried> all = new ArrayList<>(tried);
    all.add(answer);
    return all;
  }
}
