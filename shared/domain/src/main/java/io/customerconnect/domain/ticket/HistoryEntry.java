package io.customerconnect.domain.ticket;

import java.time.Instant;

/**
 * One line of a ticket's history, which is its audit trail too.
 *
 * @param id unique within the ticket, so that a repeat does not write it twice
 * @param detail a reason, a comment or a masked address; empty when there is none
 */
public record HistoryEntry(String id, TicketEvent event, Instant at, Actor by, String detail) {
  /** The most characters (code points) of a reason or a comment. */
  public static final int MAX_DETAIL_LENGTH = 2000;
}
