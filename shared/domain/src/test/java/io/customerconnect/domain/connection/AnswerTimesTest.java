package io.customerconnect.domain.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTimesTest {

  @ParameterizedTest
  @CsvSource({
    // 2 March 2026 is a Monday.
    "2026-03-02T08:00:00Z, 2026-03-02T18:00:00Z, 0",
    "2026-03-02T08:00:00Z, 2026-03-03T07:00:00Z, 1",
    "2026-03-06T08:00:00Z, 2026-03-08T08:00:00Z, 0",
    "2026-03-06T08:00:00Z, 2026-03-09T08:00:00Z, 1",
    "2026-03-02T08:00:00Z, 2026-03-16T08:00:00Z, 10",
    "2026-03-02T08:00:00Z, 2026-05-02T08:00:00Z, 23",
  })
  void weekendsAreNoWorkingDays(Instant asked, Instant answered, int days) {
    assertThat(AnswerTimes.workingDays(asked, answered)).isEqualTo(days);
  }

  @Test
  void fewerThanFiveAnswersTellNothing() {
    assertThat(new AnswerTimes(List.of(0L, 4L)).usual()).isEmpty();
    assertThat(new AnswerTimes(List.of(0L, 5L)).usual()).contains(1);
    assertThat(new AnswerTimes(List.of()).usual()).isEmpty();
  }

  @Test
  void theUsualTimeIsTheMedianSoThatOneLateAnswerMovesLittle() {
    assertThat(new AnswerTimes(List.of(0L, 1L, 1L, 2L, 0L, 0L, 0L, 0L, 0L, 1L)).usual())
        .contains(3);
    assertThat(new AnswerTimes(List.of(9L, 1L)).usual()).contains(1);
  }
}
