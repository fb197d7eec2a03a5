package io.customerconnect.domain.feed;

import java.util.Comparator;
import java.util.Optional;

/**
 * What is wrong with a row.
 *
 * @param line the line that the row begins in; the header is line 1
 * @param column the column's name; empty when the row as a whole is wrong
 * @param text what is wrong, for the person who made the file, without the value itself
 */
public record Reject(long line, Optional<String> column, Reason reason, String text) {

  /** In the order of the file. */
  public static final Comparator<Reject> BY_LINE = Comparator.comparingLong(Reject::line);

  /** What may be wrong with a row. */
  public enum Reason {
    REQUIRED("required"),
    INVALID_ID("invalid-id"),
    INVALID_TEXT("invalid-text"),
    UNKNOWN_COUNTRY("unknown-country"),
    INVALID_LEI("invalid-lei"),
    INVALID_VAT_ID("invalid-vat-id"),
    INVALID_GLN("invalid-gln"),
    INVALID_PARTICIPANT_ID("invalid-participant-id"),
    INVALID_BOOLEAN("invalid-boolean"),
    UNKNOWN_POLICY("unknown-policy"),
    INVALID_MAIL_ADDRESS("invalid-mail-address"),
    INVALID_LANGUAGE("invalid-language"),
    INVALID_INVOICE_NUMBER("invalid-invoice-number"),
    INVALID_DATE("invalid-date"),
    INVALID_TIME("invalid-time"),
    INVALID_AMOUNT("invalid-amount"),
    UNKNOWN_CURRENCY("unknown-currency"),
    UNKNOWN_DOCUMENT_TYPE("unknown-document-type"),
    UNKNOWN_RESPONSE_CODE("unknown-response-code"),
    /** The directory has no such legal entity. */
    UNKNOWN_LEGAL_ENTITY("unknown-legal-entity"),
    /** The books have no such invoice, or several. */
    UNKNOWN_INVOICE("unknown-invoice"),
    /** Contacts' names, addresses and languages do not fit together. */
    CONTACTS_DIFFER("contacts-differ"),
    TOO_MANY("too-many"),
    /** The row has more or fewer fields than the header. */
    FIELD_COUNT("field-count"),
    /** A quotation mark that nothing closes, or text behind a closing one. */
    BROKEN_QUOTES("broken-quotes"),
    ROW_TOO_LONG("row-too-long"),
    FIELD_TOO_LONG("field-too-long"),
    /** A later row of the same file is about the same entity. */
    DUPLICATE_ID("duplicate-id");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The word for it in reports. */
    public String code() {
      return code;
    }

    /** The reason with this word. */
    public static Optional<Reason> ofCode(String code) {
      for (Reason reason : values()) {
        if (reason.code.equals(code)) {
          return Optional.of(reason);
        }
      }
      return Optional.empty();
    }
  }

  /** A row that is wrong as a whole. */
  static Reject ofRow(long line, Reason reason, String text) {
    return new Reject(line, Optional.empty(), reason, text);
  }

  /** A row about a legal entity that is not in the directory. */
  public static Reject unknownLegalEntity(long line) {
    return new Reject(
        line,
        Optional.of(InvoiceColumn.LEGAL_ENTITY_ID.header()),
        Reason.UNKNOWN_LEGAL_ENTITY,
        "There is no such legal entity. Deliver the directory first.");
  }

  /** A message about an invoice that is not in the books. */
  public static Reject unknownInvoice(long line) {
    return ofRow(
        line,
        Reason.UNKNOWN_INVOICE,
        "There is no such invoice. Deliver it first, with the same number, date and type.");
  }

  /** A message about an invoice that several suppliers could have sent. */
  public static Reject severalInvoices(long line) {
    return ofRow(
        line,
        Reason.UNKNOWN_INVOICE,
        "Several invoices have this number. Name the supplier by the VAT id, or the vendor number,"
            + " that it was delivered with.");
  }

  /** A line of an invoice that has too many. */
  public static Reject tooManyLines(long line) {
    return ofRow(
        line,
        Reason.TOO_MANY,
        "An invoice must not have more than %d lines.".formatted(LoadedInvoice.MAX_LINES));
  }

  /** A row with another number of fields than the header has. */
  public static Reject fieldCount(long line, int fields, int expected) {
    return ofRow(
        line,
        Reason.FIELD_COUNT,
        "The row has %d fields, the first line has %d.".formatted(fields, expected));
  }

  /**
   * A line with a quotation mark that is not as RFC 4180 has it; the next line is read as usual.
   */
  public static Reject brokenQuotes(long line) {
    return ofRow(
        line,
        Reason.BROKEN_QUOTES,
        "A quotation mark in this line is not closed, or text follows behind a closing one. Inside"
            + " quotation marks one is written twice.");
  }

  /**
   * A row that no row needs to be as long as.
   *
   * @param max in bytes
   */
  public static Reject rowTooLong(long line, int max) {
    return ofRow(
        line, Reason.ROW_TOO_LONG, "A row must not be longer than %,d bytes.".formatted(max));
  }

  /**
   * A row with more text in a column than the column can have.
   *
   * @param max in characters
   */
  public static Reject fieldTooLong(long line, FeedColumn column, int max) {
    return new Reject(
        line,
        Optional.of(column.header()),
        Reason.FIELD_TOO_LONG,
        "A field must not be longer than %,d characters.".formatted(max));
  }

  /** A row that a later one of the same file replaces. */
  public static Reject duplicate(long line) {
    return new Reject(
        line,
        Optional.of(DirectoryColumn.LEGAL_ENTITY_ID.header()),
        Reason.DUPLICATE_ID,
        "A later row of this file has the same legalEntityId; that one counts.");
  }
}
