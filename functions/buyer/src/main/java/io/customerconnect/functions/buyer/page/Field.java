package io.customerconnect.functions.buyer.page;

/** A field of the page's forms. */
public enum Field {
  /** Which button was pressed. */
  DECISION("decision"),
  VENDOR_NUMBER("vendorNumber"),
  REASON("reason"),
  COLLEAGUE_EMAIL("colleagueEmail");

  private final String formName;

  Field(String formName) {
    this.formName = formName;
  }

  /** The name that its value is sent under. */
  public String formName() {
    return formName;
  }
}
