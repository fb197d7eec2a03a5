package io.customerconnect.domain.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerconnect.domain.challenge.ChallengeEnds;
import io.customerconnect.domain.feed.FeedReport;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.feed.UnknownWords;
import io.customerconnect.domain.quality.FileSummary.Standing;
import io.customerconnect.domain.status.IsoWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How good what a buyer delivers is (P41). */
class FeedQualityTest {
  private static final FileVersion FILE =
      new FileVersion(Instant.parse("2026-03-02T08:00:00Z"), "1");

  private static Standing standing(long in, long rejected, long unknown) {
    return new FileSummary(
            "invoices/a/b.csv",
            FILE,
            Optional.empty(),
            new RowCounts(in, in - rejected, 0, 0, rejected),
            Map.of(),
            new UnknownWords(unknown, Map.of()),
            Optional.empty())
        .standing(FeedRules.DEFAULT);
  }

  @Test
  void oneRowInAHundredThatNobodyCanUseMakesAFileFaulty() {
    assertThat(standing(1_000, 9, 0)).isEqualTo(Standing.GOOD);
    assertThat(standing(1_000, 10, 0)).isEqualTo(Standing.FAULTY);
    assertThat(standing(1_000, 5, 5)).isEqualTo(Standing.FAULTY);
    assertThat(standing(0, 0, 0)).isEqualTo(Standing.GOOD);
    assertThat(
            FileSummary.of("k", FILE, FeedReport.of(FileFault.empty())).standing(FeedRules.DEFAULT))
        .isEqualTo(Standing.FAULTY);
  }

  @Test
  void weeksHaveNoGapsAcrossTheTurnOfTheYearAndOlderOnesAreLeftOut() {
    FeedWeek known = week(new IsoWeek(2025, 52), new ChallengeEnds(2, 1, 0));
    FeedWeek older = week(new IsoWeek(2025, 41), new ChallengeEnds(9, 9, 9));

    FeedQuality quality =
        FeedQuality.of(Map.of(), List.of(known, older), LocalDate.parse("2026-01-02"));

    assertThat(quality.weeks()).hasSize(FeedQuality.WEEKS).contains(known).doesNotContain(older);
    assertThat(quality.weeks().getLast().week()).isEqualTo(new IsoWeek(2026, 1));
    assertThat(quality.weeks().getFirst().week()).isEqualTo(new IsoWeek(2025, 42));
    assertThat(quality.challenges()).isEqualTo(new ChallengeEnds(2, 1, 0));
  }

  private static FeedWeek week(IsoWeek week, ChallengeEnds ends) {
    return new FeedWeek(week, 0, Map.of(), RowCounts.NONE, Map.of(), 0, ends);
  }

  @Test
  void ofManyUnknownWordsTheMostFrequentAreKeptAndTheRowsOfAllAreCounted() {
    Map<String, Long> many = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      many.put("word %03d".formatted(i), 1L + i);
    }

    UnknownWords words = UnknownWords.of(many).plus(UnknownWords.of(Map.of("word 099", 5L)));

    assertThat(words.rows()).isEqualTo(5_055);
    assertThat(words.words()).hasSize(UnknownWords.MAX_WORDS);
    assertThat(words.words().entrySet().iterator().next()).isEqualTo(entry("word 099", 105L));
  }
}
