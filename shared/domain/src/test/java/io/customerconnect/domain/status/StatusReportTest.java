package io.customerconnect.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.status.StatusReport.Merge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatusReportTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T06:00:00Z");
  private static final NamedDate PAYDAY = new NamedDate.On(LocalDate.of(2026, 12, 1));
  private static final InvoiceStatus APPROVED = new InvoiceStatus.Accepted(Clarification.NONE);
  private static final InvoiceStatus QUERIED =
      new InvoiceStatus.UnderQuery(Clarification.of(StatusReason.PRICES));

  @Test
  void theNewerReportCounts() {
    StatusReport monday = report(MONDAY, 1, APPROVED, new NamedDate.None());
    StatusReport tuesday = report(TUESDAY, 1, QUERIED, new NamedDate.None());

    assertThat(monday.merge(tuesday)).isEqualTo(new Merge.Changed(tuesday));
  }

  @Test
  void anOlderReportThatComesLateChangesNothing() {
    StatusReport tuesday = report(TUESDAY, 1, APPROVED, new NamedDate.None());

    assertThat(tuesday.merge(report(MONDAY, 2, QUERIED, PAYDAY))).isEqualTo(new Merge.Older());
  }

  @Test
  void aStatusGoesBackWhenANewerReportSaysSo() {
    InvoiceStatus paid = new InvoiceStatus.Paid(Payment.UNKNOWN, Clarification.NONE);
    StatusReport bounced = report(TUESDAY, 1, APPROVED, PAYDAY);

    assertThat(report(MONDAY, 1, paid, new NamedDate.None()).merge(bounced))
        .isEqualTo(new Merge.Changed(bounced));
  }

  @Test
  void theSameReportAgainChangesNothing() {
    StatusReport monday = report(MONDAY, 1, APPROVED, PAYDAY);

    assertThat(monday.merge(report(MONDAY, 1, APPROVED, PAYDAY))).isEqualTo(new Merge.Same());
  }

  @Test
  void ofTwoReportsOnOneMomentTheLaterFileCountsInWhateverOrderTheyAreRead() {
    StatusReport first = report(MONDAY, 1, APPROVED, PAYDAY);
    StatusReport second = report(MONDAY, 2, QUERIED, PAYDAY);

    assertThat(first.merge(second)).isEqualTo(new Merge.Changed(second));
    assertThat(second.merge(first)).isEqualTo(new Merge.Older());
  }

  @Test
  void aMessageThatDoesNotSpeakOfTheDayLeavesItAsItWasNamed() {
    StatusReport row = report(MONDAY, 1, APPROVED, PAYDAY);
    StatusReport message = report(TUESDAY, 1, QUERIED, new NamedDate.Unsaid());

    assertThat(row.merge(message))
        .isEqualTo(new Merge.Changed(report(TUESDAY, 1, QUERIED, PAYDAY)));
  }

  @Test
  void thatMessageAgainChangesNothing() {
    StatusReport row = report(MONDAY, 1, APPROVED, PAYDAY);
    StatusReport message = report(TUESDAY, 1, QUERIED, new NamedDate.Unsaid());
    StatusReport known = ((Merge.Changed) row.merge(message)).report();

    assertThat(known.merge(message)).isEqualTo(new Merge.Same());
  }

  @Test
  void aRowWithoutADayTakesItBack() {
    StatusReport row = report(MONDAY, 1, APPROVED, PAYDAY);
    StatusReport next = report(TUESDAY, 1, APPROVED, new NamedDate.None());

    assertThat(row.merge(next)).isEqualTo(new Merge.Changed(next));
  }

  private static StatusReport report(
      Instant asOf, int line, InvoiceStatus status, NamedDate expectedPayment) {
    return new StatusReport(
        Optional.empty(),
        status,
        expectedPayment,
        asOf,
        new Revision(new FileVersion(asOf, "tag"), line));
  }
}
