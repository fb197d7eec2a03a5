package io.customerconnect.domain.party;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whom a contact of a customer may pass a question on to (P27): only people who are known to be of
 * the same company, so that nobody can have us write to strangers. What tells is the mail domain;
 * one that everybody can get an address of tells nothing.
 *
 * @param contact who passes it on
 * @param others the customer's contacts of the directory
 */
public record Colleagues(Contact contact, List<Contact> others) {
  public Colleagues {
    others = List.copyOf(others);
  }

  /** Whether an address is of one of them. */
  public boolean include(EmailAddress address) {
    return Stream.concat(Stream.of(contact), others.stream())
        .map(Contact::mail)
        .anyMatch(
            known ->
                known.value().equalsIgnoreCase(address.value())
                    || (known.domain().equals(address.domain())
                        && !PublicMailProviders.offer(known.domain())));
  }
}
