package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.InvoiceColumn;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a UBL 2.1 document says.
 *
 * <p>It is read as a stream, without document type declarations and what they could define, no
 * deeper than {@value #MAX_DEPTH} elements, and of each text that counts no more than {@value
 * #MAX_TEXT} characters: a document can cost no more than its bytes.
 */
sealed interface UblDocument {
  int MAX_DEPTH = 60;

  int MAX_TEXT = 1_000;

  /**
   * An invoice or credit note, by the columns of a CSV file that say the same.
   *
   * <p>The vendor number is the buyer's number for the supplier ({@code
   * CustomerAssignedAccountID}), else the seller identifier that buyers assign (BT-29), else the
   * VAT id (BT-31), the registration (BT-30) or the electronic address (BT-34).
   */
  record Invoice(Map<InvoiceColumn, String> cells) implements UblDocument {}

  /** A document that is refused. */
  record Faulty(FileFault fault) implements UblDocument {}

  /** Reads a document to its end. */
  static UblDocument read(InputStream document) {
    try {
      return new Parser(factory().createXMLStreamReader(document)).read();
    } catch (XMLStreamException e) {
      return new Faulty(FileFault.notXml(place(Optional.ofNullable(e.getLocation()))));
    }
  }

  private static FileFault.Place place(Optional<Location> location) {
    return location
        .map(
            at ->
                new FileFault.Place(
                    Math.max(at.getLineNumber(), 1), Math.max(at.getColumnNumber(), 1)))
        .orElse(new FileFault.Place(1, 1));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  /** What is taken from a document. */
  enum Field {
    NUMBER("/ID"),
    ISSUE_DATE("/IssueDate"),
    DUE_DATE("/DueDate"),
    PAYMENT_DUE_DATE("/PaymentMeans/PaymentDueDate"),
    INVOICE_TYPE("/InvoiceTypeCode"),
    CREDIT_NOTE_TYPE("/CreditNoteTypeCode"),
    CURRENCY("/DocumentCurrencyCode"),
    TOTAL("/LegalMonetaryTotal/TaxInclusiveAmount"),
    ACCOUNT("/AccountingSupplierParty/CustomerAssignedAccountID"),
    SELLER_ID("/AccountingSupplierParty/Party/PartyIdentification/ID"),
    ADDRESS("/AccountingSupplierParty/Party/EndpointID"),
    TRADING_NAME("/AccountingSupplierParty/Party/PartyName/Name"),
    LEGAL_NAME("/AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName"),
    REGISTRATION("/AccountingSupplierParty/Party/PartyLegalEntity/CompanyID"),
    TAX_ID("/AccountingSupplierParty/Party/PartyTaxScheme/CompanyID"),
    TAX_SCHEME("/AccountingSupplierParty/Party/PartyTaxScheme/TaxScheme/ID");

    private static final Map<String, Field> BY_PATH = new LinkedHashMap<>();

    static {
      for (Field field : values()) {
        BY_PATH.put(field.path, field);
      }
    }

    private final String path;

    Field(String path) {
      this.path = path;
    }
  }

  /** Goes through one document. */
  final class Parser {
    private static final String INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    private static final String CREDIT_NOTE =
        "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";

    private final XMLStreamReader xml;
    private final Deque<String> paths = new ArrayDeque<>();
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final StringBuilder text = new StringBuilder();
    private String vatId = "";

    private Parser(XMLStreamReader xml) {
      this.xml = xml;
    }

    private UblDocument read() throws XMLStreamException {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
            return new Faulty(FileFault.doctype());
          }
          case XMLStreamConstants.START_ELEMENT -> {
            if (paths.isEmpty() && !isInvoice()) {
              return new Faulty(FileFault.unknownDocument());
            }
            if (paths.size() == MAX_DEPTH) {
              return new Faulty(FileFault.notXml(place(Optional.of(xml.getLocation()))));
            }
            paths.push(paths.isEmpty() ? "" : paths.element() + "/" + xml.getLocalName());
            text.setLength(0);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> take();
          case XMLStreamConstants.END_ELEMENT -> end(paths.pop());
          default -> {}
        }
      }
      return new Invoice(cells());
    }

    private boolean isInvoice() {
      String namespace = Optional.ofNullable(xml.getNamespaceURI()).orElse("");
      return switch (xml.getLocalName()) {
        case "Invoice" -> namespace.equals(INVOICE);
        case "CreditNote" -> namespace.equals(CREDIT_NOTE);
        default -> false;
      };
    }

    private void take() {
      int room = MAX_TEXT - text.length();
      if (room > 0 && !paths.isEmpty() && Field.BY_PATH.containsKey(paths.element())) {
        text.append(
            xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
      }
    }

    private void end(String path) {
      Field field = Field.BY_PATH.get(path);
      if (field == null) {
        return;
      }
      String value = text.toString().strip();
      text.setLength(0);
      if (field == Field.TAX_ID) {
        // Which tax it is for is said behind it.
        texts.put(field, value);
      } else if (field == Field.TAX_SCHEME) {
        if (value.equals("VAT") && vatId.isEmpty()) {
          vatId = texts.getOrDefault(Field.TAX_ID, "");
        }
      } else if (!value.isEmpty()) {
        texts.putIfAbsent(field, value);
      }
    }

    private Map<InvoiceColumn, String> cells() {
      Map<InvoiceColumn, String> cells = new EnumMap<>(InvoiceColumn.class);
      put(cells, InvoiceColumn.INVOICE_NUMBER, text(Field.NUMBER));
      put(cells, InvoiceColumn.ISSUE_DATE, text(Field.ISSUE_DATE));
      put(cells, InvoiceColumn.DUE_DATE, text(Field.DUE_DATE), text(Field.PAYMENT_DUE_DATE));
      put(
          cells,
          InvoiceColumn.DOCUMENT_TYPE_CODE,
          text(Field.INVOICE_TYPE),
          text(Field.CREDIT_NOTE_TYPE));
      put(cells, InvoiceColumn.CURRENCY, text(Field.CURRENCY));
      put(cells, InvoiceColumn.TOTAL_WITH_VAT, text(Field.TOTAL));
      put(
          cells,
          InvoiceColumn.VENDOR_NUMBER,
          text(Field.ACCOUNT),
          text(Field.SELLER_ID),
          vatId,
          text(Field.REGISTRATION),
          text(Field.ADDRESS));
      put(cells, InvoiceColumn.VENDOR_NAME, text(Field.LEGAL_NAME), text(Field.TRADING_NAME));
      put(cells, InvoiceColumn.VENDOR_VAT_ID, vatId);
      return cells;
    }

    private String text(Field field) {
      return texts.getOrDefault(field, "");
    }

    private static void put(
        Map<InvoiceColumn, String> cells, InvoiceColumn column, String... texts) {
      Stream.of(texts)
          .filter(candidate -> !candidate.isEmpty())
          .findFirst()
          .ifPresent(found -> cells.put(column, found));
    }
  }
}
