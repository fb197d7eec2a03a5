package io.customerconnect.bench.proof;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.challenge.StepOne;
import io.customerconnect.domain.challenge.VendorInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A buyer's books as the product sees them: every vendor a month after its last invoice. */
final class Books {
  private static final int POSTED_AFTER_DAYS = 30;

  private final ChallengeRules rules;
  private final List<Vendor> vendors = new ArrayList<>();
  private final Map<VendorNumber, Vendor> byVendorNumber = new HashMap<>();
  private final Map<String, List<VendorInvoice>> byNumber = new HashMap<>();

  /**
   * A vendor.
   *
   * @param invoices all of it
   * @param recent those within the window of the rules, oldest first
   */
  record Vendor(
      VendorNumber number,
      List<LedgerInvoice> invoices,
      List<LedgerInvoice> recent,
      AskableInvoices askable,
      LocalDate today) {

    LedgerInvoice invoice(InvoiceNumber wanted) {
      return invoices.stream()
          .filter(invoice -> invoice.number().equals(wanted))
          .findFirst()
          .orElseThrow();
    }

    /** What the best of its invoices proves alone, in bits. */
    double strongest() {
      return askable.best().getFirst().evidence().bits();
    }

    double bits(SecondInvoices asked) {
      return asked.numbers().stream().mapToDouble(this::bits).sum();
    }

    private double bits(InvoiceNumber wanted) {
      return askable.best().stream()
          .filter(one -> one.invoice().number().equals(wanted))
          .mapToDouble(one -> one.evidence().bits())
          .findFirst()
          .orElseThrow();
    }
  }

  Books(Ledger ledger, ChallengeRules rules) {
    this.rules = rules;
    LedgerProfile profile = ledger.profile();
    ledger
        .vendors()
        .forEach(
            (name, invoices) -> {
              VendorNumber number = new VendorNumber(name);
              LocalDate last =
                  invoices.stream()
                      .map(LedgerInvoice::issueDate)
                      .max(LocalDate::compareTo)
                      .orElseThrow();
              LocalDate today = last.plusDays(POSTED_AFTER_DAYS);
              LocalDate from = today.minus(rules.window());
              vendors.add(
                  new Vendor(
                      number,
                      invoices,
                      invoices.stream()
                          .filter(invoice -> !invoice.issueDate().isBefore(from))
                          .sorted(Comparator.comparing(LedgerInvoice::issueDate))
                          .toList(),
                      AskableInvoices.among(invoices, profile, today, rules),
                      today));
              for (LedgerInvoice invoice : invoices) {
                byNumber
                    .computeIfAbsent(
                        invoice.number().keyWithoutLeadingZeros(), _ -> new ArrayList<>())
                    .add(new VendorInvoice(number, invoice));
              }
            });
    vendors.forEach(vendor -> byVendorNumber.put(vendor.number(), vendor));
  }

  ChallengeRules rules() {
    return rules;
  }

  List<Vendor> vendors() {
    return vendors;
  }

  Vendor vendor(VendorNumber number) {
    return Optional.ofNullable(byVendorNumber.get(number)).orElseThrow();
  }

  /** What the table's index gives for a number. */
  List<VendorInvoice> sameNumber(InvoiceNumber number) {
    return byNumber.getOrDefault(number.keyWithoutLeadingZeros(), List.of());
  }

  /** The same as it was on a day. */
  List<VendorInvoice> sameNumber(InvoiceNumber number, LocalDate day) {
    return sameNumber(number).stream()
        .filter(row -> !row.invoice().issueDate().isAfter(day))
        .toList();
  }

  /** Whether step 1 accepts a right answer about this invoice, and something can be asked then. */
  boolean leadsOn(Vendor vendor, LedgerInvoice first, RandomGenerator random) {
    LocalDate from = vendor.today().minus(rules.window());
    return StepOne.canProve(first.number(), rules)
        && sameNumber(first.number()).stream()
            .filter(row -> !row.invoice().issueDate().isBefore(from))
            .filter(row -> !row.invoice().issueDate().isAfter(vendor.today()))
            .filter(row -> row.invoice().number().key().equals(first.number().key()))
            .allMatch(row -> row.vendor().equals(vendor.number()))
        && vendor.askable().draw(Desk.BUYER, first, Set.of(), rules, random).isPresent();
  }

  /** The vendors that can be challenged: at least one of their invoices leads to another. */
  List<Vendor> challengeable(RandomGenerator random) {
    return vendors.stream()
        .filter(vendor -> !vendor.askable().best().isEmpty())
        .filter(
            vendor -> vendor.recent().stream().anyMatch(first -> leadsOn(vendor, first, random)))
        .toList();
  }
}
