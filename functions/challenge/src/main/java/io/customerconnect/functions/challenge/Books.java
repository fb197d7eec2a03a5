package io.customerconnect.functions.challenge;

import io.customerconnect.domain.challenge.VendorInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.LegalEntityId;
import java.util.List;

/** A buyer's books, as a challenge looks into them. */
interface Books {
  /**
   * The invoices of all vendors with this number, whatever its case, separators and leading zeros.
   */
  List<VendorInvoice> withNumber(LegalEntityId legalEntity, InvoiceNumber number);
}
