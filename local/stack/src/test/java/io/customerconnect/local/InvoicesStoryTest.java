package io.customerconnect.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.testing.PublicData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When will I get paid? From the buyer's file to the supplier's list (P3, P34 to P39). */
class InvoicesStoryTest {
  private static final String HEADER =
      "vendorNumber,invoiceNumber,issueDate,totalWithVat,currency,documentTypeCode,status,dueDate\n";

  private final Stack stack = SharedStack.get();
  private final Api developer = new Api(stack.address(), "");
  private final Api supplier = SharedStack.newSupplier();

  @Test
  void supplierSeesWhenItWillBePaidFromItsConnectionToItsEnd() throws IOException {
    String customer = connected("brenntann", "4711");
    assertThat(customer(customer).require("freshness")).isEqualTo("nothing-delivered");

    deliver(
        customer,
        HEADER
            + "4711,RE-1,2026-01-07,119.00,EUR,,freigegeben,2099-02-06\n"
            + "4711,RE-2,2026-01-08,50.00,EUR,381,freigegeben,2099-02-06\n"
            + "4712,RE-9,2026-01-08,1.00,EUR,,freigegeben,2099-02-06\n");

    assertThat(invoices(customer))
        .extracting(
            row -> row.require("invoiceNumber") + " " + row.object("status").require("code"))
        .containsExactly("RE-1 AP", "RE-2 AP");
    Json.Obj page = supplier.get("/invoices?legalEntityId=" + customer).json();
    assertThat(((Json.Obj) page.items("totals").getFirst()).require("open")).isEqualTo("69.00");
    assertThat(customer(customer).require("freshness")).isEqualTo("current");

    assertThat(supplier.delete("/relationships/" + customer).status()).isEqualTo(204);
    assertThat(invoices(customer)).isEmpty();
    stack.settle();
    assertThat(stack.depth("LoadDeadLetters").waiting()).isZero();
  }

  @Test
  void whatDoesNotFitOnAPageComesWithTheNext() throws IOException {
    String customer = connected("quellmoor molkerei", "60");

    deliver(
        customer,
        HEADER
            + IntStream.rangeClosed(1, 60)
                .mapToObj("60,RE-%1$d,2026-01-07,%1$d.00,EUR,,freigegeben,2099-02-06\n"::formatted)
                .collect(joining()));

    assertThat(invoices(customer)).extracting(row -> row.require("invoiceNumber")).hasSize(60);
  }

  /** The total ends with 6: the test buyer accepts such invoices with a condition. */
  @Test
  void testBuyerTakesAnInvoiceAndPaysItByTheClock() {
    stack.settle();
    assertThat(invoices("test-buyer")).hasSize(8);

    Api.Answer verdict =
        supplier.post(
            "/practice/invoices",
            Json.object()
                .with("invoiceNumber", "P-17")
                .with("issueDate", LocalDate.ofInstant(stack.now(), ZoneOffset.UTC).toString())
                .with("dueDate", "2099-12-25")
                .with("currency", "EUR")
                .with("sellerName", "Quayside Castings Ltd")
                .with("sellerCity", "Bristol")
                .with("sellerCountry", "GB")
                .with("sellerVatId", "GB123456789")
                .with("itemName", "Casting")
                .with("quantity", "3")
                .with("price", "12.35")
                .with("vatRate", "20")
                .toText());
    assertThat(verdict.json().require("verdict")).isEqualTo("accepted");
    stack.settle();
    assertThat(practice()).isEqualTo("AB");

    pass(Duration.ofMinutes(3));
    assertThat(practice()).isEqualTo("IP");
    pass(Duration.ofMinutes(10));
    assertThat(practice()).isEqualTo("CA");
    pass(Duration.ofMinutes(30));
    assertThat(practice()).isEqualTo("PD");
  }

  /** A ledger's own invoice, as it should be seen. */
  private record Expected(BigDecimal total, int type) {}

  @Test
  void supplierOfARealLedgerSeesItsInvoicesAndNoOthers() throws IOException {
    Optional<Path> data =
        PublicData.folderFor("that a supplier of a real ledger sees all of its invoices");
    if (data.isEmpty()) {
      return;
    }
    Ledger ledger = Ledger.read(data.get().resolve("invoice_headers_uk_calderdale.csv.gz"));
    String customer = connected("hafenkron", ledger.vendor());

    deliver(customer, ledger.csv().toString());

    Map<String, Expected> seen = new TreeMap<>();
    for (Json.Obj row : invoices(customer)) {
      Expected before =
          seen.put(
              new InvoiceNumber(row.require("invoiceNumber")).key()
                  + " "
                  + row.require("issueDate")
                  + " "
                  + row.requireNumber("documentTypeCode"),
              new Expected(
                  new BigDecimal(row.require("totalWithVat")),
                  (int) row.requireNumber("documentTypeCode")));
      assertThat(before).isNull();
    }
    System.out.println(
        "ledger: %d rows in the file, %d invoices of vendor %s, all seen"
            .formatted(ledger.rows(), seen.size(), ledger.vendor()));
    assertThat(seen).isEqualTo(ledger.expected());
  }

