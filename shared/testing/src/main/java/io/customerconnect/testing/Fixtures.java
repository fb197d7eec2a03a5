package io.customerconnect.testing;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.Evidence;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.Identifiers;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LedgerVisibility;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.party.VendorMaster;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.RuleSettings;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.StatusEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Suppliers and customers that tests speak of; all invented. */
public final class Fixtures {
  /** A moment on a working day. */
  public static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T08:00:00Z");

  public static final EntityGroup GROUP =
      new EntityGroup(new GroupId("nordwind"), "Nordwind-Gruppe", Optional.empty());

  private Fixtures() {}

  /** A supplier whose account is complete. */
  public static SupplierAccount supplier(String accountId) {
    return new SupplierAccount(
        new AccountId(accountId),
        new Contact("Berta Beispiel", new EmailAddress("ar@supplier.example.com"), Language.DE),
        Optional.of(
            new Company(
                "Schrauben Beispiel GmbH",
                new CountryCode("DE"),
                "Musterweg 1\n12345 Musterstadt",
                Optional.of("DE123456789"),
                List.of("HRB 12345"))));
  }

  /** A supplier that has not filled in its company's data. */
  public static SupplierAccount newcomer(String accountId) {
    SupplierAccount complete = supplier(accountId);
    return new SupplierAccount(complete.id(), complete.contact(), Optional.empty());
  }

  /** A customer that decides by hand. */
  public static LegalEntity customer(String id) {
    return customer(id, BuyerPolicy.APPROVAL, 2);
  }

  /** A customer with so many contacts, called contact0, contact1 ... at its own domain. */
  public static LegalEntity customer(String id, BuyerPolicy policy, int contacts) {
    return new LegalEntity(
        new LegalEntityId(id),
        "Nordwind Handel " + id + " AG",
        List.of("Northwind Trading " + id),
        new CountryCode("CH"),
        "Bern",
        new Identifiers(
            Optional.empty(),
            Optional.of("CHE-123.456.788"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.of(GROUP),
        Set.of(DocumentType.INVOICE, DocumentType.CREDIT_NOTE),
        Optional.of(policy),
        LedgerVisibility.PRIVATE,
        Optional.empty(),
        IntStream.range(0, contacts).mapToObj(index -> contact(id, index)).toList(),
        RuleSettings.NONE);
  }

  /** The same customer with other contacts. */
  public static LegalEntity withContacts(LegalEntity entity, List<Contact> contacts) {
    return new LegalEntity(
        entity.id(),
        entity.legalName(),
        entity.otherNames(),
        entity.country(),
        entity.city(),
        entity.identifiers(),
        entity.group(),
        entity.accepts(),
        entity.ownPolicy(),
        entity.ledger(),
        entity.vendorMaster(),
        contacts,
        entity.rules());
  }

  /** The same customer, whose vendor numbers are those of a group's vendor master. */
  public static LegalEntity withVendorMaster(LegalEntity entity, EntityGroup group, String master) {
    return new LegalEntity(
        entity.id(),
        entity.legalName(),
        entity.otherNames(),
        entity.country(),
        entity.city(),
        entity.identifiers(),
        Optional.of(group),
        entity.accepts(),
        entity.ownPolicy(),
        entity.ledger(),
        Optional.of(new VendorMaster(master)),
        entity.contacts(),
        entity.rules());
  }

  private static Contact contact(String id, int index) {
    return new Contact(
        "Kontakt " + index,
        new EmailAddress("contact" + index + "@" + id.toLowerCase(Locale.ROOT) + ".example.com"),
        index == 0 ? Language.DE : Language.EN);
  }

  /** An invoice in a customer's books, as of {@link #MONDAY_MORNING}; its total in euros. */
  public static HistoricInvoice booked(
      LegalEntityId customer, VendorNumber vendor, String number, LocalDate issued, String total) {
    return new HistoricInvoice(
        customer,
        vendor,
        Optional.empty(),
        Optional.empty(),
        new InvoiceNumber(number),
        issued,
        Money.parse(total, Money.currency("EUR")),
        DocumentTypeCode.COMMERCIAL_INVOICE,
        Optional.empty(),
        new NamedDate.None(),
        StatusEntry.UNKNOWN,
        MONDAY_MORNING);
  }

  /** An invoice that proves enough by itself, of a vendor that has another one. */
  public static AskableInvoices strongInvoice() {
    return new AskableInvoices(
        List.of(
            new AskableInvoices.Askable(
                new LedgerInvoice(
                    new InvoiceNumber("RE-2025/0204"),
                    LocalDate.parse("2025-11-04"),
                    Money.parse("4711.83", Money.currency("EUR")),
                    DocumentType.INVOICE),
                new Evidence(5, 17))),
        2);
  }
}
