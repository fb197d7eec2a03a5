package io.customerconnect.bench.proof;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.invoice.InvoiceDate;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.testing.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The invoices in one buyer's books, by vendor.
 *
 * @param rejected rows that no feed would load: without a number, with a date that cannot be
 */
public record Ledger(
    String name, Map<String, List<LedgerInvoice>> vendors, LocalDate today, int rejected) {

  /** Waits after the last day until what is dated then has been posted. */
  private static final int POSTED_AFTER_DAYS = 30;

  /** Payments of a British council of more than 500 pounds. */
  public static Ledger council() {
    return read(
            "invoice_headers_uk_calderdale.csv.gz",
            _ -> "council",
            row -> row.getField("supplier_id"),
            "GBP")
        .getFirst();
  }

  /** Receipts that members of a parliament were paid for. */
  public static Ledger receipts() {
    return read(
            "invoices_br_senado.csv.gz", _ -> "receipts", row -> row.getField("supplier_id"), "BRL")
        .getFirst();
  }

  /** Receivables of one supplier, read as five buyers by country with the customers as vendors. */
  public static List<Ledger> receivables() {
    return read(
        "invoices_ibm_ar.csv.gz",
        row -> "receivables " + row.getField("buyer_entity"),
        row -> row.getField("buyer_name"),
        "USD");
  }

  private static List<Ledger> read(
      String file,
      Function<NamedCsvRecord, String> buyer,
      Function<NamedCsvRecord, String> vendor,
      String currency) {
    record Key(String buyer, String vendor, String number, LocalDate date) {}
    Map<Key, LedgerInvoice> invoices = new LinkedHashMap<>();
    Map<String, Integer> rejected = new TreeMap<>();
    Path path = PublicData.require().resolve(file);
    try (BufferedReader reader = PublicData.reader(path);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
      for (NamedCsvRecord row : rows) {
        Optional<LedgerInvoice> read =
            invoice(row, currency).filter(_ -> !vendor.apply(row).isEmpty());
        if (read.isEmpty()) {
          rejected.merge(buyer.apply(row), 1, Integer::sum);
          continue;
        }
        LedgerInvoice invoice = read.get();
        invoices.merge(
            new Key(
                buyer.apply(row), vendor.apply(row), invoice.number().key(), invoice.issueDate()),
            invoice,
            Ledger::sum);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Map<String, List<LedgerInvoice>>> buyers = new TreeMap<>();
    invoices.forEach(
        (key, invoice) ->
            buyers
                .computeIfAbsent(key.buyer(), _ -> new TreeMap<>())
                .computeIfAbsent(key.vendor(), _ -> new ArrayList<>())
                .add(invoice));
    return buyers.entrySet().stream()
        .map(
            entry ->
                new Ledger(
                    entry.getKey(),
                    entry.getValue(),
                    last(entry.getValue()).plusDays(POSTED_AFTER_DAYS),
                    rejected.getOrDefault(entry.getKey(), 0)))
        .toList();
  }

  /** The same as it stands on another day. */
  public Ledger at(LocalDate day) {
    Map<String, List<LedgerInvoice>> then = new TreeMap<>();
    LocalDate from = day.minusMonths(24);
    vendors.forEach(
        (vendor, invoices) -> {
          List<LedgerInvoice> some =
              invoices.stream()
                  .filter(i -> !i.issueDate().isAfter(day) && !i.issueDate().isBefore(from))
                  .toList();
          if (!some.isEmpty()) {
            then.put(vendor, some);
          }
        });
    return new Ledger(name, then, day, rejected);
  }

  /** How many invoices there are. */
  public int size() {
    return vendors.values().stream().mapToInt(List::size).sum();
  }

  /** All of them. */
  public List<LedgerInvoice> all() {
    return vendors.values().stream().flatMap(List::stream).toList();
  }

  /** What the ledger tells as a whole. */
  public LedgerProfile profile() {
    return LedgerProfile.of(all());
  }

  private static Optional<LedgerInvoice> invoice(NamedCsvRecord row, String currency) {
    try {
      Money total = Money.parse(row.getField("amount"), Money.currency(currency));
      return Optional.of(
          new LedgerInvoice(
              new InvoiceNumber(row.getField("invoice_number")),
              InvoiceDate.parse("The date", row.getField("invoice_date")),
              total,
              total.amount().signum() < 0 ? DocumentType.CREDIT_NOTE : DocumentType.INVOICE));
    } catch (InvalidValueException _) {
      return Optional.empty();
    }
  }

  private static LedgerInvoice sum(LedgerInvoice one, LedgerInvoice other) {
    Money total = one.total().plus(other.total());
    return new LedgerInvoice(
        one.number(),
        one.issueDate(),
        total,
        total.amount().signum() < 0 ? DocumentType.CREDIT_NOTE : DocumentType.INVOICE);
  }

  private static LocalDate last(Map<String, List<LedgerInvoice>> vendors) {
    return vendors.values().stream()
        .flatMap(List::stream)
        .map(LedgerInvoice::issueDate)
        .max(LocalDate::compareTo)
        .orElseThrow();
  }
}
