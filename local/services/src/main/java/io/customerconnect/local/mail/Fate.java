package io.customerconnect.local.mail;

import java.util.Locale;

/**
 * What becomes of a mail at its recipient. It is in the address, as with SES's own mailbox
 * simulator: {@code bounce}, {@code bounce.anything} and {@code bounce+anything}, at any domain.
 */
public enum Fate {
  /** Arrives: every address that names no other fate. */
  DELIVERED(""),
  /** {@code bounce}: the address does not exist. */
  BOUNCED("bounce"),
  /** {@code ooto}: an automatic reply comes back, which SES reports as a transient bounce. */
  AWAY("ooto"),
  /** {@code complaint}: arrives, and is reported as unwanted. */
  COMPLAINED("complaint");

  private final String localPart;

  Fate(String localPart) {
    this.localPart = localPart;
  }

  static Fate of(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    for (Fate fate : values()) {
      if (fate != DELIVERED && lower.matches(fate.localPart + "([.+-].*)?@.*")) {
        return fate;
      }
    }
    return DELIVERED;
  }
}
