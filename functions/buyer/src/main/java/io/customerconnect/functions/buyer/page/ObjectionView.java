package io.customerconnect.functions.buyer.page;

import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.Supplier;

/** What the page behind "this was not us" has to show. */
public sealed interface ObjectionView {

  /** The connection stands, and can be objected to. */
  record Open(Customer customer, Supplier supplier, VendorNumber vendorNumber)
      implements ObjectionView {}

  /** It is suspended. */
  record Objected(Customer customer, Supplier supplier) implements ObjectionView {}

  /** It stands no more, or not with this vendor number. */
  record Settled(Customer customer, Supplier supplier) implements ObjectionView {}

  /** Nothing belongs to this link, or nothing that we still know. */
  record InvalidLink() implements ObjectionView {}
}
