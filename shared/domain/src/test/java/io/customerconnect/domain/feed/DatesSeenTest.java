package io.customerconnect.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DatesSeenTest {

  @Test
  void aFileWithPostingDatesSaysSo() {
    assertThat(LedgerDates.of(Set.of(InvoiceColumn.POSTING_DATE))).isEqualTo(LedgerDates.POSTING);
    assertThat(LedgerDates.of(Set.of(InvoiceColumn.POSTING_DATE, InvoiceColumn.ISSUE_DATE)))
        .isEqualTo(LedgerDates.DOCUMENT);
    assertThat(LedgerDates.of(Set.of())).isEqualTo(LedgerDates.DOCUMENT);
  }

  @Test
  void invoicesThatAreHardlyEverDatedBeforeTheirPaymentAreDatedByIt() {
    assertThat(new DatesSeen(100, 90).judge(LedgerDates.DOCUMENT)).isEqualTo(LedgerDates.POSTING);
    assertThat(new DatesSeen(100, 89).judge(LedgerDates.DOCUMENT)).isEqualTo(LedgerDates.DOCUMENT);
  }

  @Test
  void aFewPaymentsOnTheirDayTellNothing() {
    assertThat(new DatesSeen(19, 19).judge(LedgerDates.DOCUMENT)).isEqualTo(LedgerDates.DOCUMENT);
    assertThat(DatesSeen.NONE.judge(LedgerDates.POSTING)).isEqualTo(LedgerDates.POSTING);
  }
}