  /**
   * A part of a ledger as a buyer's file: all of one vendor among those of others.
   *
   * @param expected the vendor's invoices
   */
  private record Ledger(
      String vendor, StringBuilder csv, int rows, Map<String, Expected> expected) {
    private static final String VENDOR = "S183100";
    private static final int OTHERS = 1_500;

    static Ledger read(Path file) throws IOException {
      StringBuilder csv =
          new StringBuilder(
              "vendorNumber,invoiceNumber,issueDate,totalWithVat,currency,documentTypeCode\n");
      Map<String, Expected> expected = new TreeMap<>();
      int rows = 0;
      try (CsvReader<NamedCsvRecord> records =
          CsvReader.builder().ofNamedCsvRecord(PublicData.reader(file))) {
        for (NamedCsvRecord row : records) {
          boolean isVendors = row.getField("supplier_id").equals(VENDOR);
          if (!isVendors && rows >= OTHERS) {
            continue;
          }
          rows++;
          BigDecimal amount = new BigDecimal(row.getField("amount"));
          int type = amount.signum() < 0 ? 381 : 380;
          csv.append(
              "%s,\"%s\",%s,%s,%s,%d\n"
                  .formatted(
                      row.getField("supplier_id"),
                      row.getField("invoice_number").replace("\"", "\"\""),
                      row.getField("invoice_date"),
                      amount.toPlainString(),
                      row.getField("currency"),
                      type));
          if (isVendors) {
            try {
              String key =
                  new InvoiceNumber(row.getField("invoice_number")).key()
                      + " "
                      + row.getField("invoice_date")
                      + " "
                      + type;
              expected.merge(
                  key,
                  new Expected(amount.setScale(2), type),
                  (a, b) -> new Expected(a.total().add(b.total()), type));
            } catch (InvalidValueException _) {
              // A number that is none: the row is rejected.
            }
          }
        }
      }
      return new Ledger(VENDOR, csv, rows, expected);
    }
  }

  private String connected(String name, String vendorNumber) {
    String customer =
        supplier
            .get("/customers?name=" + URLEncoder.encode(name, UTF_8))
            .json()
            .items("results")
            .stream()
            .map(result -> (Json.Obj) result)
            .filter(result -> result.require("kind").equals("legal-entity"))
            .filter(result -> result.require("connect").equals("customer-asked"))
            .findFirst()
            .orElseThrow()
            .require("legalEntityId");
    String ticket =
        ((Json.Obj)
                supplier
                    .post("/connections", "{\"legalEntityIds\":[\"" + customer + "\"]}")
                    .json()
                    .items("results")
                    .getFirst())
            .require("ticketNumber");
    stack.settle();
    URI page =
        stack.mails().mails().stream()
            .filter(mail -> mail.subject().contains(ticket))
            .findFirst()
            .orElseThrow()
            .links()
            .iterator()
            .next();
    Api.submit(page, "decision=confirm&vendorNumber=" + vendorNumber);
    stack.settle();
    return customer;
  }

  private void deliver(String customer, String csv) throws IOException {
    stack.deliver(
        "invoices/" + customer + "/ledger.csv", new ByteArrayInputStream(csv.getBytes(UTF_8)));
    stack.settle();
    pass(Duration.ofMinutes(1));
  }

  private void pass(Duration time) {
    stack.advance(time);
    developer.post("/local/schedules/PlanLoadsEveryMinute", "");
    stack.settle();
  }

  private Json.Obj customer(String customer) {
    return (Json.Obj)
        supplier.get("/invoices?legalEntityId=" + customer).json().items("customers").getFirst();
  }

  private List<Json.Obj> invoices(String customer) {
    List<Json.Obj> all = new ArrayList<>();
    String page = "/invoices?legalEntityId=" + customer;
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      String cursor = next.get().isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next.get(), UTF_8);
      Json.Obj answer = supplier.get(page + cursor).json();
      answer.items("invoices").forEach(row -> all.add((Json.Obj) row));
      next = answer.string("next");
    }
    return all;
  }

  private String practice() {
    return invoices("test-buyer").stream()
        .filter(row -> row.require("invoiceNumber").equals("P-17"))
        .findFirst()
        .orElseThrow()
        .object("status")
        .require("code");
  }
}
