package io.customerconnect.table;

import io.customerconnect.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page begins: the sort key of the last item of this one. The partition is never in
 * it, so that a cursor leads nowhere but within what its user may read.
 */
public record Cursor(String sortKey) {

  /**
   * The cursor that a client sends back.
   *
   * @throws InvalidValueException when it is none
   */
  public static Cursor parse(String text) {
    try {
      return new Cursor(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      throw new InvalidValueException("This is not a cursor of an earlier answer.");
    }
  }

  /** The cursor as a client gets it. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
  }
}
