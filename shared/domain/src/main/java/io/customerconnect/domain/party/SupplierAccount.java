package io.customerconnect.domain.party;

import java.util.Optional;

/**
 * A supplier on the network.
 *
 * @param contact the person that mails go to, in the account's language
 * @param company empty until the supplier has filled it in; nothing can be asked of a buyer before
 */
public record SupplierAccount(AccountId id, Contact contact, Optional<Company> company) {}
