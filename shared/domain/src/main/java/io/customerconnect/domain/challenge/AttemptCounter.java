package io.customerconnect.domain.challenge;

/** Where attempts are counted: the port to the table. */
@FunctionalInterface
public interface AttemptCounter {

  /**
   * Adds one to the failures of the challenge, of the pair and, at step 2, of the vendor number, if
   * the limits allow it, in one conditional write: of requests side by side only as many are
   * counted as the limits allow. What a right answer does is to take its one back.
   */
  Counting count(AttemptLimits limits);

  /** What came of it. */
  sealed interface Counting {
    /**
     * The attempt may be made.
     *
     * @param challenge as it stands with the attempt counted
     */
    record Counted(Challenge challenge) implements Counting {}

    /**
     * The attempt may not be made.
     *
     * @param challenge as it stands
     */
    record NotCounted(Challenge challenge) implements Counting {}

    /** The attempt may not be made: what is asked by now is not what the answer is about. */
    record AskedOtherwise() implements Counting {}
  }
}
