package io.customerconnect.domain.ticket;

import java.time.Instant;
import java.util.Optional;

/**
 * News for a supplier, shown on its home page under "Please note".
 *
 * @param id unique within the account and the instant
 * @param ticket which it opens; empty for news of the test connection
 */
public record Notice(
    String id, TicketEvent event, Instant at, Optional<TicketNumber> ticket, String customerName) {}
