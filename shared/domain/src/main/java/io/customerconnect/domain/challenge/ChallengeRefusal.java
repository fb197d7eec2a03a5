package io.customerconnect.domain.challenge;

/** Why nothing can be done with a challenge, other than that an answer is wrong. */
public enum ChallengeRefusal {
  /** There is no such challenge, or another one has taken its place. */
  NO_SUCH_CHALLENGE,
  /** The step is not the one to be answered now. */
  OUT_OF_ORDER,
  /** Too many wrong answers: it takes time before there can be another challenge. */
  LOCKED,
  /**
   * Too many wrong answers, ever, of the account or about the vendor number: only the customer can
   * connect the supplier.
   */
  USED_UP,
  /** The time to answer is over. */
  EXPIRED,
  /** It has been passed. */
  PASSED
}
