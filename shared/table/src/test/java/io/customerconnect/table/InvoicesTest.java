package io.customerconnect.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.InvoiceColumn;
import io.customerconnect.domain.feed.InvoiceRow;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.feed.RowOutcome;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Invoices that come as rows of files, in any order, again, and at the same moment. */
class InvoicesTest {
  private static final TestTable TEST_TABLE = DynamoDbLocal.freshTable();
  private static final FileVersion OLD =
      new FileVersion(Instant.parse("2026-03-02T08:00:00Z"), "old");
  private static final FileVersion NEW =
      new FileVersion(OLD.createdAt().plus(Duration.ofDays(1)), "new");
  private static final RowOutcome LOADED = new RowOutcome.Loaded(List.of());
  private static final RowOutcome UNCHANGED = new RowOutcome.Unchanged(List.of());

  private final Invoices invoices = new Invoices(new Table(TEST_TABLE.client(), TEST_TABLE.name()));
  private final LegalEntityId buyer = new LegalEntityId("b-" + UUID.randomUUID());

  private Invoices.Row row(
      FileVersion file, long line, String vendor, String number, String total) {
    return row(
        file,
        line,
        Map.of(
            InvoiceColumn.VENDOR_NUMBER, vendor,
            InvoiceColumn.INVOICE_NUMBER, number,
            InvoiceColumn.TOTAL_WITH_VAT, total));
  }

  private Invoices.Row row(FileVersion file, long line, Map<InvoiceColumn, String> cells) {
    Map<InvoiceColumn, String> all = new EnumMap<>(InvoiceColumn.class);
    all.put(InvoiceColumn.ISSUE_DATE, "2026-02-27");
    all.put(InvoiceColumn.CURRENCY, "EUR");
    all.putAll(cells);
    InvoiceRow read =
        InvoiceRow.read(
            line,
            column -> all.getOrDefault(column, ""),
            new InvoiceRow.Context(
                buyer, file.createdAt(), Set.of(InvoiceColumn.EXPECTED_PAYMENT_DATE)));
    if (read instanceof InvoiceRow.Valid(HistoricInvoice invoice)) {
      return new Invoices.Row(invoice, new Revision(file, line));
    }
    throw new AssertionError(read);
  }

  private RowOutcome load(Invoices.Row row) {
    return invoices.load(List.of(row)).outcomes().getFirst();
  }

  private List<String> totals(String number) {
    return invoices.withNumber(buyer, new InvoiceNumber(number)).stream()
        .map(invoice -> invoice.vendor() + " " + invoice.total())
        .toList();
  }

  @Test
  void anInvoiceIsReadBackAsItWasWritten() {
    Invoices.Row full =
        row(
            OLD,
            2,
            Map.ofEntries(
                Map.entry(InvoiceColumn.VENDOR_NUMBER, "47#11%"),
                Map.entry(InvoiceColumn.VENDOR_NAME, "Schrauben Beispiel GmbH"),
                Map.entry(InvoiceColumn.VENDOR_VAT_ID, "DE123456789"),
                Map.entry(InvoiceColumn.INVOICE_NUMBER, "RE#7/2026"),
                Map.entry(InvoiceColumn.TOTAL_WITH_VAT, "-1190.50"),
                Map.entry(InvoiceColumn.DOCUMENT_TYPE_CODE, "381"),
                Map.entry(InvoiceColumn.STATUS, "bezahlt"),
                Map.entry(InvoiceColumn.RESPONSE_CODE, "PD"),
                Map.entry(InvoiceColumn.REASON, "PPD"),
                Map.entry(InvoiceColumn.DUE_DATE, "2026-03-27"),
                Map.entry(InvoiceColumn.EXPECTED_PAYMENT_DATE, "2026-04-02"),
                Map.entry(InvoiceColumn.PAID_DATE, "2026-03-01"),
                Map.entry(InvoiceColumn.PAID_AMOUNT, "-90.50"),
                Map.entry(InvoiceColumn.PAYMENT_REFERENCE, "ZL 12")));
    load(full);

    assertThat(invoices.withNumber(buyer, new InvoiceNumber("re#7-2026")))
        .containsExactly(full.invoice());
    assertThat(invoices.newest(buyer, new VendorNumber("47#11%"), 10))
        .containsExactly(full.invoice());
  }

  @Test
  void aNumberIsFoundForAllVendorsByOneQuery() {
    load(row(OLD, 2, "1", "0042", "10.00"));
    load(row(OLD, 3, "2", "42", "20.00"));
    load(row(OLD, 4, "2", "43", "30.00"));

    assertThat(
            TEST_TABLE
                .meter()
                .during(
                    () -> assertThat(totals("00-42")).containsExactly("1 10.00 EUR", "2 20.00 EUR"))
                .requestsByOperation())
        .isEqualTo(Map.of("Query", 1));
  }

