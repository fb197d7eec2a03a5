package io.customerconnect.domain.quality;

/** What a buyer delivers about its invoices. */
public enum FeedKind {
  /** Rows of its books, file by file: what suppliers prove themselves by, and status. */
  LEDGER("ledger"),
  /** Single documents and replies to them, which come as they happen. */
  DOCUMENTS("documents");

  private final String code;

  FeedKind(String code) {
    this.code = code;
  }

  /** The word for it in answers. */
  public String code() {
    return code;
  }
}
