package io.customerconnect.functions.status;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.table.StatusRows.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Where a list of invoices goes on, as a client gets it: sealed with the account and the question
 * that it belongs to, so that one of another account or question, or one that was changed, is
 * refused. The seal is no secret: who forges it gets no further than within its own invoices.
 */
final class InvoiceCursor {
  private static final char BETWEEN = '\n';
  private static final int MAX_LENGTH = 2_000;

  private InvoiceCursor() {}

  static String text(Place place, AccountId account, InvoiceQuery query) {
    String content = place.sortKey() + BETWEEN + place.indexSortKey();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (seal(content, account, query) + BETWEEN + content).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place that a cursor leads to.
   *
   * @throws InvalidValueException when it is none of this account and question
   */
  static Place parse(String text, AccountId account, InvoiceQuery query) {
    if (text.length() <= MAX_LENGTH) {
      try {
        String opened = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        String[] parts = opened.split(String.valueOf(BETWEEN), -1);
        if (parts.length == 3
            && parts[0].equals(seal(parts[1] + BETWEEN + parts[2], account, query))) {
          return new Place(parts[1], parts[2]);
        }
      } catch (IllegalArgumentException _) {
        // Not even Base64: the same answer.
      }
    }
    throw new InvalidValueException(
        "This is not a cursor of an earlier answer to the same question.");
  }

  private static String seal(String content, AccountId account, InvoiceQuery query) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (account.value() + BETWEEN + query + BETWEEN + content)
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