  @Test
  void aVendorsInvoicesComeTheNewestFirst() {
    List<Invoices.Row> rows = new ArrayList<>();
    for (int day = 1; day <= 28; day++) {
      rows.add(
          row(
              OLD,
              day,
              Map.of(
                  InvoiceColumn.VENDOR_NUMBER,
                  "4711",
                  InvoiceColumn.INVOICE_NUMBER,
                  "RE-" + day,
                  InvoiceColumn.ISSUE_DATE,
                  "2026-01-%02d".formatted(day),
                  InvoiceColumn.TOTAL_WITH_VAT,
                  "1.00")));
    }
    invoices.load(rows);

    assertThat(invoices.newest(buyer, new VendorNumber("4711"), 3))
        .extracting(invoice -> invoice.issueDate().getDayOfMonth())
        .containsExactly(28, 27, 26);
    assertThat(invoices.newest(buyer, new VendorNumber("4711"), 100)).hasSize(28);
    assertThat(invoices.newest(buyer, new VendorNumber("47"), 100)).isEmpty();
  }

  @Test
  void linesInSeveralLoadsAreOneInvoiceAndComingAgainWriteNothing() {
    List<Invoices.Row> first =
        List.of(row(OLD, 2, "1", "RE-1", "10.00"), row(OLD, 3, "1", "RE-1", "5.00"));
    List<Invoices.Row> second = List.of(row(OLD, 900, "1", "RE-1", "0.50"));
    invoices.load(first);
    invoices.load(second);

    assertThat(totals("RE-1")).containsExactly("1 15.50 EUR");
    assertThat(
            TEST_TABLE
                .meter()
                .during(
                    () -> {
                      assertThat(invoices.load(first).outcomes()).containsExactly(LOADED, LOADED);
                      assertThat(invoices.load(second).outcomes()).containsExactly(LOADED);
                    })
                .toString())
        .endsWith("0 WCU");
    assertThat(totals("RE-1")).containsExactly("1 15.50 EUR");
  }

  @Test
  void aNewerFileReplacesAllLinesAndAnOlderOneNone() {
    invoices.load(List.of(row(OLD, 2, "1", "RE-1", "10.00"), row(OLD, 3, "1", "RE-1", "5.00")));

    assertThat(load(row(NEW, 2, "1", "RE-1", "7.00"))).isEqualTo(LOADED);
    assertThat(load(row(OLD, 3, "1", "RE-1", "5.00"))).isEqualTo(new RowOutcome.Superseded());
    assertThat(totals("RE-1")).containsExactly("1 7.00 EUR");
  }

  @Test
  void theMomentThatARowIsAboutCountsMoreThanItsFile() {
    Map<InvoiceColumn, String> late =
        Map.of(
            InvoiceColumn.VENDOR_NUMBER, "1",
            InvoiceColumn.INVOICE_NUMBER, "RE-1",
            InvoiceColumn.TOTAL_WITH_VAT, "1.00",
            InvoiceColumn.AS_OF, "2026-03-01T00:00:00Z");
    load(row(OLD, 2, "1", "RE-1", "10.00"));

    assertThat(load(row(NEW, 2, late))).isEqualTo(new RowOutcome.Superseded());
    assertThat(totals("RE-1")).containsExactly("1 10.00 EUR");
  }

  @Test
  void aNewerFileThatSaysTheSameIsToldSoEachTime() {
    List<Invoices.Row> old =
        List.of(row(OLD, 2, "1", "RE-1", "10.00"), row(OLD, 3, "1", "RE-1", "5.00"));
    List<Invoices.Row> same =
        List.of(row(NEW, 7, "1", "RE-1", "10.00"), row(NEW, 8, "1", "RE-1", "5.00"));
    invoices.load(old);

    assertThat(invoices.load(same).outcomes()).containsExactly(UNCHANGED, UNCHANGED);
    assertThat(invoices.load(same).outcomes()).containsExactly(UNCHANGED, UNCHANGED);
    assertThat(invoices.load(old).outcomes())
        .containsExactly(new RowOutcome.Superseded(), new RowOutcome.Superseded());
  }

  @Test
  void linesLoadedAtTheSameMomentAreAllInTheSum() throws Exception {
    List<Future<RowOutcome>> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int line = 2; line < 14; line++) {
        Invoices.Row row = row(OLD, line, "1", "RE-1", "1.00");
        outcomes.add(threads.submit(() -> again(row)));
      }
    }
    for (Future<RowOutcome> outcome : outcomes) {
      assertThat(outcome.get()).isEqualTo(LOADED);
    }

    assertThat(totals("RE-1")).containsExactly("1 12.00 EUR");
  }

  /** As a queue does with a message that failed. */
  private RowOutcome again(Invoices.Row row) {
    while (true) {
      try {
        return load(row);
      } catch (ConflictException _) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void theSameNumberOnTwoDatesIsTwoInvoices() {
    load(row(OLD, 2, "1", "JAN", "1.00"));
    load(
        row(
            OLD,
            3,
            Map.of(
                InvoiceColumn.VENDOR_NUMBER, "1",
                InvoiceColumn.INVOICE_NUMBER, "JAN",
                InvoiceColumn.ISSUE_DATE, "2025-02-27",
                InvoiceColumn.TOTAL_WITH_VAT, "2.00")));

    assertThat(totals("JAN")).containsExactly("1 2.00 EUR", "1 1.00 EUR");
  }

  @Test
  void aHundredInvoicesTakeOneReadAndOneTransaction() {
    List<Invoices.Row> rows = new ArrayList<>();
    for (int i = 0; i < Invoices.MAX_INVOICES; i++) {
      rows.add(row(OLD, i + 2, "1", "RE-" + i, "1.00"));
    }

    assertThat(TEST_TABLE.meter().during(() -> invoices.load(rows)).requestsByOperation())
        .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
  }
}
