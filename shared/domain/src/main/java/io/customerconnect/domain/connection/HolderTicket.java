package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.ticket.TicketNumber;

/**
 * An account that a vendor number is bound to which another one has proved, and the ticket by which
 * it follows what becomes of that (P19).
 */
public record HolderTicket(AccountId account, TicketNumber ticket) {}
