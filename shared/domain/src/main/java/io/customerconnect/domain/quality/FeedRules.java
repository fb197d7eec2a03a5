package io.customerconnect.domain.quality;

import io.customerconnect.domain.status.LoadRules;
import java.time.Duration;

/**
 * When a buyer's feed needs somebody to look at it.
 *
 * @param faulty the share of a file's rows, of 1, from which on it is faulty: rows that were
 *     refused, or whose word for the status nobody knows
 * @param old from which age on the newest file is old, as suppliers are told too
 * @param gone from which age on nobody waits for the next one any more
 */
public record FeedRules(double faulty, Duration old, Duration gone) {
  public static final FeedRules DEFAULT =
      new FeedRules(0.01, LoadRules.DEFAULT.old(), Duration.ofDays(365));
}
