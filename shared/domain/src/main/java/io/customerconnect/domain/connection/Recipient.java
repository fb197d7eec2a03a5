package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.Contact;
import java.time.Instant;

/** Who is asked about a supplier. */
public sealed interface Recipient {
  /** Somebody who can be written to. */
  sealed interface Reachable extends Recipient {}

  /** The contact at this place of the legal entity's list, counted from 0. */
  record DirectoryContact(int index) implements Reachable {}

  /** Somebody at the customer whom a contact passed the request on to. */
  record Colleague(Contact contact) implements Reachable {}

  /**
   * Somebody whose company has had as many mails for a day as it may get.
   *
   * @param from when it can be written to
   */
  record Later(Reachable who, Instant from) implements Recipient {}

  /**
   * No mail reaches the customer: an operator of the network asks it.
   *
   * @param since when that became the operator's to do
   */
  record Operator(Instant since) implements Recipient {}
}
