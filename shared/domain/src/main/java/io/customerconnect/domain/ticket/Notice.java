package io.customerconnect.domain.ticket;

import java.time.Instant;

/** News for a supplier, shown on its home page under "Please note"; it opens its ticket. */
public record Notice(
    String id, TicketEvent event, Instant at, TicketNumber ticket, String customerName) {}
