package io.customerconnect.mail;

import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;

/** The supplier's account data that a customer is asked to confirm (P1). */
public record Supplier(Company company, Contact contact) {}
