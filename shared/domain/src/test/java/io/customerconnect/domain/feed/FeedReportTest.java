package io.customerconnect.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.Reject.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedReportTest {
  private static Reject reject(long line) {
    return Reject.ofRow(line, Reason.FIELD_COUNT, "The row has 2 fields, the header 3.");
  }

  @Test
  void chunksAreAddedUpAndRejectsStandInTheOrderOfTheFile() {
    ChunkResult.Tally second = new ChunkResult.Tally();
    second.refused(List.of(reject(30)));
    second.add(31, new RowOutcome.Unchanged(List.of()));
    ChunkResult.Tally first = new ChunkResult.Tally();
    first.add(2, new RowOutcome.Loaded(List.of()));
    first.refused(List.of(reject(3), reject(3)));
    first.add(4, new RowOutcome.Superseded());
    first.add(5, new RowOutcome.Duplicate());

    FeedReport report =
        FeedReport.of(
            List.of(first.result(), second.result()), List.of("colour"), Optional.empty());

    assertThat(report.counts()).isEqualTo(new RowCounts(6, 2, 1, 1, 3));
    assertThat(report.rejects()).extracting(Reject::line).containsExactly(3L, 3L, 5L, 30L);
    assertThat(report.reasons()).isEqualTo(Map.of(Reason.FIELD_COUNT, 3L, Reason.DUPLICATE_ID, 1L));
    assertThat(report.unknownColumns()).containsExactly("colour");
  }

  @Test
  void aRowThatALaterChunkReplacesIsRejectedAfterAll() {
    ChunkResult.Tally first = new ChunkResult.Tally();
    first.add(2, new RowOutcome.Loaded(List.of()));
    ChunkResult.Tally second = new ChunkResult.Tally();
    second.add(900, new RowOutcome.Loaded(List.of(2L)));

    FeedReport report =
        FeedReport.of(List.of(first.result(), second.result()), List.of(), Optional.empty());

    assertThat(report.counts()).isEqualTo(new RowCounts(2, 1, 0, 0, 1));
    assertThat(report.rejects()).containsExactly(Reject.duplicate(2));
  }

  @Test
  void aReplacedRowIsNotRejectedTwiceWhenItsChunkIsLoadedLater() {
    ChunkResult.Tally first = new ChunkResult.Tally();
    first.add(2, new RowOutcome.Duplicate());
    ChunkResult.Tally second = new ChunkResult.Tally();
    second.add(900, new RowOutcome.Loaded(List.of(2L)));

    FeedReport report =
        FeedReport.of(List.of(first.result(), second.result()), List.of(), Optional.empty());

    assertThat(report.counts()).isEqualTo(new RowCounts(2, 1, 0, 0, 1));
    assertThat(report.rejects()).containsExactly(Reject.duplicate(2));
  }

  @Test
  void rejectsAreAllCountedAndNotAllListed() {
    ChunkResult.Tally chunk = new ChunkResult.Tally();
    for (int line = 2; line < 2_002; line++) {
      chunk.refused(List.of(reject(line)));
    }

    FeedReport report = FeedReport.of(List.of(chunk.result()), List.of(), Optional.empty());

    assertThat(report.counts().rejected()).isEqualTo(2_000);
    assertThat(report.reasons()).containsEntry(Reason.FIELD_COUNT, 2_000L);
    assertThat(report.rejects()).hasSize(ChunkResult.MAX_LISTED);
    assertThat(report.rejects().getFirst().line()).isEqualTo(2);
  }
}
