package io.customerconnect.functions.support;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketStatus;

/** What came of the search for a customer that a supplier could not find. */
enum Missing {
  ADDED("customer-added", TicketStatus.Outcome.CUSTOMER_ADDED, TicketEvent.CUSTOMER_ADDED),
  NOT_ADDED(
      "customer-not-added",
      TicketStatus.Outcome.CUSTOMER_NOT_ADDED,
      TicketEvent.CUSTOMER_NOT_ADDED);

  private final String word;
  final TicketStatus.Outcome outcome;
  final TicketEvent event;

  Missing(String word, TicketStatus.Outcome outcome, TicketEvent event) {
    this.word = word;
    this.outcome = outcome;
    this.event = event;
  }

  static Missing ofWord(String word) {
    for (Missing one : values()) {
      if (one.word.equals(word)) {
        return one;
      }
    }
    throw new InvalidValueException("The outcome is customer-added or customer-not-added.");
  }
}
