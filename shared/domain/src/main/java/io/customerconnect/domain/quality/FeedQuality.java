package io.customerconnect.domain.quality;

import io.customerconnect.domain.challenge.ChallengeEnds;
import io.customerconnect.domain.status.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How good what a buyer delivers is (P41).
 *
 * @param newest the newest file of each kind
 * @param weeks the last {@value #WEEKS} weeks without a gap, the oldest first
 */
public record FeedQuality(Map<FeedKind, FileSummary> newest, List<FeedWeek> weeks) {
  /** How many weeks are looked back on, this one among them. */
  public static final int WEEKS = 12;

  public FeedQuality {
    newest = Map.copyOf(newest);
    weeks = List.copyOf(weeks);
  }

  /**
   * That of a buyer.
   *
   * @param known the weeks that something happened in, in any order; a week may come in parts
   */
  public static FeedQuality of(
      Map<FeedKind, FileSummary> newest, List<FeedWeek> known, LocalDate today) {
    Map<IsoWeek, FeedWeek> byWeek =
        known.stream()
            .collect(Collectors.toMap(FeedWeek::week, Function.identity(), FeedWeek::plus));
    return new FeedQuality(
        newest,
        IntStream.rangeClosed(1 - WEEKS, 0)
            .mapToObj(ago -> IsoWeek.of(today.plusWeeks(ago)))
            .map(week -> byWeek.getOrDefault(week, FeedWeek.empty(week)))
            .toList());
  }

  /** How challenges ended in these weeks. */
  public ChallengeEnds challenges() {
    return weeks.stream().map(FeedWeek::challenges).reduce(ChallengeEnds.NONE, ChallengeEnds::plus);
  }
}
