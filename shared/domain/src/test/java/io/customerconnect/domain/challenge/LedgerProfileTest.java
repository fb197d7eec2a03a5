package io.customerconnect.domain.challenge;

import static io.customerconnect.domain.challenge.Invoices.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerconnect.domain.invoice.LedgerInvoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerProfileTest {

  @Test
  void theBusiestDayIsLookedForWithinTheDaysAskedFor() {
    LedgerProfile ledger =
        LedgerProfile.of(
            List.of(
                invoice("A-1", "2026-01-05", "10"),
                invoice("A-2", "2026-01-05", "11"),
                invoice("A-3", "2026-01-06", "12"),
                invoice("A-4", "2026-02-01", "13")));

    assertThat(share(ledger, "2026-01-01", "2026-01-31")).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(share(ledger, "2026-01-06", "2026-02-28")).isEqualTo(0.5);
    assertThat(share(ledger, "2025-01-01", "2025-01-31"))
        .describedAs("nothing is known: nothing is proved")
        .isEqualTo(1);
  }

  @Test
  void anAmountIsAsCommonAsOtherInvoicesOfItsSizeMakeIt() {
    LedgerProfile ledger =
        LedgerProfile.of(
            List.of(
                invoice("A-1", "2026-01-05", "119.00"),
                invoice("A-2", "2026-01-05", "119.00"),
                invoice("A-3", "2026-01-05", "238.17"),
                invoice("A-4", "2026-01-05", "1190.00")));

    assertThat(ledger.shareOfOthers(invoice("A-1", "2026-01-05", "119").total())).isEqualTo(0.5);
    assertThat(ledger.shareOfOthers(invoice("A-3", "2026-01-05", "238.17").total())).isZero();
    assertThat(ledger.shareOfOthers(invoice("A-4", "2026-01-05", "1190").total())).isZero();
  }

  @Test
  void twoPartsTogetherAreTheWholeForAllThatIsCommonInBoth() {
    List<LedgerInvoice> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      all.add(
          invoice(
              "A-" + i, LocalDate.of(2026, 1, 1).plusDays(i % 50).toString(), 100 + i % 7 + ""));
    }

    assertThat(LedgerProfile.of(all.subList(0, 200)).plus(LedgerProfile.of(all.subList(200, 400))))
        .isEqualTo(LedgerProfile.of(all));
    assertThat(LedgerProfile.EMPTY.plus(LedgerProfile.of(all))).isEqualTo(LedgerProfile.of(all));
  }

  private static double share(LedgerProfile ledger, String from, String to) {
    return ledger.largestShareOfOneDay(LocalDate.parse(from), LocalDate.parse(to));
  }
}
