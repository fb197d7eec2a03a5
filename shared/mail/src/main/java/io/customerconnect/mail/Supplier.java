package io.customerconnect.mail;

import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.SupplierAccount;
import java.util.Optional;

/** The supplier's account data that a customer is asked to confirm (P1). */
public record Supplier(Company company, Contact contact) {

  /** Those of an account; empty as long as it has none. */
  public static Optional<Supplier> of(SupplierAccount account) {
    return account.company().map(company -> new Supplier(company, account.contact()));
  }
}
