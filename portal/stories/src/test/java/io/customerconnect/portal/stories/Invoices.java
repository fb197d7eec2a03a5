package io.customerconnect.portal.stories;

/** Files of made-up invoices. */
final class Invoices {
  /** No challenge is offered by posting dates: other stories' customers are asked as before. */
  private static final String HEADER =
      "vendorNumber,invoiceNumber,postingDate,totalWithVat,currency,status\n";

  private Invoices() {}

  /**
   * A file of a customer's books.
   *
   * @param refused rows whose amount is none
   * @param unknown rows whose status is a word that nobody knows
   */
  static String file(int rows, int refused, int unknown) {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      String amount = i < refused ? "n/a" : "1%03d.37".formatted(7 * i);
      String status = i >= refused && i < refused + unknown ? "Zwischengeparkt" : "booked";
      file.append(
          "7%d,Z-%04d,2026-%02d-%02d,%s,EUR,%s\n"
              .formatted(i % 9, 100 + i, 1 + i % 9, 1 + i % 27, amount, status));
    }
    return file.toString();
  }
}
