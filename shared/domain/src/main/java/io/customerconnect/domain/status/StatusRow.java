package io.customerconnect.domain.status;

import io.customerconnect.domain.feed.LoadedInvoice;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An invoice or credit note as its supplier sees it (P34).
 *
 * @param legalEntity the buyer
 * @param vendor the buyer's number for the supplier
 * @param number BT-1
 * @param issued BT-2
 * @param type BT-3
 * @param due BT-9
 * @param total with VAT (BT-112)
 * @param word the buyer's own word for the status
 * @param since when the buyer first said so
 */
public record StatusRow(
    LegalEntityId legalEntity,
    VendorNumber vendor,
    InvoiceNumber number,
    LocalDate issued,
    DocumentTypeCode type,
    Optional<LocalDate> due,
    Money total,
    Optional<String> word,
    InvoiceStatus status,
    Outlook outlook,
    Instant since) {

  /** An invoice of the buyer's books, as its supplier sees it at a moment. */
  public static StatusRow of(
      LoadedInvoice loaded, StatusMapping mapping, PaymentForecast forecast, Instant now) {
    HistoricInvoice invoice = loaded.current();
    StatusReport report =
        new StatusReport(
            mapping.read(invoice.status(), invoice.total()), invoice.expectedPayment());
    PaymentForecast.Dates dates =
        new PaymentForecast.Dates(invoice.documentType(), invoice.issueDate(), invoice.dueDate());
    return new StatusRow(
        invoice.legalEntity(),
        invoice.vendor(),
        invoice.number(),
        invoice.issueDate(),
        invoice.documentType(),
        invoice.dueDate(),
        invoice.total(),
        invoice.status().word(),
        report.status(),
        Outlook.of(forecast.expect(dates, report, now)),
        loaded.saidBy().asOf());
  }

  /** What is still to be paid of it. */
  public Money open() {
    return status.open(total);
  }

  /** The day that it was or will be paid, as far as one is known. */
  public Optional<LocalDate> paymentDate() {
    return switch (outlook) {
      case Outlook.Dated(LocalDate date, Outlook.Source _) -> Optional.of(date);
      case Outlook.Paid(Optional<LocalDate> on) -> on;
      case Outlook.Refused _, Outlook.OnHold _, Outlook.Unknown _ -> Optional.empty();
    };
  }
}
