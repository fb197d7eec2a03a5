package io.customerconnect.domain.status;

/**
 * What a buyer says of one invoice.
 *
 * @param expectedPayment the day that the buyer names
 */
public record StatusReport(InvoiceStatus status, NamedDate expectedPayment) {}
