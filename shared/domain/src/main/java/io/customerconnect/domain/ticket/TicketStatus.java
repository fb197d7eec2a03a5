package io.customerconnect.domain.ticket;

import java.time.Instant;

/** Where a ticket stands. */
public sealed interface TicketStatus {
  record Open(NextStep nextStep) implements TicketStatus {}

  record Closed(Outcome outcome, Instant at) implements TicketStatus {}

  /** How a ticket ended. */
  enum Outcome {
    CONNECTED,
    DECLINED,
    NOT_OUR_SUPPLIER,
    /** Support rejected it. */
    REJECTED,
    EXPIRED,
    WITHDRAWN,
    /** The customer that a supplier could not find is in the directory now. */
    CUSTOMER_ADDED,
    /** The customer that a supplier could not find is not on the network. */
    CUSTOMER_NOT_ADDED,
    /** A connected supplier has one more vendor number. */
    NUMBER_ADDED,
    /** A connected supplier did not get the vendor number that it had proved. */
    NUMBER_REFUSED,
    /** The vendor number was given to the account that had proved it, too. */
    NUMBER_SHARED,
    /** The vendor number was not given to the account that had proved it. */
    NUMBER_KEPT
  }
}
