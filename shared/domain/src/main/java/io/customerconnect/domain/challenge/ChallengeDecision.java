package io.customerconnect.domain.challenge;

/** What a command leads to. */
public sealed interface ChallengeDecision {

  /** The challenge changes. */
  record Changed(Challenge next, ChallengeEvent event) implements ChallengeDecision {}

  /** Nothing is to be done: it is so already. */
  record Unchanged() implements ChallengeDecision {}

  /** It cannot be. */
  record Refused(ChallengeRefusal why) implements ChallengeDecision {}

  /** Something that happened to a challenge. */
  enum ChallengeEvent {
    BEGUN,
    /** Step 1 was right: step 2 is asked. */
    FIRST_RIGHT,
    /** An answer was wrong, and there are attempts left. */
    WRONG,
    /** An answer was wrong, and there are none left. */
    LOCKED,
    PASSED,
    HANDED_OVER,
    EXPIRED,
    /** All attempts can be made again. */
    UNLOCKED
  }
}
