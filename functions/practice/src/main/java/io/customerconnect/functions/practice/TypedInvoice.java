package io.customerconnect.functions.practice;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import io.customerconnect.lambda.Fields;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An invoice or credit note of one line that somebody typed into a form.
 *
 * <p>What is left empty is left out of the document, so that the rules say what is missing.
 *
 * @param net of the line and of the whole document
 * @param vat on it
 */
record TypedInvoice(
    Kind kind,
    Optional<String> number,
    Optional<String> issueDate,
    Optional<String> dueDate,
    Optional<String> currency,
    Optional<String> buyerReference,
    Optional<String> sellerName,
    Optional<String> sellerStreet,
    Optional<String> sellerCity,
    Optional<String> sellerPostCode,
    Optional<String> sellerCountry,
    Optional<String> sellerVatId,
    Optional<String> itemName,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal vatRate,
    BigDecimal net,
    BigDecimal vat) {

  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String CAC = UBL + "CommonAggregateComponents-2";
  private static final String CBC = UBL + "CommonBasicComponents-2";

  /** UNCL4461: how a credit note is set off is left open. */
  private static final String NOT_DEFINED = "1";

  private static final int MAX_LENGTH = 200;
  private static final int DECIMALS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What a form makes. */
  enum Kind {
    INVOICE("invoice", "Invoice", "380", "InvoicedQuantity"),
    CREDIT_NOTE("credit-note", "CreditNote", "381", "CreditedQuantity");

    private final String word;
    private final String root;
    private final String typeCode;
    private final String quantity;

    Kind(String word, String root, String typeCode, String quantity) {
      this.word = word;
      this.root = root;
      this.typeCode = typeCode;
      this.quantity = quantity;
    }

    private static Kind ofWord(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new InvalidValueException("The type must be invoice or credit-note.");
    }
  }

  /** What a request's fields make. */
  static TypedInvoice of(Fields fields) {
    BigDecimal quantity = fields.require("quantity", text -> number("The quantity", text));
    BigDecimal price = fields.require("price", text -> number("The price", text));
    BigDecimal vatRate = fields.require("vatRate", text -> number("The VAT rate", text));
    BigDecimal net = rounded(quantity.multiply(price));
    TypedInvoice typed =
        new TypedInvoice(
            fields.find("type", Kind::ofWord).orElse(Kind.INVOICE),
            line(fields, "invoiceNumber"),
            line(fields, "issueDate"),
            line(fields, "dueDate"),
            line(fields, "currency"),
            line(fields, "buyerReference"),
            line(fields, "sellerName"),
            line(fields, "sellerStreet"),
            line(fields, "sellerCity"),
            line(fields, "sellerPostCode"),
            line(fields, "sellerCountry"),
            line(fields, "sellerVatId"),
            line(fields, "itemName"),
            quantity,
            price,
            vatRate,
            net,
            rounded(net.multiply(vatRate).divide(HUNDRED)));
    fields.noOthers();
    return typed;
  }

  private static Optional<String> line(Fields fields, String name) {
    return fields.find(name, text -> Text.line("The field", text, MAX_LENGTH));
  }

  private static BigDecimal number(String what, String text) {
    if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      throw new InvalidValueException(what + " must be digits with a decimal point, such as 19.5.");
    }
    return new BigDecimal(text);
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** The document in UBL 2.1. */
  String toUbl() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new Writer(xml).document();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Text in memory could not be written", e);
    }
    return text.toString();
  }

  private final class Writer {
    private final XMLStreamWriter xml;

    Writer(XMLStreamWriter xml) {
      this.xml = xml;
    }

    void document() throws XMLStreamException {
      xml.writeStartDocument();
      xml.writeStartElement(kind.root);
      xml.writeDefaultNamespace(UBL + kind.root + "-2");
      xml.writeNamespace("cac", CAC);
      xml.writeNamespace("cbc", CBC);
      text("CustomizationID", Optional.of("urn:cen.eu:en16931:2017"));
      text("ID", number);
      text("IssueDate", issueDate);
      if (kind == Kind.INVOICE) {
        text("DueDate", dueDate);
      }
      text(kind.root + "TypeCode", Optional.of(kind.typeCode));
      text("DocumentCurrencyCode", currency);
      text("BuyerReference", buyerReference);
      seller();
      buyer();
      if (kind == Kind.CREDIT_NOTE && dueDate.isPresent()) {
        open("PaymentMeans");
        text("PaymentMeansCode", Optional.of(NOT_DEFINED));
        text("PaymentDueDate", dueDate);
        close();
      }
      tax();
      totals();
      line();
      xml.writeEndElement();
      xml.writeEndDocument();
    }

    private void seller() throws XMLStreamException {
      open("AccountingSupplierParty");
      open("Party");
      if (sellerCountry.isPresent() || sellerCity.isPresent() || sellerStreet.isPresent()) {
        address(sellerStreet, sellerCity, sellerPostCode, sellerCountry);
      }
      if (sellerVatId.isPresent()) {
        open("PartyTaxScheme");
        text("CompanyID", sellerVatId);
        scheme();
        close();
      }
      if (sellerName.isPresent()) {
        open("PartyLegalEntity");
        text("RegistrationName", sellerName);
        close();
      }
      close();
      close();
    }

    private void buyer() throws XMLStreamException {
      open("AccountingCustomerParty");
      open("Party");
      address(Optional.empty(), Optional.of("Berlin"), Optional.empty(), Optional.of("DE"));
      open("PartyLegalEntity");
      text("RegistrationName", Optional.of("Test buyer"));
      close();
      close();
      close();
    }

    private void address(
        Optional<String> street,
        Optional<String> city,
        Optional<String> postCode,
        Optional<String> country)
        throws XMLStreamException {
      open("PostalAddress");
      text("StreetName", street);
      text("CityName", city);
      text("PostalZone", postCode);
      if (country.isPresent()) {
        open("Country");
        text("IdentificationCode", country);
        close();
      }
      close();
    }

    private void tax() throws XMLStreamException {
      open("TaxTotal");
      amount("TaxAmount", vat);
      open("TaxSubtotal");
      amount("TaxableAmount", net);
      amount("TaxAmount", vat);
      category("TaxCategory");
      close();
      close();
    }

    private void totals() throws XMLStreamException {
      open("LegalMonetaryTotal");
      amount("LineExtensionAmount", net);
      amount("TaxExclusiveAmount", net);
      amount("TaxInclusiveAmount", net.add(vat));
      amount("PayableAmount", net.add(vat));
      close();
    }

    private void line() throws XMLStreamException {
      open(kind.root + "Line");
      text("ID", Optional.of("1"));
      start(CBC, kind.quantity);
      xml.writeAttribute("unitCode", "C62");
      xml.writeCharacters(quantity.toPlainString());
      close();
      amount("LineExtensionAmount", net);
      open("Item");
      text("Name", itemName);
      category("ClassifiedTaxCategory");
      close();
      open("Price");
      amount("PriceAmount", price);
      close();
      close();
    }

    private void category(String name) throws XMLStreamException {
      open(name);
      text("ID", Optional.of(vatRate.signum() == 0 ? "Z" : "S"));
      text("Percent", Optional.of(vatRate.toPlainString()));
      scheme();
      close();
    }

    private void scheme() throws XMLStreamException {
      open("TaxScheme");
      text("ID", Optional.of("VAT"));
      close();
    }

    private void amount(String name, BigDecimal value) throws XMLStreamException {
      start(CBC, name);
      xml.writeAttribute("currencyID", currency.orElse("EUR").toUpperCase(Locale.ROOT));
      xml.writeCharacters(value.toPlainString());
      close();
    }

    private void text(String name, Optional<String> value) throws XMLStreamException {
      if (value.isPresent()) {
        start(CBC, name);
        xml.writeCharacters(value.get());
        close();
      }
    }

    private void open(String name) throws XMLStreamException {
      start(CAC, name);
    }

    private void start(String namespace, String name) throws XMLStreamException {
      xml.writeStartElement(namespace.equals(CAC) ? "cac" : "cbc", name, namespace);
    }

    private void close() throws XMLStreamException {
      xml.writeEndElement();
    }
  }
}
