package io.customerconnect.domain.party;

import io.customerconnect.domain.Text;

/** A person or a desk that is written to. */
public record Contact(String name, EmailAddress mail, Language language) {
  public static final int MAX_NAME_LENGTH = 200;

  public Contact {
    name = Text.line("The contact's name", name, MAX_NAME_LENGTH);
  }
}
