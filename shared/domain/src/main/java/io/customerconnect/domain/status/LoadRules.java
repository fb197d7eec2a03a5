package io.customerconnect.domain.status;

import java.time.Duration;
import java.time.Instant;

/**
 * The times that loading status goes by (P36).
 *
 * @param ready how long after connecting the first load is through at the latest
 * @param alarm how long after connecting somebody is called when it is not
 * @param lease how long a load without a sign of life is left alone; then it is taken for dead
 * @param settling how long after a buyer's news every place that they are read from has them: what
 *     was loaded before follows them then at the earliest
 * @param patience how long a buyer that goes on delivering keeps its suppliers waiting; and how
 *     long after its news a load that was quicker than they are is followed by another
 * @param old from which age on a buyer's data are said to be old
 */
public record LoadRules(
    Duration ready,
    Duration alarm,
    Duration lease,
    Duration settling,
    Duration patience,
    Duration old) {
  public static final LoadRules DEFAULT =
      new LoadRules(
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofMinutes(15),
          Duration.ofSeconds(30),
          Duration.ofMinutes(15),
          Duration.ofDays(14));

  /** Whether every place has what a buyer has said. */
  public boolean isSettled(Instant said, Instant now) {
    return !now.isBefore(said.plus(settling));
  }

  /**
   * Whether a buyer's suppliers are to see what it has said: once it is settled, and now and then
   * while there is more all the time.
   *
   * @param since when the buyer first said something that they do not see
   * @param last when it last did
   */
  public boolean isToBeSeen(Instant since, Instant last, Instant now) {
    return isSettled(last, now) || !now.isBefore(since.plus(patience));
  }
}
