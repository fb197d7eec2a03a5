package io.customerconnect.functions.feeds;

import static io.customerconnect.testing.Fixtures.customer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import io.customerconnect.testing.functions.FileScene;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of historic invoices from the bucket to the books and the report (P37, P40). */
class InvoiceFilesTest {
  private static final TestTable TABLE = DynamoDbLocal.freshTable();
  private static final FileScene FEEDS =
      new FileScene(TABLE, SplitFileHandler::new, LoadChunkHandler::new, ReadyBooksHandler::new);
  private static final String HEADER =
      "vendorNumber,invoiceNumber,issueDate,totalWithVat,currency,status\n";

  private final Table table = new Table(TABLE.client(), TABLE.name());
  private final Invoices invoices = new Invoices(table);
  private final LegalEntityId buyer = new LegalEntityId("b-" + UUID.randomUUID());
  private final String key = "invoices/" + buyer + "/2026-03.csv";

  @BeforeEach
  void theBuyerIsInTheDirectory() {
    new DirectoryStore(table)
        .load(
            List.of(
                new DirectoryStore.Row(
                    customer(buyer.value()),
                    new Revision(new FileVersion(Instant.EPOCH, "0"), 2))));
  }

  @AfterAll
  static void stop() {
    FEEDS.close();
  }

  private static String row(String number, String total) {
    return "4711,%s,2026-02-27,%s,EUR,gebucht\n".formatted(number, total);
  }

  /** Bad rows: they fill chunks, and cost nothing. */
  private static String filler(int rows) {
    return "4711,S/N,2026-02-27,1.00,EUR,\n".repeat(rows);
  }

  private List<String> totals(String number) {
    return invoices.withNumber(buyer, new InvoiceNumber(number)).stream()
        .map(HistoricInvoice::total)
        .map(Object::toString)
        .toList();
  }

  private static String rows(Json.Obj report) {
    Json.Obj rows = report.object("rows");
    return "%d in, %d loaded, %d unchanged, %d superseded, %d rejected"
        .formatted(
            rows.requireNumber("in"),
            rows.requireNumber("loaded"),
            rows.requireNumber("unchanged"),
            rows.requireNumber("superseded"),
            rows.requireNumber("rejected"));
  }

  @Test
  void goodRowsAreInTheBooksAndBadOnesInTheReport() {
    Json.Obj report =
        FEEDS.deliver(
            key,
            HEADER
                + row("RE-1", "119.00")
                + row("RE-2", "NaN")
                + row("S/N", "1.00")
                + "4711,RE-3,0219-02-27,1.00,EUR,\n"
                + "4711,RE-4,2026-02-27,1190,JPY,=cmd|'/c calc'!A0\n");

    assertThat(totals("re 1")).containsExactly("119.00 EUR");
    assertThat(totals("RE-4")).containsExactly("1190 JPY");
    assertThat(invoices.withNumber(buyer, new InvoiceNumber("RE4")).getFirst().status().word())
        .contains("=cmd|'/c calc'!A0");
    assertThat(rows(report)).isEqualTo("5 in, 2 loaded, 0 unchanged, 0 superseded, 3 rejected");
    assertThat(report.items("rejects"))
        .extracting(
            item ->
                ((Json.Obj) item).requireNumber("line") + " " + ((Json.Obj) item).require("reason"))
        .containsExactly("3 invalid-amount", "4 invalid-invoice-number", "5 invalid-date");
  }

  @Test
  void linesOfAnInvoiceAreOneInvoiceWhereverTheyStandAndHoweverOftenTheyCome() {
    String file =
        HEADER
            + row("RE-1", "100.00")
            + row("RE-1", "19.00")
            + filler(2_100)
            + row("RE-1", "0.50")
            + filler(2_100)
            + row("RE-1", "-0.25");
    FEEDS.split(FEEDS.drop(key, file));
    List<String> chunks = FEEDS.chunks();
    assertThat(chunks).hasSizeGreaterThan(2);
    Collections.reverse(chunks);
    chunks.forEach(FEEDS::load);
    chunks.forEach(FEEDS::load);

    assertThat(totals("RE-1")).containsExactly("119.25 EUR");
    assertThat(rows(FEEDS.report(key)))
        .isEqualTo("4204 in, 4 loaded, 0 unchanged, 0 superseded, 4200 rejected");

    assertThat(rows(FEEDS.deliver(key, HEADER + row("RE-1", "119.25"))))
        .startsWith("1 in, 1 loaded, 0 unchanged");
    assertThat(totals("RE-1")).containsExactly("119.25 EUR");
  }

