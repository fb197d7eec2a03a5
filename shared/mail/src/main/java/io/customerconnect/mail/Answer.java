package io.customerconnect.mail;

import io.customerconnect.domain.party.VendorNumber;
import java.util.Set;

/** How a supplier's request ended. */
public sealed interface Answer {

  /**
   * The customer confirmed.
   *
   * @param vendorNumbers of the supplier in the customer's books; empty when it gave none
   */
  record Confirmed(Set<VendorNumber> vendorNumbers) implements Answer {
    public Confirmed {
      vendorNumbers = Set.copyOf(vendorNumbers);
    }
  }

  /**
   * The customer declined.
   *
   * @param reason in its own words, of any length; empty when it gave none
   */
  record Declined(String reason) implements Answer {}

  /**
   * The customer does not know the supplier.
   *
   * @param reason in its own words, of any length; empty when it gave none
   */
  record NotOurSupplier(String reason) implements Answer {}

  /** Nobody at the customer answered in time. */
  record Expired() implements Answer {}
}
