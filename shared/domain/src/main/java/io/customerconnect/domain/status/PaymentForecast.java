package io.customerconnect.domain.status;

import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.status.ExpectedPayment.Basis;
import io.customerconnect.domain.status.ExpectedPayment.Counted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Says when the invoices of one vendor will be paid, by what is known of how the buyer pays.
 *
 * <p>The date that the buyer names; else the due date, moved by the days that this buyer usually
 * needs, which is the median of its latest payments to this vendor, or, where there are too few, to
 * all its vendors; else the due date. Where there is no due date, the same from the issue date.
 * While an invoice waits, only those payments count that had not come by then either.
 *
 * <p>Weekends are not left out: on real payments that made the dates worse.
 */
public record PaymentForecast(Rules rules, PaymentHistory vendor, PaymentHistory buyer) {
  /** A day is over once it is over here, where it ends last. */
  private static final ZoneOffset LAST_ON_EARTH = ZoneOffset.ofHours(-12);

  /**
   * From how many payments on a history counts.
   *
   * @param vendorPayments three, as one odd payment does not move the median of three
   * @param buyerPayments more, as vendors differ
   */
  public record Rules(int vendorPayments, int buyerPayments) {
    public static final Rules DEFAULT = new Rules(3, 20);
  }

  /** The facts of an invoice that a forecast goes by. */
  public record Dates(DocumentTypeCode type, LocalDate issued, Optional<LocalDate> due) {}

  /** When an invoice will be paid. */
  public ExpectedPayment expect(Dates dates, StatusReport report, Instant now) {
    return switch (report.status()) {
      case InvoiceStatus.Paid(Payment payment, Clarification _) ->
          new ExpectedPayment.Paid(payment.on());
      case InvoiceStatus.Rejected(Clarification why) -> new ExpectedPayment.Refused(why);
      case InvoiceStatus.UnderQuery(Clarification why) -> new ExpectedPayment.OnHold(why);
      case InvoiceStatus.Acknowledged _,
          InvoiceStatus.InProcess _,
          InvoiceStatus.ConditionallyAccepted _,
          InvoiceStatus.Accepted _,
          InvoiceStatus.PartiallyPaid _,
          InvoiceStatus.Unmapped _ ->
          unpaid(dates, report.expectedPayment(), now);
    };
  }

  private ExpectedPayment unpaid(Dates dates, NamedDate named, Instant now) {
    return buyersDate(named, now)
        .or(() -> byHistory(dates, now))
        .or(() -> dates.due().map(date -> on(date, new Basis.DueDate(), now)))
        .orElseGet(ExpectedPayment.Unknown::new);
  }

  private static Optional<ExpectedPayment> buyersDate(NamedDate named, Instant now) {
    return switch (named) {
      case NamedDate.On(LocalDate date) -> Optional.of(on(date, new Basis.BuyersDate(), now));
      case NamedDate.None _, NamedDate.Unsaid _ -> Optional.empty();
    };
  }

  /** A credit note is set off, not paid: how invoices were paid says nothing about it. */
  private Optional<ExpectedPayment> byHistory(Dates dates, Instant now) {
    if (dates.type().type() == DocumentType.CREDIT_NOTE) {
      return Optional.empty();
    }
    return dates
        .due()
        .map(due -> byHistory(due, Counted.DUE_DATE, vendor.afterDue(), buyer.afterDue(), now))
        .orElseGet(
            () ->
                byHistory(
                    dates.issued(),
                    Counted.ISSUE_DATE,
                    vendor.afterIssue(),
                    buyer.afterIssue(),
                    now));
  }

  private Optional<ExpectedPayment> byHistory(
      LocalDate base,
      Counted from,
      Optional<PaymentHabit> ofVendor,
      Optional<PaymentHabit> ofBuyer,
      Instant now) {
    return learnt(base, from, ofVendor, rules.vendorPayments(), Basis.VendorHistory::new, now)
        .or(() -> learnt(base, from, ofBuyer, rules.buyerPayments(), Basis.BuyerHistory::new, now));
  }

  private static Optional<ExpectedPayment> learnt(
      LocalDate base,
      Counted from,
      Optional<PaymentHabit> habit,
      int atLeast,
      BiFunction<Counted, PaymentHabit, Basis> basis,
      Instant now) {
    return habit
        .filter(known -> known.payments() >= atLeast)
        .map(known -> learnt(base, known, basis.apply(from, known), now));
  }

  private static ExpectedPayment learnt(
      LocalDate base, PaymentHabit habit, Basis basis, Instant now) {
    long gone = ChronoUnit.DAYS.between(base, today(now));
    return habit
        .medianFrom(gone)
        .<ExpectedPayment>map(days -> new ExpectedPayment.On(base.plusDays(days), basis))
        .orElseGet(() -> new ExpectedPayment.Late(base.plusDays(habit.median()), basis));
  }

  private static ExpectedPayment on(LocalDate date, Basis basis, Instant now) {
    return isOver(date, now)
        ? new ExpectedPayment.Late(date, basis)
        : new ExpectedPayment.On(date, basis);
  }

  /** Whether a day is over, everywhere on earth. */
  public static boolean isOver(LocalDate date, Instant now) {
    return date.isBefore(today(now));
  }

  /** When a day is over everywhere on earth. */
  static Instant endOf(LocalDate date) {
    return date.plusDays(1).atStartOfDay().toInstant(LAST_ON_EARTH);
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, LAST_ON_EARTH);
  }
}
