package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.InvoiceNumber;

/** The answer to step 1: an invoice that the supplier names itself (P16). */
public record FirstAnswer(InvoiceNumber number, InvoiceAnswer about) {}
