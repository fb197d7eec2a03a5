package io.customerconnect.domain.invoice;

import io.customerconnect.domain.party.DocumentType;
import java.time.LocalDate;

/**
 * What a buyer's books and the supplier both know about an invoice or credit note.
 *
 * @param issueDate printed on the document (BT-2), not the day it was posted
 * @param total with VAT (BT-112), the sum of its lines where the books hold several
 */
public record LedgerInvoice(
    InvoiceNumber number, LocalDate issueDate, Money total, DocumentType type) {}
