package io.customerconnect.table;

import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;

/** What an account is told that has done too much of something. */
public final class UsageProblems {
  private UsageProblems() {}

  /**
   * Goes on where it was counted.
   *
   * @param done what the account has done so much of, as a sentence
   * @throws Problem.ProblemException when it is over the limit
   */
  public static void orProblem(Usages.Counting counting, String done) {
    if (counting instanceof Usages.Counting.OverLimit(int left, int limit)) {
      throw Problem.of(
              ProblemType.LIMIT_REACHED,
              "%s Of %d a day %d are left; please go on tomorrow. Nothing was changed."
                  .formatted(done, limit, left))
          .asException();
    }
  }
}
