package io.customerconnect.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.testing.PublicData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /**
   * A buyer that does not publish its payments: else its approval were needed after the proof. What
   * its books hold was really paid, in other years.
   */
  @Test
  void supplierOfARealLedgerProvesItselfAndSeesItsInvoicesAndNoOthers() throws IOException {
    Optional<Path> data =
        PublicData.folderFor("that a supplier of a real ledger sees all of its invoices");
    if (data.isEmpty()) {
      return;
    }
    Ledger ledger =
        Ledger.read(
            data.get().resolve("invoice_headers_uk_calderdale.csv.gz"),
            LocalDate.ofInstant(stack.now(), ZoneOffset.UTC).minusMonths(1));
    stack.deliver("directory/ledger.csv", bytes(Ledger.DIRECTORY));
    stack.settle();
    deliver(Ledger.BUYER, ledger.csv());

    Json.Obj asked =
        (Json.Obj)
            supplier
                .post("/connections", "{\"legalEntityIds\":[\"" + Ledger.BUYER + "\"]}")
                .json()
                .items("results")
                .getFirst();
    assertThat(asked.require("outcome")).isEqualTo("challenge");
    String challenge = "/challenges/" + asked.require("challengeId");
    Json.Obj second =
        supplier.post(challenge + "/step-1", ledger.newest().wholeAnswer().toText()).json();
    assertThat(second.require("state")).isEqualTo("step-2");
    Json.Obj passed =
        supplier
            .post(
                challenge + "/step-2",
                Json.object()
                    .with(
                        "answers",
                        second.items("invoiceNumbers"),
                        number -> ledger.invoice(((Json.Str) number).text()).answer())
                    .toText())
            .json();
    assertThat(passed.require("state")).isEqualTo("passed");
    stack.settle();

    List<Paid> seen = invoices(Ledger.BUYER).stream().map(Paid::of).toList();
    System.out.println(
        "ledger: %d rows in the file, %d invoices of vendor %s, all seen"
            .formatted(ledger.rows(), seen.size(), Ledger.VENDOR));
    assertThat(seen).containsExactlyInAnyOrderElementsOf(ledger.invoices());
    assertThat(customer(Ledger.BUYER).require("freshness")).isEqualTo("current");
    assertThat(customer(Ledger.BUYER).requireNumber("invoices")).isEqualTo(seen.size());
  }

  /** An invoice of a ledger, and as it should be seen. */
  private record Paid(String number, LocalDate issued, int type, BigDecimal total) {
    static Paid of(Json.Obj row) {
      return new Paid(
          new InvoiceNumber(row.require("invoiceNumber")).key(),
          LocalDate.parse(row.require("issueDate")),
          (int) row.requireNumber("documentTypeCode"),
          new BigDecimal(row.require("totalWithVat")));
    }

    Paid plus(Paid line) {
      return new Paid(number, issued, type, total.add(line.total));
    }

    Json.Obj answer() {
      return Json.object()
          .with("invoiceDate", issued.toString())
          .with("invoiceAmount", total.toPlainString());
    }

    Json.Obj wholeAnswer() {
      return answer().with("invoiceNumber", number);
    }
  }

  /**
   * A part of a ledger as a buyer's file: all of one vendor, among every so many of the others.
   *
   * @param invoices of the vendor
   */
  private record Ledger(String csv, int rows, List<Paid> invoices) {
    private static final String BUYER = "ledger-council";
    private static final String DIRECTORY =
        """
        legalEntityId,legalName,country,city,policy,publishesInvoices,contactName,contactEmail,contactLanguage
        ledger-council,Ledger Valley Council,GB,Halifax,challenge,false,Pat Ledger,pat@ledger.example,en
        """;
    private static final String VENDOR = "S183100";
    private static final int EVERY = 40;

    /**
     * Reads it.
     *
     * @param newest the day that the vendor's last invoice is moved to, and all others with it
     */
    static Ledger read(Path file, LocalDate newest) throws IOException {
      List<NamedCsvRecord> rows = new ArrayList<>();
      try (CsvReader<NamedCsvRecord> records =
          CsvReader.builder().ofNamedCsvRecord(PublicData.reader(file))) {
        int place = 0;
        for (NamedCsvRecord row : records) {
          if (isVendors(row) || place++ % EVERY == 0) {
            rows.add(row);
          }
        }
      }
      LocalDate last =
          rows.stream()
              .filter(Ledger::isVendors)
              .map(row -> LocalDate.parse(row.getField("invoice_date")))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      Period later = last.until(newest);
      StringBuilder csv =
          new StringBuilder(
              "vendorNumber,invoiceNumber,issueDate,totalWithVat,currency,documentTypeCode\n");
      Map<List<Object>, Paid> invoices = new LinkedHashMap<>();
      for (NamedCsvRecord row : rows) {
        BigDecimal amount = new BigDecimal(row.getField("amount")).setScale(2);
        int type = amount.signum() < 0 ? 381 : 380;
        LocalDate issued = LocalDate.parse(row.getField("invoice_date")).plus(later);
        String number = row.getField("invoice_number");
        csv.append(
            "%s,\"%s\",%s,%s,%s,%d\n"
                .formatted(
                    row.getField("supplier_id"),
                    number.replace("\"", "\"\""),
                    issued,
                    amount.toPlainString(),
                    row.getField("currency"),
                    type));
        if (isVendors(row)) {
          Paid line = new Paid(new InvoiceNumber(number).key(), issued, type, amount);
          invoices.merge(List.of(line.number(), issued, type), line, Paid::plus);
        }
      }
      return new Ledger(csv.toString(), rows.size(), List.copyOf(invoices.values()));
    }

    private static boolean isVendors(NamedCsvRecord row) {
      return row.getField("supplier_id").equals(VENDOR);
    }

    Paid newest() {
      return invoices.stream().max(Comparator.comparing(Paid::issued)).orElseThrow();
    }

    Paid invoice(String number) {
      String key = new InvoiceNumber(number).key();
      return invoices.stream().filter(one -> one.number().equals(key)).findFirst().orElseThrow();
    }
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** Each is about an invoice of its own, and moved to a year that is not over yet. */
  @Test
  void allExamplesOfInvoiceResponseAreShownWithTheirCodeAndReason() throws IOException {
    Optional<Path> data =
        PublicData.folderFor("that Peppol's examples of Invoice Response are shown");
    if (data.isEmpty()) {
      return;
    }
    List<Path> examples = examples(data.get().resolve("peppol/invoice-response"));
    String customer = connected("hafenkron", "77");
    deliver(
        customer,
        "vendorNumber,invoiceNumber,issueDate,totalWithVat,currency,asOf\n"
            + examples.stream()
                .map(
                    example ->
                        "77," + number(example) + ",2026-09-22,10.00,EUR,2025-01-01T00:00:00Z\n")
                .collect(joining()));

    for (Path example : examples) {
      stack.deliver(
          "invoices/" + customer + "/" + number(example) + ".xml",
          bytes(
              Files.readString(example)
                  .replace("inv021", number(example))
                  .replace("2017-", "2025-")
                  .replace("2018-", "2026-")));
    }
    stack.settle();
    pass(Duration.ofMinutes(1));

    assertThat(invoices(customer))
        .extracting(InvoicesStoryTest::said)
        .containsExactlyInAnyOrder(
            "InvoiceResponse_Example: RE, NOA, BT-48 is EU123456789, VAT Reference not found",
            "uc001: IP",
            "uc002a: IP, NOA, Buyer process reference is X001",
            "uc003: AP",
            "uc004a: RE, REF, A textual explanation for why the invoice is being rejected. E.g. PO"
                + " reference is missing.",
            "uc005: CA, PAY, BT-9 is 2026-01-15",
            "uc006a: UQ, REF, PIN, BT-13 is PO0001",
            "uc007: PD");
  }

  /** Code, reasons, actions, corrections and words of an invoice's status. */
  private static String said(Json.Obj row) {
    Json.Obj status = row.object("status");
    return row.require("invoiceNumber")
        + ": "
        + Stream.of(
                Stream.of(status.require("code")),
                texts(status, "reasons"),
                texts(status, "actions"),
                status.items("corrections").stream()
                    .map(Json.Obj.class::cast)
                    .map(one -> one.require("term") + " is " + one.require("value")),
                status.string("text").stream())
            .flatMap(texts -> texts)
            .collect(joining(", "));
  }

  private static Stream<String> texts(Json.Obj status, String list) {
    return status.items(list).stream().map(item -> ((Json.Str) item).text());
  }

  private static List<Path> examples(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  /** By the example's name: the number of the invoice that it is about. */
  private static String number(Path example) {
    return example.getFileName().toString().replaceFirst("^(T111-)?([^-.]+).*", "$2");
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
    stack.deliver("invoices/" + customer + "/ledger.csv", bytes(csv));
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
