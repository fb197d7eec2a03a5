package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.TypedAmount;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up invoices for tests. */
final class Invoices {
  static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
  static final LegalEntityId BUYER = new LegalEntityId("buyer");
  static final VendorNumber VENDOR = new VendorNumber("4711");

  private Invoices() {}

  static LedgerInvoice invoice(String number, String date, String amount) {
    return new LedgerInvoice(
        new InvoiceNumber(number),
        LocalDate.parse(date),
        Money.parse(amount, Money.currency("EUR")),
        DocumentType.INVOICE);
  }

  static LedgerInvoice creditNote(String number, String date, String amount) {
    LedgerInvoice invoice = invoice(number, date, amount);
    return new LedgerInvoice(
        invoice.number(), invoice.issueDate(), invoice.total(), DocumentType.CREDIT_NOTE);
  }

  static VendorInvoice row(String vendor, LedgerInvoice invoice) {
    return new VendorInvoice(new VendorNumber(vendor), invoice);
  }

  static InvoiceAnswer answer(String date, String amount) {
    return new InvoiceAnswer(LocalDate.parse(date), TypedAmount.parse(amount));
  }

  static FirstAnswer first(String number, String date, String amount) {
    return new FirstAnswer(new InvoiceNumber(number), answer(date, amount));
  }

  /**
   * A vendor that bills irregularly: numbers in sequence, one every few days from two years ago on,
   * amounts of 50 to 5,000 euros to the cent.
   */
  static List<LedgerInvoice> irregular(int count, long seed) {
    return irregular(count, seed, TODAY);
  }

  /** As they are on another day. */
  static List<LedgerInvoice> irregular(int count, long seed, LocalDate today) {
    Random random = new Random(seed);
    List<LedgerInvoice> invoices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate date = today.minusDays(720L - 700L * i / count).minusDays(random.nextInt(8));
      invoices.add(
          invoice(
              "RE-" + (10_000 + 7 * i),
              date.toString(),
              "%d.%02d".formatted(50 + random.nextInt(4_950), random.nextInt(100))));
    }
    return invoices;
  }

  /** A ledger of many such vendors. */
  static LedgerProfile ledger() {
    List<LedgerInvoice> all = new ArrayList<>();
    for (int vendor = 0; vendor < 100; vendor++) {
      all.addAll(irregular(40, 100 + vendor));
    }
    return LedgerProfile.of(all);
  }
}
