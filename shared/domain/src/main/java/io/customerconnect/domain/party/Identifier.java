package io.customerconnect.domain.party;

import io.customerconnect.domain.InvalidValueException;

/** The shape of identifiers that are ours or a buyer's, so that they are safe in keys and paths. */
final class Identifier {
  private Identifier() {}

  static void check(String what, String value, int maxLength) {
    boolean fits =
        !value.isEmpty()
            && value.length() <= maxLength
            && value.chars().allMatch(Identifier::isAllowed);
    if (!fits) {
      throw new InvalidValueException(
          what + " must be 1 to " + maxLength + " letters, digits or . _ : -");
    }
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._:-".indexOf(c) >= 0;
  }
}
