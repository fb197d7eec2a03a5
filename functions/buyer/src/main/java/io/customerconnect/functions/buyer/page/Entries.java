package io.customerconnect.functions.buyer.page;

/** What was typed into the page's fields, of any length and with any character. */
public record Entries(String vendorNumber, String reason, String colleagueEmail) {
  /** Nothing yet. */
  public static final Entries NONE = new Entries("", "", "");
}
