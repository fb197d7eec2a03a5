package io.customerconnect.functions.buyer.page;

import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.Supplier;
import java.time.Instant;

/**
 * What a contact is asked.
 *
 * @param answerBy when the request expires
 */
public record Question(
    Customer customer, Supplier supplier, TicketNumber ticket, Instant answerBy) {}
