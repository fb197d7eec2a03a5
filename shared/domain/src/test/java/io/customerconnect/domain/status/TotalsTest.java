package io.customerconnect.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.status.Totals.Due;
import io.customerconnect.domain.status.Totals.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotalsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final IsoWeek WEEK = new IsoWeek(2026, 49);
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private OpenAmounts open = OpenAmounts.NONE;

  @ParameterizedTest
  @CsvSource({
    "2026-11-30, 2026-W49, 2026-11-30",
    "2026-12-06, 2026-W49, 2026-11-30",
    "2026-12-31, 2026-W53, 2026-12-28",
    "2027-01-03, 2026-W53, 2026-12-28",
    "2027-01-04, 2027-W01, 2027-01-04",
    "2024-12-30, 2025-W01, 2024-12-30",
    "2021-01-01, 2020-W53, 2020-12-28",
  })
  void aWeekBelongsToTheYearOfItsThursday(LocalDate day, String week, LocalDate monday) {
    assertThat(IsoWeek.of(day)).hasToString(week);
    assertThat(IsoWeek.of(day).monday()).isEqualTo(monday);
  }

  @Test
  void currenciesAreNeverAddedUp() {
    add(on(MONDAY), "10.00 EUR");
    add(on(MONDAY.plusDays(6)), "20.00 EUR");
    add(on(MONDAY), "1000 JPY");
    add(on(MONDAY.plusDays(7)), "5.00 EUR");

    assertThat(sums())
        .containsExactly(
            sum(new Due.In(WEEK), "30.00 EUR", 2),
            sum(new Due.In(new IsoWeek(2026, 50)), "5.00 EUR", 1),
            sum(new Due.In(WEEK), "1000 JPY", 1));
  }

  @Test
  void whatIsLateComesFirstAndWhatNobodyKnowsLast() {
    add(new Outlook.Unknown(), "1.00 EUR");
    add(new Outlook.OnHold(), "2.00 EUR");
    add(on(MONDAY), "3.00 EUR");
    add(on(MONDAY.minusDays(7)), "4.00 EUR");

    assertThat(sums())
        .containsExactly(
            sum(new Due.Late(), "4.00 EUR", 1),
            sum(new Due.In(WEEK), "3.00 EUR", 1),
            sum(new Due.OnHold(), "2.00 EUR", 1),
            sum(new Due.Unknown(), "1.00 EUR", 1));
  }

  @Test
  void whatIsPaidOrRefusedIsNotInIt() {
    add(new Outlook.Paid(Optional.empty()), "1.00 EUR");
    add(new Outlook.Refused(), "2.00 EUR");

    assertThat(sums()).isEmpty();
  }

  @Test
  void aCreditNoteMakesItLessWithEitherSign() {
    add(on(MONDAY), "10.00 EUR");
    add(DocumentType.CREDIT_NOTE, on(MONDAY), "3.00 EUR");
    add(DocumentType.CREDIT_NOTE, on(MONDAY), "-4.00 EUR");

    assertThat(sums()).containsExactly(sum(new Due.In(WEEK), "3.00 EUR", 3));
  }

  @Test
  void aSumMayHaveMoreDigitsThanAnAmount() {
    add(on(MONDAY), "999999999999999.99 EUR");
    add(on(MONDAY), "999999999999999.99 EUR");

    assertThat(sums()).extracting(Sum::open).containsExactly(new BigDecimal("1999999999999999.98"));
  }

  private void add(Outlook outlook, String amount) {
    add(DocumentType.INVOICE, outlook, amount);
  }

  private void add(DocumentType type, Outlook outlook, String amount) {
    open = open.plus(type, outlook, money(amount));
  }

  private List<Sum> sums() {
    Totals totals = new Totals();
    totals.add(open, NOW);
    return totals.sums();
  }

  private static Outlook on(LocalDate date) {
    return new Outlook.Dated(date, Outlook.Source.DUE_DATE);
  }

  private static Sum sum(Due due, String amount, int documents) {
    Money money = money(amount);
    return new Sum(due, money.currency(), money.amount(), documents);
  }

  private static Money money(String text) {
    int blank = text.indexOf(' ');
    return Money.parse(text.substring(0, blank), Money.currency(text.substring(blank + 1)));
  }
}
