package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.VendorNumber;

/** An invoice in a buyer's books, and the vendor it is of. */
public record VendorInvoice(VendorNumber vendor, LedgerInvoice invoice) {}
