package io.customerconnect.domain.invoice;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.StatusEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * An invoice or credit note as a buyer's books have it.
 *
 * @param legalEntity that owes it
 * @param vendor the buyer's number for the supplier
 * @param number as the supplier wrote it (BT-1)
 * @param issueDate printed on the document (BT-2)
 * @param total with VAT (BT-112); credit notes with either sign, as buyers keep them
 * @param dueDate BT-9
 * @param asOf when it was so
 */
public record HistoricInvoice(
    LegalEntityId legalEntity,
    VendorNumber vendor,
    Optional<String> vendorName,
    Optional<String> vendorVatId,
    InvoiceNumber number,
    LocalDate issueDate,
    Money total,
    DocumentTypeCode documentType,
    Optional<LocalDate> dueDate,
    NamedDate expectedPayment,
    StatusEntry status,
    Instant asOf) {

  /**
   * What tells invoices of one legal entity apart. The date is part of it, since suppliers use
   * numbers such as {@code 1/Jan} again and again.
   *
   * @param number the number's {@link InvoiceNumber#key()}
   */
  public record Id(
      LegalEntityId legalEntity,
      VendorNumber vendor,
      String number,
      LocalDate issueDate,
      DocumentTypeCode documentType,
      Currency currency) {}

  public Id id() {
    return new Id(legalEntity, vendor, number.key(), issueDate, documentType, total.currency());
  }

  /** What the supplier knows of it, too. */
  public LedgerInvoice ledgerInvoice() {
    return new LedgerInvoice(number, issueDate, total, documentType.type());
  }

  /** The same with other amounts. */
  public HistoricInvoice with(Money otherTotal, StatusEntry otherStatus) {
    return new HistoricInvoice(
        legalEntity,
        vendor,
        vendorName,
        vendorVatId,
        number,
        issueDate,
        otherTotal,
        documentType,
        dueDate,
        expectedPayment,
        otherStatus,
        asOf);
  }

  /** The same with another expected payment. */
  public HistoricInvoice expecting(NamedDate other) {
    return new HistoricInvoice(
        legalEntity,
        vendor,
        vendorName,
        vendorVatId,
        number,
        issueDate,
        total,
        documentType,
        dueDate,
        other,
        status,
        asOf);
  }

  /** The same at another moment. */
  public HistoricInvoice asOf(Instant other) {
    return new HistoricInvoice(
        legalEntity,
        vendor,
        vendorName,
        vendorVatId,
        number,
        issueDate,
        total,
        documentType,
        dueDate,
        expectedPayment,
        status,
        other);
  }
}