  @Test
  void linesThatFollowOneAnotherAreInOneChunk() {
    String lines = row("RE-1", "1.00").repeat(128);
    FEEDS.split(FEEDS.drop(key, HEADER + filler(1_950) + lines + row("RE-2", "1.00")));

    List<String> chunks = FEEDS.chunks();
    assertThat(chunks).hasSize(2);
    FEEDS.load(chunks.getFirst());
    assertThat(totals("RE-1")).containsExactly("128.00 EUR");
    assertThat(totals("RE-2")).isEmpty();
  }

  @Test
  void theSameFileAgainIsAllUnchanged() {
    String file = HEADER + row("RE-1", "100.00") + row("RE-1", "19.00") + row("RE-2", "5.00");
    FEEDS.deliver(key, file);

    assertThat(rows(FEEDS.deliver(key, file)))
        .isEqualTo("3 in, 3 loaded, 3 unchanged, 0 superseded, 0 rejected");
  }

  @Test
  void anOlderFileThatIsLoadedLateChangesNothing() {
    String older = "invoices/" + buyer + "/older.csv";
    FEEDS.split(FEEDS.drop(older, HEADER + row("RE-1", "1.00") + row("RE-2", "2.00")));
    List<String> late = FEEDS.chunks();
    FEEDS.deliver(key, HEADER + row("RE-1", "100.00"));

    late.forEach(FEEDS::load);

    assertThat(totals("RE-1")).containsExactly("100.00 EUR");
    assertThat(rows(FEEDS.report(older)))
        .isEqualTo("2 in, 1 loaded, 0 unchanged, 1 superseded, 0 rejected");
  }

  @Test
  void aFileMayServeSeveralLegalEntitiesOfTheDirectory() {
    Json.Obj report =
        FEEDS.deliver(
            key,
            "legalEntityId,vendorNumber,invoiceNumber,issueDate,totalWithVat,currency\n"
                + ",1,RE-1,2026-02-27,1.00,EUR\n"
                + "nobody-%s,1,RE-2,2026-02-27,1.00,EUR\n".formatted(buyer));

    assertThat(totals("RE-1")).containsExactly("1.00 EUR");
    assertThat(((Json.Obj) report.items("rejects").getFirst()).require("reason"))
        .isEqualTo("unknown-legal-entity");
  }

  @Test
  void aKeyThatNamesNoLegalEntityIsRefused() {
    Json.Obj report = FEEDS.deliver("invoices/2026-03.csv", HEADER + row("RE-1", "1.00"));

    assertThat(report.object("fault").require("reason")).isEqualTo("invalid-key");
  }

  @Test
  void aUblInvoiceIsInTheBooks() {
    String ubl =
        """
        <Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
            xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
            xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>
          <cbc:ID>RE-9</cbc:ID><cbc:IssueDate>2026-02-27</cbc:IssueDate>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:AccountingSupplierParty>
            <cbc:CustomerAssignedAccountID>4711</cbc:CustomerAssignedAccountID>
          </cac:AccountingSupplierParty>
          <cac:LegalMonetaryTotal>
            <cbc:TaxInclusiveAmount>%s</cbc:TaxInclusiveAmount>
          </cac:LegalMonetaryTotal>
        </Invoice>
        """;
    String xml = "invoices/" + buyer + "/re-9.xml";

    assertThat(rows(FEEDS.deliver(xml, ubl.formatted("1190.00"))))
        .isEqualTo("1 in, 1 loaded, 0 unchanged, 0 superseded, 0 rejected");
    assertThat(totals("RE-9")).containsExactly("1190.00 EUR");
    assertThat(rows(FEEDS.deliver(xml, ubl.formatted("NaN"))))
        .isEqualTo("1 in, 0 loaded, 0 unchanged, 0 superseded, 1 rejected");
    assertThat(FEEDS.deliver(xml, "<!DOCTYPE x>" + ubl).object("fault").require("reason"))
        .isEqualTo("doctype");
    assertThat(totals("RE-9")).containsExactly("1190.00 EUR");
  }

