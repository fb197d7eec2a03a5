package io.customerconnect.domain.status;

import java.time.Duration;

/**
 * The times that loading status goes by (P36).
 *
 * @param ready how long after connecting the first load is through at the latest
 * @param alarm how long after connecting somebody is called when it is not
 * @param lease how long a load without a sign of life is left alone; then it is taken for dead
 * @param settling how long after a buyer's news every place that they are read from has them: what
 *     was loaded before follows them then at the earliest, and a first load that was quicker is
 *     followed by another
 * @param old from which age on a buyer's data are said to be old
 */
public record LoadRules(
    Duration ready, Duration alarm, Duration lease, Duration settling, Duration old) {
  public static final LoadRules DEFAULT =
      new LoadRules(
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofMinutes(15),
          Duration.ofSeconds(30),
          Duration.ofDays(14));
}
