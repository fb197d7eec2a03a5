package io.customerconnect.domain.challenge;

import io.customerconnect.domain.challenge.ChallengeState.Asked;
import io.customerconnect.domain.challenge.ChallengeState.AskedSecond;
import io.customerconnect.domain.challenge.ChallengeState.Expired;
import io.customerconnect.domain.challenge.ChallengeState.HandedOver;
import io.customerconnect.domain.challenge.ChallengeState.Locked;
import io.customerconnect.domain.challenge.ChallengeState.NotBegun;
import io.customerconnect.domain.challenge.ChallengeState.Passed;

/**
 * How challenges ended: how good a buyer's books are to prove oneself by (P41). A challenge counts
 * when it first ends, and once more when it is passed after all. One that nobody answers any more
 * has no end, and does not count, whether or not the customer is asked in its place.
 *
 * @param passed by right answers
 * @param locked after too many wrong ones
 * @param handedOver to the customer while it could still have been answered
 */
public record ChallengeEnds(long passed, long locked, long handedOver) {
  public static final ChallengeEnds NONE = new ChallengeEnds(0, 0, 0);

  /** What a challenge adds that changes from one state to another. */
  public static ChallengeEnds of(ChallengeState before, ChallengeState next) {
    return switch (next) {
      case Passed _ when !(before instanceof Passed) -> new ChallengeEnds(1, 0, 0);
      case Locked _ when isOpen(before) -> new ChallengeEnds(0, 1, 0);
      case HandedOver handedOver when isOpen(before) && isOpen(handedOver.stood()) ->
          new ChallengeEnds(0, 0, 1);
      case NotBegun _, Asked _, AskedSecond _, Locked _, Expired _, HandedOver _, Passed _ -> NONE;
    };
  }

  /** Whether it is asked and not ended yet: one that was handed over has, though it goes on. */
  private static boolean isOpen(ChallengeState state) {
    return switch (state) {
      case Asked _, AskedSecond _ -> true;
      case NotBegun _, Locked _, Expired _, HandedOver _, Passed _ -> false;
    };
  }

  /** Both together. */
  public ChallengeEnds plus(ChallengeEnds other) {
    return new ChallengeEnds(
        passed + other.passed, locked + other.locked, handedOver + other.handedOver);
  }
}
