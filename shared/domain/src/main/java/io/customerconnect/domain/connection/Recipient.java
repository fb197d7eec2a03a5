package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.Contact;
import java.time.Instant;

/** Who is asked about a supplier. */
public sealed interface Recipient {
  /** The contact at this place of the legal entity's list, counted from 0. */
  record DirectoryContact(int index) implements Recipient {}

  /** Somebody at the customer whom a contact passed the request on to. */
  record Colleague(Contact contact) implements Recipient {}

  /**
   * No mail reaches the customer: an operator of the network asks it.
   *
   * @param since when that became the operator's to do
   */
  record Operator(Instant since) implements Recipient {}
}
