package io.customerconnect.domain.connection;

import io.customerconnect.domain.ticket.TicketEvent;

/** What a command leads to. */
public sealed interface Decision {

  /**
   * The relationship changes.
   *
   * @param detail of the event, for the record: a reason or a masked address; empty when none
   */
  record Changed(TradingRelationship next, TicketEvent event, String detail) implements Decision {}

  /** Nothing is to be done: it is so already, or the moment has passed. */
  record Unchanged() implements Decision {}

  /** It cannot be. */
  record Refused(Refusal why) implements Decision {}

  /** Why something cannot be. */
  enum Refusal {
    /** The legal entity takes no new suppliers. */
    NOT_ACCEPTING,
    /** The supplier has asked too often lately. */
    TOO_MANY_REQUESTS,
    /** The request was passed on too often already. */
    FORWARDED_TOO_OFTEN,
    /** The request is not the one that is open now. */
    ANOTHER_REQUEST,
    /** The request was confirmed before. */
    ALREADY_CONFIRMED,
    /** The request was declined before. */
    ALREADY_DECLINED,
    /** The time for an answer is over. */
    REQUEST_EXPIRED,
    /** The request was taken back, or the relationship ended. */
    REQUEST_ENDED,
    /** There is nothing that could be ended. */
    NOTHING_TO_END,
    /** The test connection stays. */
    TEST_CONNECTION,
    /** The challenge is not the one that could connect the two now. */
    ANOTHER_CHALLENGE,
    /** The vendor number is bound to another account. */
    VENDOR_NUMBER_TAKEN,
    /** Support is looking into it. */
    SUSPENDED,
    /** There is no connection that could be suspended. */
    NOT_CONNECTED,
    /** The customer has no contact who could be asked. */
    NO_CONTACT
  }
}
