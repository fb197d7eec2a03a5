package io.customerconnect.domain.challenge;

import io.customerconnect.domain.party.VendorNumber;
import java.util.Set;

/**
 * What rows of a file have brought into a legal entity's books.
 *
 * @param vendors whose invoices the rows are
 * @param profile of the invoices that were not there before
 */
public record LedgerGain(Set<VendorNumber> vendors, LedgerProfile profile) {
  public LedgerGain {
    vendors = Set.copyOf(vendors);
  }
}
