package io.customerconnect.ubl;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.InvoiceDate;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a UBL 2.1 invoice or credit note is about, by the business terms of EN 16931.
 *
 * @param customization the rules that it says it follows (BT-24)
 * @param number BT-1
 * @param issued BT-2
 * @param type BT-3
 * @param due BT-9
 * @param totalWithVat BT-112, in the currency of the document (BT-5)
 * @param seller the seller's name (BT-27)
 * @param sellerVatId BT-31
 */
public record UblInvoice(
    String customization,
    InvoiceNumber number,
    LocalDate issued,
    DocumentTypeCode type,
    Optional<LocalDate> due,
    Money totalWithVat,
    Optional<String> seller,
    Optional<String> sellerVatId) {

  private static final String INVOICE = "Invoice";
  private static final String CREDIT_NOTE = "CreditNote";

  /** The names of the outermost elements. */
  public static final Set<String> ROOTS = Set.of(INVOICE, CREDIT_NOTE);

  /**
   * The invoice or credit note that a message is.
   *
   * @throws UblException when it is none, or one of these facts is missing or wrong
   */
  public static UblInvoice of(Element message) throws UblException {
    if (!ROOTS.contains(message.name())) {
      throw message.fault("This is neither a UBL Invoice nor a UBL CreditNote.");
    }
    boolean isInvoice = message.name().equals(INVOICE);
    String type = isInvoice ? "InvoiceTypeCode" : "CreditNoteTypeCode";
    Optional<Element> due =
        isInvoice ? message.first("DueDate") : message.first("PaymentMeans", "PaymentDueDate");
    Optional<Element> seller = message.first("AccountingSupplierParty", "Party");
    return new UblInvoice(
        message.text("CustomizationID").orElse(""),
        value(required(message, "ID"), InvoiceNumber::new),
        value(required(message, "IssueDate"), text -> InvoiceDate.parse("The issue date", text)),
        type(required(message, type)),
        due.isEmpty()
            ? Optional.empty()
            : Optional.of(value(due.get(), text -> InvoiceDate.parse("The due date", text))),
        total(message),
        seller.flatMap(party -> party.text("PartyLegalEntity", "RegistrationName")),
        seller.flatMap(UblInvoice::vatId));
  }

  private static Money total(Element message) throws UblException {
    Currency currency = value(required(message, "DocumentCurrencyCode"), Money::currency);
    Element total = required(message, "LegalMonetaryTotal", "TaxInclusiveAmount");
    return value(total, amount -> Money.parse(amount, currency));
  }

  private static DocumentTypeCode type(Element code) throws UblException {
    Optional<DocumentTypeCode> type = DocumentTypeCode.ofCode(code.text());
    if (type.isEmpty()) {
      throw code.fault("The type code is none of UNCL1001 that invoices and credit notes have.");
    }
    return type.get();
  }

  private static Optional<String> vatId(Element party) {
    return party.all("PartyTaxScheme").stream()
        .filter(
            scheme ->
                scheme
                    .text("TaxScheme", "ID")
                    .filter(id -> id.toUpperCase(Locale.ROOT).equals("VAT"))
                    .isPresent())
        .flatMap(scheme -> scheme.text("CompanyID").stream())
        .findFirst();
  }

  private static Element required(Element message, String... names) throws UblException {
    message.require(names);
    return message.first(names).orElseThrow();
  }

  private static <T> T value(Element element, Function<String, T> of) throws UblException {
    try {
      return of.apply(element.text());
    } catch (InvalidValueException e) {
      throw element.fault(e);
    }
  }
}
