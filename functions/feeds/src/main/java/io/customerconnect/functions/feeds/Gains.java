package io.customerconnect.functions.feeds;

import io.customerconnect.domain.challenge.LedgerGain;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.LoadedInvoice;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up what the rows of a chunk bring into the books of legal entities. */
final class Gains {
  private final FileVersion file;
  private final Map<LegalEntityId, Books> books = new HashMap<>();

  Gains(FileVersion file) {
    this.file = file;
  }

  private record Books(Set<VendorNumber> vendors, List<LedgerInvoice> news) {}

  /**
   * Adds an invoice. It is new where no other file has named it, and no line of it stands before
   * these.
   *
   * @param firstLine the first of the lines that were loaded with it
   */
  void add(LoadedInvoice invoice, long firstLine) {
    Books of =
        books.computeIfAbsent(
            invoice.invoice().legalEntity(), _ -> new Books(new HashSet<>(), new ArrayList<>()));
    of.vendors().add(invoice.invoice().vendor());
    if (invoice.firstFile().equals(file) && invoice.lines().firstKey() >= firstLine) {
      of.news().add(invoice.invoice().ledgerInvoice());
    }
  }

  Map<LegalEntityId, LedgerGain> sum() {
    Map<LegalEntityId, LedgerGain> gains = new HashMap<>();
    books.forEach(
        (entity, of) ->
            gains.put(entity, new LedgerGain(of.vendors(), LedgerProfile.of(of.news()))));
    return gains;
  }
}
