package io.customerconnect.domain.ticket;

import io.customerconnect.domain.party.LegalEntityId;
import java.time.Instant;
import java.util.Optional;

/**
 * News for a supplier, shown on its home page under "Please note".
 *
 * @param id unique within the account and the instant
 * @param ticket which it opens; empty where the customer never had to be asked
 * @param customer whose relationship it opens where there is no ticket; empty for one that could
 *     not be found
 */
public record Notice(
    String id,
    TicketEvent event,
    Instant at,
    Optional<TicketNumber> ticket,
    Optional<LegalEntityId> customer,
    String customerName) {}
