package io.customerconnect.domain.quality;

import io.customerconnect.domain.challenge.ChallengeEnds;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.status.IsoWeek;
import java.util.HashMap;
import java.util.Map;

/**
 * What a buyer delivered within a week, and what came of challenges by it.
 *
 * @param files how many, whatever became of them
 * @param faults how many were refused as a whole, by what was wrong
 * @param rows of all files
 * @param reasons how often each reason was given for refusing a row
 * @param unknownWords rows whose word for the status is in no list
 */
public record FeedWeek(
    IsoWeek week,
    long files,
    Map<FileFault.Kind, Long> faults,
    RowCounts rows,
    Map<Reason, Long> reasons,
    long unknownWords,
    ChallengeEnds challenges) {

  public FeedWeek {
    faults = Map.copyOf(faults);
    reasons = Map.copyOf(reasons);
  }

  /** Both together, of the same week. */
  FeedWeek plus(FeedWeek other) {
    return new FeedWeek(
        week,
        files + other.files,
        sum(faults, other.faults),
        rows.plus(other.rows),
        sum(reasons, other.reasons),
        unknownWords + other.unknownWords,
        challenges.plus(other.challenges));
  }

  private static <K> Map<K, Long> sum(Map<K, Long> some, Map<K, Long> others) {
    Map<K, Long> all = new HashMap<>(some);
    others.forEach((key, count) -> all.merge(key, count, Long::sum));
    return all;
  }

  /** A week in which nothing happened. */
  public static FeedWeek empty(IsoWeek week) {
    return new FeedWeek(week, 0, Map.of(), RowCounts.NONE, Map.of(), 0, ChallengeEnds.NONE);
  }
}
