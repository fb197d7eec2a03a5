package io.customerconnect.mail;

import io.customerconnect.mail.text.Shown;

/** Names of companies and people in the running text of mails. */
final class Names {
  private Names() {}

  static String shown(String name) {
    return Shown.unlinked(Shown.line(name, Shown.NAME));
  }
}
