package io.customerconnect.ubl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a UBL 2.1 invoice or credit note says what, by the business terms of EN 16931. What it says
 * is not looked at: whoever needs a value makes it from the element's text.
 */
public final class InvoiceTerms {
  private static final String INVOICE = "Invoice";
  private static final String CREDIT_NOTE = "CreditNote";

  private final Element message;

  private InvoiceTerms(Element message) {
    this.message = message;
  }

  /** Whether a message is an invoice or a credit note. */
  public static boolean areIn(Element message) {
    return message.isDocument(INVOICE) || message.isDocument(CREDIT_NOTE);
  }

  /**
   * Those of a message.
   *
   * @throws UblException when it is neither an invoice nor a credit note
   */
  public static InvoiceTerms of(Element message) throws UblException {
    if (!areIn(message)) {
      throw new UblException(
          UblException.Kind.UNKNOWN_DOCUMENT,
          message.place(),
          "This is neither a UBL Invoice nor a UBL CreditNote.");
    }
    return new InvoiceTerms(message);
  }

  /** The rules that it says it follows (BT-24). */
  public Optional<Element> customization() {
    return first("CustomizationID");
  }

  /** BT-1. */
  public Optional<Element> number() {
    return first("ID");
  }

  /** BT-2. */
  public Optional<Element> issued() {
    return first("IssueDate");
  }

  /** BT-3. */
  public Optional<Element> type() {
    return first(typeName());
  }

  String typeName() {
    return isInvoice() ? "InvoiceTypeCode" : "CreditNoteTypeCode";
  }

  /** BT-5. */
  public Optional<Element> currency() {
    return first("DocumentCurrencyCode");
  }

  /** BT-9; credit notes have it with the means of payment. */
  public Optional<Element> due() {
    return first("DueDate").or(() -> first("PaymentMeans", "PaymentDueDate"));
  }

  /** BT-112. */
  public Optional<Element> totalWithVat() {
    return first("LegalMonetaryTotal", "TaxInclusiveAmount");
  }

  /** The buyer's own number for the seller. */
  public Optional<Element> accountAtBuyer() {
    return first("AccountingSupplierParty", "CustomerAssignedAccountID");
  }

  /** BT-29; the first one. */
  public Optional<Element> sellerId() {
    return seller("PartyIdentification", "ID");
  }

  /** BT-27. */
  public Optional<Element> sellerName() {
    return seller("PartyLegalEntity", "RegistrationName");
  }

  /** BT-28. */
  public Optional<Element> sellerTradingName() {
    return seller("PartyName", "Name");
  }

  /** BT-30. */
  public Optional<Element> sellerRegistration() {
    return seller("PartyLegalEntity", "CompanyID");
  }

  /** BT-31. */
  public Optional<Element> sellerVatId() {
    return party().stream()
        .flatMap(party -> party.all("PartyTaxScheme").stream())
        .filter(InvoiceTerms::isOfVat)
        .flatMap(scheme -> said(scheme.first("CompanyID")).stream())
        .findFirst();
  }

  /** BT-34. */
  public Optional<Element> sellerAddress() {
    return seller("EndpointID");
  }

  /** All elements that may say what the buyer calls the seller, the most telling first. */
  public List<Element> sellerIds() {
    return Stream.of(
            accountAtBuyer(), sellerId(), sellerVatId(), sellerRegistration(), sellerAddress())
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * An element that has to be there.
   *
   * @param name what the document calls it
   * @throws UblException when it is missing or empty
   */
  Element require(Optional<Element> element, String name) throws UblException {
    if (element.isEmpty()) {
      throw message.fault("%s is missing or empty.".formatted(name));
    }
    return element.get();
  }

  private boolean isInvoice() {
    return message.isDocument(INVOICE);
  }

  private Optional<Element> party() {
    return message.first("AccountingSupplierParty", "Party");
  }

  private Optional<Element> seller(String... names) {
    return said(party().flatMap(party -> party.first(names)));
  }

  private Optional<Element> first(String... names) {
    return said(message.first(names));
  }

  /** An empty element says nothing. */
  private static Optional<Element> said(Optional<Element> element) {
    return element.filter(found -> !found.text().isEmpty());
  }

  private static boolean isOfVat(Element scheme) {
    return scheme
        .text("TaxScheme", "ID")
        .filter(id -> id.toUpperCase(Locale.ROOT).equals("VAT"))
        .isPresent();
  }
}
