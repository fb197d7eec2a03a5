package io.customerconnect.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.status.ExpectedPayment.Basis;
import io.customerconnect.domain.status.ExpectedPayment.Counted;
import io.customerconnect.domain.status.PaymentForecast.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PaymentForecastTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 11, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 12, 1);
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final InvoiceStatus APPROVED = new InvoiceStatus.Accepted(Clarification.NONE);
  private static final Dates INVOICE =
      new Dates(DocumentTypeCode.COMMERCIAL_INVOICE, ISSUED, Optional.of(DUE));
  private static final PaymentHistory NO_VENDOR = PaymentHistory.none(PaymentHistory.OF_VENDOR);
  private static final PaymentHistory NO_BUYER = PaymentHistory.none(PaymentHistory.OF_BUYER);

  @Test
  void theDateThatTheBuyerNamesCountsMost() {
    LocalDate named = LocalDate.of(2026, 12, 24);
    StatusReport report = report(APPROVED, new NamedDate.On(named));

    assertThat(forecast(vendor(3, 4, 5), NO_BUYER).expect(INVOICE, report, NOW))
        .isEqualTo(new ExpectedPayment.On(named, new Basis.BuyersDate()));
  }

  @Test
  void threePaymentsToTheVendorMoveTheDueDateByTheirMedian() {
    ExpectedPayment expected = expect(forecast(vendor(9, 2, 40), NO_BUYER), INVOICE);

    assertThat(expected)
        .isEqualTo(
            new ExpectedPayment.On(
                DUE.plusDays(9),
                new Basis.VendorHistory(Counted.DUE_DATE, new PaymentHabit(List.of(2, 9, 40)))));
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
    assertThat(new PaymentHabit(List.of(9, 1, 4, 2)).median()).isEqualTo(3);
    assertThat(new PaymentHabit(List.of(1, 2)).median()).isEqualTo(2);
    assertThat(new PaymentHabit(List.of(-2, -1)).median()).isEqualTo(-1);
  }

  @Test
  void aBuyerThatPaysEarlyIsExpectedToDoSoAgain() {
    assertThat(expect(forecast(vendor(-1, -3, -2), NO_BUYER), INVOICE))
        .isInstanceOfSatisfying(
            ExpectedPayment.On.class, on -> assertThat(on.date()).isEqualTo(DUE.minusDays(2)));
  }

  @Test
  void twoPaymentsToTheVendorAreTooFew() {
    assertThat(expect(forecast(vendor(9, 9), NO_BUYER), INVOICE))
        .isEqualTo(new ExpectedPayment.On(DUE, new Basis.DueDate()));
  }

  @Test
  void withoutPaymentsToTheVendorThoseToAllVendorsCountFromTwentyOn() {
    assertThat(expect(forecast(vendor(9, 9), buyer(20, 7)), INVOICE))
        .isEqualTo(
            new ExpectedPayment.On(
                DUE.plusDays(7),
                new Basis.BuyerHistory(
                    Counted.DUE_DATE, new PaymentHabit(Collections.nCopies(20, 7)))));
    assertThat(expect(forecast(NO_VENDOR, buyer(19, 7)), INVOICE))
        .isEqualTo(new ExpectedPayment.On(DUE, new Basis.DueDate()));
  }

  @Test
  void withoutADueDateDaysCountFromTheIssueDate() {
    Dates noDueDate = new Dates(DocumentTypeCode.COMMERCIAL_INVOICE, ISSUED, Optional.empty());

    assertThat(expect(forecast(vendor(0, 0, 0), NO_BUYER), noDueDate))
        .isEqualTo(
            new ExpectedPayment.On(
                ISSUED.plusDays(30),
                new Basis.VendorHistory(
                    Counted.ISSUE_DATE, new PaymentHabit(List.of(30, 30, 30)))));
    assertThat(expect(forecast(NO_VENDOR, NO_BUYER), noDueDate))
        .isEqualTo(new ExpectedPayment.Unknown());
  }

  @Test
  void whileAnInvoiceWaitsOnlyPaymentsThatTookAsLongCount() {
    PaymentForecast forecast = forecast(vendor(0, 0, 0, 0, 10, 20, 30), NO_BUYER);
    Instant fiveDaysAfterDue = Instant.parse("2026-12-06T12:00:00Z");
    Instant thirtyDaysAfterDue = Instant.parse("2026-12-31T12:00:00Z");
    StatusReport report = report(APPROVED, new NamedDate.None());

    assertThat(date(expect(forecast, INVOICE))).isEqualTo(DUE);
    assertThat(date(forecast.expect(INVOICE, report, fiveDaysAfterDue)))
        .isEqualTo(DUE.plusDays(20));
    assertThat(date(forecast.expect(INVOICE, report, thirtyDaysAfterDue)))
        .isEqualTo(DUE.plusDays(30));
  }

  @Test
  void slowerThanEverIsLate() {
    PaymentForecast forecast = forecast(vendor(1, 2, 3), NO_BUYER);
    Instant fiveDaysAfterDue = Instant.parse("2026-12-06T12:00:00Z");

    assertThat(forecast.expect(INVOICE, report(APPROVED, new NamedDate.None()), fiveDaysAfterDue))
        .isInstanceOfSatisfying(
            ExpectedPayment.Late.class, late -> assertThat(late.date()).isEqualTo(DUE.plusDays(2)));
  }

  @Test
  void aDayIsOnlyOverWhenItIsOverEverywhere() {
    PaymentForecast forecast = forecast(NO_VENDOR, NO_BUYER);
    StatusReport report = report(APPROVED, new NamedDate.None());
    Instant stillTheFirstOnBakerIsland = Instant.parse("2026-12-02T11:59:59Z");

    assertThat(forecast.expect(INVOICE, report, stillTheFirstOnBakerIsland))
        .isEqualTo(new ExpectedPayment.On(DUE, new Basis.DueDate()));
    assertThat(forecast.expect(INVOICE, report, stillTheFirstOnBakerIsland.plusSeconds(1)))
        .isEqualTo(new ExpectedPayment.Late(DUE, new Basis.DueDate()));
  }

  @Test
  void aNamedDateThatPassedIsLate() {
    StatusReport report = report(APPROVED, new NamedDate.On(LocalDate.of(2026, 11, 20)));

    assertThat(forecast(vendor(1, 2, 3), NO_BUYER).expect(INVOICE, report, NOW))
        .isEqualTo(new ExpectedPayment.Late(LocalDate.of(2026, 11, 20), new Basis.BuyersDate()));
  }

  @Test
  void nothingIsPromisedWhileTheBuyerWaitsOrHasRefused() {
    Clarification why = Clarification.of(StatusReason.PRICES);
    NamedDate named = new NamedDate.On(DUE);
    PaymentForecast forecast = forecast(vendor(1, 2, 3), NO_BUYER);

    assertThat(forecast.expect(INVOICE, report(new InvoiceStatus.UnderQuery(why), named), NOW))
        .isEqualTo(new ExpectedPayment.OnHold(why));
    assertThat(forecast.expect(INVOICE, report(new InvoiceStatus.Rejected(why), named), NOW))
        .isEqualTo(new ExpectedPayment.Refused(why));
  }

  @Test
  void whatIsPaidSaysWhen() {
    Payment payment = new Payment(Optional.of(DUE), Optional.empty(), Optional.empty());
    StatusReport report =
        report(new InvoiceStatus.Paid(payment, Clarification.NONE), new NamedDate.None());

    assertThat(forecast(NO_VENDOR, NO_BUYER).expect(INVOICE, report, NOW))
        .isEqualTo(new ExpectedPayment.Paid(Optional.of(DUE)));
  }

  @Test
  void howInvoicesWerePaidSaysNothingAboutACreditNote() {
    Dates creditNote = new Dates(DocumentTypeCode.COMMERCIAL_CREDIT_NOTE, ISSUED, Optional.of(DUE));

    assertThat(expect(forecast(vendor(9, 9, 9), NO_BUYER), creditNote))
        .isEqualTo(new ExpectedPayment.On(DUE, new Basis.DueDate()));
  }

  @Test
  void onlyTheLatestPaymentsCount() {
    PaymentHistory old = vendor(50, 50, 50, 50, 50, 50, 50, 50, 50, 50);
    List<PastPayment> recent =
        IntStream.range(0, 10)
            .mapToObj(day -> payment(LocalDate.of(2026, 10, 1).plusDays(day), 1))
            .toList();

    assertThat(old.and(recent)).isEqualTo(NO_VENDOR.and(recent).and(old.payments()));
    assertThat(old.and(recent).payments()).containsExactlyElementsOf(recent);
  }

  private static LocalDate date(ExpectedPayment expected) {
    return ((ExpectedPayment.On) expected).date();
  }

  private static ExpectedPayment expect(PaymentForecast forecast, Dates dates) {
    return forecast.expect(dates, report(APPROVED, new NamedDate.None()), NOW);
  }

  private static PaymentForecast forecast(PaymentHistory vendor, PaymentHistory buyer) {
    return new PaymentForecast(PaymentForecast.Rules.DEFAULT, vendor, buyer);
  }

  private static PaymentHistory vendor(int... daysAfterDue) {
    return NO_VENDOR.and(
        IntStream.of(daysAfterDue)
            .mapToObj(days -> payment(LocalDate.of(2026, 5, 31), days))
            .toList());
  }

  private static PaymentHistory buyer(int payments, int daysAfterDue) {
    return NO_BUYER.and(
        Collections.nCopies(payments, payment(LocalDate.of(2026, 5, 31), daysAfterDue)));
  }

  /** Issued 30 days before it was due. */
  private static PastPayment payment(LocalDate due, int daysAfterDue) {
    return new PastPayment(due.minusDays(30), Optional.of(due), due.plusDays(daysAfterDue));
  }

  private static StatusReport report(InvoiceStatus status, NamedDate named) {
    return new StatusReport(status, named);
  }
}
