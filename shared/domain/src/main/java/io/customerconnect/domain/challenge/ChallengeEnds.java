package io.customerconnect.domain.challenge;

import io.customerconnect.domain.challenge.ChallengeDecision.ChallengeEvent;
import io.customerconnect.domain.challenge.ChallengeState.HandedOver;
import io.customerconnect.domain.challenge.ChallengeState.Locked;

/**
 * How challenges ended: how good a buyer's books are to prove oneself by (P41). A challenge counts
 * when it first ends, and once more when it is passed after all. One that nobody answers any more
 * has no end, and does not count.
 *
 * @param passed by right answers
 * @param locked after too many wrong ones
 * @param handedOver to the customer while it could still have been answered
 */
public record ChallengeEnds(long passed, long locked, long handedOver) {
  public static final ChallengeEnds NONE = new ChallengeEnds(0, 0, 0);

  /** What a challenge adds to which something happens. */
  public static ChallengeEnds of(Challenge before, ChallengeEvent event) {
    ChallengeState state = before.state();
    return switch (event) {
      case PASSED -> new ChallengeEnds(1, 0, 0);
      case LOCKED -> state instanceof HandedOver ? NONE : new ChallengeEnds(0, 1, 0);
      case HANDED_OVER -> state instanceof Locked ? NONE : new ChallengeEnds(0, 0, 1);
      case BEGUN, FIRST_RIGHT, WRONG, EXPIRED, UNLOCKED -> NONE;
    };
  }

  /** Both together. */
  public ChallengeEnds plus(ChallengeEnds other) {
    return new ChallengeEnds(
        passed + other.passed, locked + other.locked, handedOver + other.handedOver);
  }
}