  private static String reply(String number, String code, String reason, String issued) {
    return """
        <ApplicationResponse
            xmlns='urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2'
            xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
            xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>
          <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:invoice_response:3</cbc:CustomizationID>
          <cbc:ID>R-1</cbc:ID><cbc:IssueDate>%s</cbc:IssueDate>
          <cbc:IssueTime>07:00:00Z</cbc:IssueTime>
          <cac:ReceiverParty><cbc:EndpointID schemeID='9930'>4712</cbc:EndpointID></cac:ReceiverParty>
          <cac:DocumentResponse>
            <cac:Response><cbc:ResponseCode>%s</cbc:ResponseCode><cac:Status>
              <cbc:StatusReasonCode listID='OPStatusReason'>%s</cbc:StatusReasonCode>
            </cac:Status></cac:Response>
            <cac:DocumentReference><cbc:ID>%s</cbc:ID>
              <cbc:DocumentTypeCode>380</cbc:DocumentTypeCode></cac:DocumentReference>
          </cac:DocumentResponse>
        </ApplicationResponse>
        """
        .formatted(issued, code, reason, number);
  }

  private String code(String number) {
    return invoices.ofVendor(buyer, new VendorNumber("4711"), Optional.empty(), 10).stream()
        .map(found -> found.invoice().current())
        .filter(invoice -> invoice.number().written().equals(number))
        .map(invoice -> invoice.status().code().map(Object::toString).orElse("-"))
        .collect(Collectors.joining(","));
  }

  @Test
  void aMessageUpdatesTheStatusOfItsInvoiceWhenItIsNewerThanTheFile() {
    String message = "invoices/" + buyer + "/reply.xml";
    String day = "2026-03-02";
    FEEDS.deliver(
        key,
        HEADER.replace("status", "status,asOf")
            + "4711,RE-1,2026-02-27,9.00,EUR,gebucht,2026-03-01T00:00:00Z\n");

    assertThat(rows(FEEDS.deliver(message, reply("re 1", "UQ", "PRI", day))))
        .isEqualTo("1 in, 1 loaded, 0 unchanged, 0 superseded, 0 rejected");
    assertThat(code("RE-1")).isEqualTo("UNDER_QUERY");
    assertThat(totals("RE-1")).containsExactly("9.00 EUR");
    assertThat(
            rows(
                FEEDS.deliver(
                    "invoices/" + buyer + "/old.xml", reply("RE-1", "AP", "NON", "2026-03-01"))))
        .isEqualTo("1 in, 0 loaded, 0 unchanged, 1 superseded, 0 rejected");
    assertThat(code("RE-1")).isEqualTo("UNDER_QUERY");

    FEEDS.deliver(key, HEADER + row("RE-1", "9.00"));
    assertThat(code("RE-1")).as("the file is newer").isEqualTo("-");
  }

  @Test
  void aMessageAboutNoInvoiceOrOneOfSeveralSaysSo() {
    String message = "invoices/" + buyer + "/reply.xml";
    assertThat(rows(FEEDS.deliver(message, reply("RE-1", "AP", "NON", "2026-03-02"))))
        .endsWith("1 rejected");

    FEEDS.deliver(key, HEADER + row("RE-1", "9.00") + row("RE-1", "9.00").replace("4711", "4713"));
    Json.Obj report = FEEDS.deliver(message, reply("RE-1", "AP", "NON", "2026-03-02"));
    assertThat(((Json.Obj) report.items("rejects").getFirst()).require("reason"))
        .isEqualTo("unknown-invoice");
    assertThat(((Json.Obj) report.items("rejects").getFirst()).require("text"))
        .startsWith("Several invoices");

    FEEDS.deliver(key, HEADER + row("RE-1", "9.00").replace("4711", "4712"));
    assertThat(rows(FEEDS.deliver(message, reply("RE-1", "AP", "NON", "2026-03-02"))))
        .endsWith("0 rejected");
  }

  @Test
  void aMessageThatIsNotAsItShouldBeIsRefusedAsAWhole() {
    String message = "invoices/" + buyer + "/reply.xml";

    assertThat(
            FEEDS
                .deliver(message, reply("RE-1", "XX", "NON", "2026-03-02"))
                .object("fault")
                .require("reason"))
        .isEqualTo("invalid-message");
    assertThat(
            FEEDS
                .deliver(message, reply("RE-1", "RE", "NON", "2026-03-02"))
                .object("fault")
                .require("text"))
        .contains("must say why");
  }

  /** The bucket's news says how large it is; not a byte of it is fetched. */
  @Test
  void aDocumentOfAGigabyteIsRefusedUnread() {
    String xml = "invoices/" + buyer + "/huge.xml";
    String news = FEEDS.drop(xml, "<Invoice/>".getBytes(UTF_8));
    assertThat(news).contains("\"size\":10,");

    FEEDS.split(news.replace("\"size\":10", "\"size\":" + (1L << 30)));

    assertThat(FEEDS.report(xml).object("fault").require("reason")).isEqualTo("too-large");
  }
}
