package io.customerconnect.domain.status;

import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Invoices that the test buyer shows to everybody from the start, one in each state (P3). They stay
 * as they are; what a supplier submits itself walks on.
 */
public final class PracticeSamples {
  private static final int TERMS_DAYS = 30;

  private PracticeSamples() {}

  /** The number that the test buyer has an account under. */
  public static VendorNumber vendorNumber(AccountId account) {
    return new VendorNumber(
        UUID.nameUUIDFromBytes(account.value().getBytes(StandardCharsets.UTF_8)).toString());
  }

  /**
   * One of them.
   *
   * @param total its last digit decides the walk that the state is taken from
   * @param ageDays how long before the connection it was issued
   * @param stop which stop of the walk: from 0
   */
  private record Sample(String number, String total, int ageDays, int stop) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("PRACTICE-AB", "1190.00", 1, 0),
          new Sample("PRACTICE-IP", "357.00", 3, 1),
          new Sample("PRACTICE-UQ", "83.38", 6, 2),
          new Sample("PRACTICE-CA", "2380.06", 4, 2),
          new Sample("PRACTICE-RE", "45.09", 8, 2),
          new Sample("PRACTICE-AP", "714.00", 5, 2),
          new Sample("PRACTICE-PD-PART", "1428.05", 10, 3),
          new Sample("PRACTICE-PD", "595.00", 20, 3));

  /** All of them, as they are from the moment that an account is connected. */
  public static List<StatusRow> rows(VendorNumber vendor, Instant connected) {
    return SAMPLES.stream().map(sample -> row(sample, vendor, connected)).toList();
  }

  /** What has been submitted, as it is now. */
  public static StatusRow submitted(
      VendorNumber vendor,
      InvoiceNumber number,
      LocalDate issued,
      DocumentTypeCode type,
      Optional<LocalDate> due,
      Money total,
      Instant submitted,
      Instant now) {
    return row(
        vendor,
        number,
        issued,
        type,
        due,
        total,
        PracticeWalk.at(total, submitted, now),
        submitted);
  }

  private static StatusRow row(Sample sample, VendorNumber vendor, Instant connected) {
    Money total = Money.parse(sample.total(), Money.currency("EUR"));
    LocalDate issued = LocalDate.ofInstant(connected, ZoneOffset.UTC).minusDays(sample.ageDays());
    Instant submitted = connected.minus(Duration.ofDays(sample.ageDays()));
    return row(
        vendor,
        new InvoiceNumber(sample.number()),
        issued,
        DocumentTypeCode.COMMERCIAL_INVOICE,
        Optional.of(issued.plusDays(TERMS_DAYS)),
        total,
        PracticeWalk.steps(total, submitted).get(sample.stop()),
        submitted);
  }

  private static StatusRow row(
      VendorNumber vendor,
      InvoiceNumber number,
      LocalDate issued,
      DocumentTypeCode type,
      Optional<LocalDate> due,
      Money total,
      PracticeWalk.Step step,
      Instant submitted) {
    return new StatusRow(
        LegalEntity.TEST_BUYER,
        vendor,
        number,
        issued,
        type,
        due,
        total,
        Optional.of(step.word()),
        step.status(),
        outlook(step, due),
        step.from().isBefore(submitted) ? submitted : step.from());
  }

  private static Outlook outlook(PracticeWalk.Step step, Optional<LocalDate> due) {
    return switch (step.status()) {
      case InvoiceStatus.Paid(Payment payment, Clarification _) -> new Outlook.Paid(payment.on());
      case InvoiceStatus.Rejected _ -> new Outlook.Refused();
      case InvoiceStatus.UnderQuery _ -> new Outlook.OnHold();
      case InvoiceStatus.Acknowledged _,
          InvoiceStatus.InProcess _,
          InvoiceStatus.ConditionallyAccepted _,
          InvoiceStatus.Accepted _,
          InvoiceStatus.PartiallyPaid _,
          InvoiceStatus.Unmapped _ ->
          switch (step.expectedPayment()) {
            case NamedDate.On(LocalDate date) -> new Outlook.Dated(date, Outlook.Source.BUYER);
            case NamedDate.None _, NamedDate.Unsaid _ ->
                due.<Outlook>map(date -> new Outlook.Dated(date, Outlook.Source.DUE_DATE))
                    .orElseGet(Outlook.Unknown::new);
          };
    };
  }
}
