package io.customerconnect.domain.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a whole file was refused. Nothing of it has been loaded.
 *
 * @param text what is wrong, for the person who made the file
 * @param place where, when it has a place
 */
public record FileFault(Kind kind, String text, Optional<Place> place) {

  /** What may be wrong with a whole file. */
  public enum Kind {
    EMPTY("empty-file"),
    NOT_UTF_8("not-utf-8"),
    MISSING_COLUMNS("missing-columns"),
    REPEATED_COLUMN("repeated-column"),
    HEADER_TOO_LONG("header-too-long"),
    TOO_MANY_COLUMNS("too-many-columns"),
    TOO_LARGE("too-large"),
    NOT_XML("not-xml"),
    DOCTYPE("doctype"),
    UNKNOWN_DOCUMENT("unknown-document"),
    INVALID_MESSAGE("invalid-message"),
    INVALID_KEY("invalid-key");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word for it in reports. */
    public String code() {
      return code;
    }
  }

  /**
   * A place in a file.
   *
   * @param line from 1
   * @param position in characters from the line's start, from 1
   */
  public record Place(long line, long position) {}

  private static FileFault of(Kind kind, String text) {
    return new FileFault(kind, text, Optional.empty());
  }

  static FileFault repeatedColumn(FeedColumn column) {
    return of(
        Kind.REPEATED_COLUMN,
        "The column %s stands twice in the first line.".formatted(column.header()));
  }

  static FileFault missingColumns(List<? extends FeedColumn> missing) {
    return of(
        Kind.MISSING_COLUMNS,
        "The first line must name the columns, separated by commas. Missing: %s."
            .formatted(missing.stream().map(FeedColumn::header).collect(Collectors.joining(", "))));
  }

  /** A file without a header line. */
  public static FileFault empty() {
    return of(Kind.EMPTY, "The file is empty. Its first line must name the columns.");
  }

  /**
   * A document that is larger than one invoice can be.
   *
   * @param max in bytes
   */
  public static FileFault tooLarge(long max) {
    return of(Kind.TOO_LARGE, "A document must not be larger than %,d bytes.".formatted(max));
  }

  /**
   * A file of rows that is larger than can be looked through at once.
   *
   * @param max in bytes
   */
  public static FileFault tooManyRows(long max) {
    return of(
        Kind.TOO_LARGE,
        "A file must not be larger than %,d bytes. Please deliver it in parts, each with the first line."
            .formatted(max));
  }

  /** A first line with more columns than any file of ours needs. */
  static FileFault tooManyColumns(int columns, int max) {
    return of(
        Kind.TOO_MANY_COLUMNS,
        "The first line has %,d columns. There must be at most %d.".formatted(columns, max));
  }

  /**
   * A document that cannot be read.
   *
   * @param text why
   */
  public static FileFault ofDocument(Kind kind, String text, Place place) {
    return new FileFault(kind, text, Optional.of(place));
  }

  /** A document of another kind. */
  public static FileFault unknownDocument() {
    return of(
        Kind.UNKNOWN_DOCUMENT,
        "The document must be an Invoice, a CreditNote or an ApplicationResponse of UBL 2.1.");
  }

  /** A file whose key does not say whom it is for. */
  public static FileFault invalidKey() {
    return of(
        Kind.INVALID_KEY,
        "The file must be delivered under invoices/, the id of the legal entity, a slash and a"
            + " name.");
  }

  /** A file with bytes that are not UTF-8. */
  public static FileFault notUtf8(Place place) {
    return new FileFault(
        Kind.NOT_UTF_8,
        "The file must be in UTF-8. The first character that is not stands in line %d at position %d."
            .formatted(place.line(), place.position()),
        Optional.of(place));
  }

  /** A first line that no header needs to be as long as. */
  public static FileFault headerTooLong() {
    return of(
        Kind.HEADER_TOO_LONG,
        "The first line is too long, or a quotation mark in it is not closed. It must name the"
            + " columns.");
  }
}
