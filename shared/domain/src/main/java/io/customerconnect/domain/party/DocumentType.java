package io.customerconnect.domain.party;

/** A kind of document that a supplier sends, by its code of UNCL1001. */
public enum DocumentType {
  /** Commercial invoice. */
  INVOICE(380),
  CREDIT_NOTE(381);

  private final int code;

  DocumentType(int code) {
    this.code = code;
  }

  /** The UNCL1001 code. */
  public int code() {
    return code;
  }
}
