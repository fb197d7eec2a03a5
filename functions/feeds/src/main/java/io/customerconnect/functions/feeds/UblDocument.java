package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.InvoiceColumn;
import io.customerconnect.ubl.Element;
import io.customerconnect.ubl.InvoiceResponse;
import io.customerconnect.ubl.InvoiceTerms;
import io.customerconnect.ubl.UblException;
import io.customerconnect.ubl.UblReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a UBL 2.1 document in the bucket says. */
sealed interface UblDocument {
  /** In bytes: with attachments of megabytes in it, and not more than is parsed in seconds. */
  long MAX_SIZE = 50L * 1024 * 1024;

  UblReader READER = new UblReader(MAX_SIZE, 60, 500_000, 20_000);

  /**
   * An invoice or credit note, by the columns of a CSV file that say the same.
   *
   * <p>The vendor number is the buyer's number for the supplier ({@code
   * CustomerAssignedAccountID}), else the seller identifier that buyers assign (BT-29), else the
   * VAT id (BT-31), the registration (BT-30) or the electronic address (BT-34).
   */
  record Invoice(Map<InvoiceColumn, String> cells) implements UblDocument {}

  /** What a buyer has done with an invoice. */
  record Reply(InvoiceResponse response) implements UblDocument {}

  /** A document that is refused. */
  record Faulty(FileFault fault) implements UblDocument {}

  /**
   * Reads a document to its end.
   *
   * @param received when it came
   * @throws IOException when its bytes cannot be read
   */
  static UblDocument read(InputStream document, Instant received) throws IOException {
    try {
      Element message = READER.read(document);
      if (InvoiceResponse.isOne(message)) {
        return new Reply(InvoiceResponse.of(message, received));
      }
      if (!InvoiceTerms.areIn(message)) {
        return new Faulty(FileFault.unknownDocument());
      }
      return new Invoice(cells(InvoiceTerms.of(message)));
    } catch (UblException e) {
      return new Faulty(
          FileFault.ofDocument(
              kind(e.kind()),
              String.valueOf(e.getMessage()),
              new FileFault.Place(e.place().line(), e.place().position())));
    }
  }

  private static FileFault.Kind kind(UblException.Kind kind) {
    return switch (kind) {
      case NOT_XML -> FileFault.Kind.NOT_XML;
      case DOCTYPE -> FileFault.Kind.DOCTYPE;
      case TOO_LARGE -> FileFault.Kind.TOO_LARGE;
      case UNKNOWN_DOCUMENT -> FileFault.Kind.UNKNOWN_DOCUMENT;
      case CONTENT -> FileFault.Kind.INVALID_MESSAGE;
    };
  }

  private static Map<InvoiceColumn, String> cells(InvoiceTerms terms) {
    Map<InvoiceColumn, String> cells = new EnumMap<>(InvoiceColumn.class);
    put(cells, InvoiceColumn.INVOICE_NUMBER, terms.number());
    put(cells, InvoiceColumn.ISSUE_DATE, terms.issued());
    put(cells, InvoiceColumn.DUE_DATE, terms.due());
    put(cells, InvoiceColumn.DOCUMENT_TYPE_CODE, terms.type());
    put(cells, InvoiceColumn.CURRENCY, terms.currency());
    put(cells, InvoiceColumn.TOTAL_WITH_VAT, terms.totalWithVat());
    put(cells, InvoiceColumn.VENDOR_NUMBER, terms.sellerIds().stream().findFirst());
    put(cells, InvoiceColumn.VENDOR_NAME, terms.sellerName().or(terms::sellerTradingName));
    put(cells, InvoiceColumn.VENDOR_VAT_ID, terms.sellerVatId());
    return cells;
  }

  private static void put(
      Map<InvoiceColumn, String> cells, InvoiceColumn column, Optional<Element> said) {
    said.ifPresent(element -> cells.put(column, element.text()));
  }
}
