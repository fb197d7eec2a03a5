package io.customerconnect.ubl;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.InvoiceDate;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
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

  /**
   * The invoice or credit note that a message is.
   *
   * @throws UblException when it is none, or one of these facts is missing or wrong
   */
  public static UblInvoice of(Element message) throws UblException {
    InvoiceTerms terms = InvoiceTerms.of(message);
    Optional<Element> due = terms.due();
    return new UblInvoice(
        terms.customization().map(Element::text).orElse(""),
        value(terms.require(terms.number(), "ID"), InvoiceNumber::new),
        value(
            terms.require(terms.issued(), "IssueDate"),
            text -> InvoiceDate.parse("The issue date", text)),
        type(terms.require(terms.type(), terms.typeName())),
        due.isEmpty()
            ? Optional.empty()
            : Optional.of(value(due.get(), text -> InvoiceDate.parse("The due date", text))),
        total(terms),
        terms.sellerName().map(Element::text),
        terms.sellerVatId().map(Element::text));
  }

  private static Money total(InvoiceTerms terms) throws UblException {
    Currency currency =
        value(terms.require(terms.currency(), "DocumentCurrencyCode"), Money::currency);
    return value(
        terms.require(terms.totalWithVat(), "LegalMonetaryTotal/TaxInclusiveAmount"),
        amount -> Money.parse(amount, currency));
  }

  private static DocumentTypeCode type(Element code) throws UblException {
    Optional<DocumentTypeCode> type = DocumentTypeCode.ofCode(code.text());
    if (type.isEmpty()) {
      throw code.fault("The type code is none of UNCL1001 that invoices and credit notes have.");
    }
    return type.get();
  }

  private static <T> T value(Element element, Function<String, T> of) throws UblException {
    try {
      return of.apply(element.text());
    } catch (InvalidValueException e) {
      throw element.fault(e);
    }
  }
}
