package io.customerconnect.functions.feeds;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.table.Books;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Invoices;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks through the invoices of vendors for those that a challenge can ask for. */
final class ReadyingVendors {
  /** Of a vendor with more, the newest count: enough to choose from, and to keep in memory. */
  private static final int MAX_INVOICES = 10_000;

  private final DirectoryStore directory;
  private final Invoices invoices;
  private final Books books;
  private final InstantSource clock;

  ReadyingVendors(DirectoryStore directory, Invoices invoices, Books books, InstantSource clock) {
    this.directory = directory;
    this.invoices = invoices;
    this.books = books;
    this.clock = clock;
  }

  void ready(LegalEntityId id, List<VendorNumber> vendors) {
    Optional<LegalEntity> entity = Optional.ofNullable(directory.find(List.of(id)).get(id));
    if (entity.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LedgerProfile ledger = books.profile(id);
    ChallengeRules rules = entity.get().challengeRules();
    Map<VendorNumber, AskableInvoices> askable = new HashMap<>();
    for (VendorNumber vendor : vendors) {
      askable.put(vendor, AskableInvoices.among(invoices(id, vendor), ledger, today, rules));
    }
    books.put(id, entity.get().vendorScope(), askable, rules, now);
  }

  private List<LedgerInvoice> invoices(LegalEntityId id, VendorNumber vendor) {
    return invoices.newest(id, vendor, MAX_INVOICES).stream()
        .map(HistoricInvoice::ledgerInvoice)
        .toList();
  }
}
