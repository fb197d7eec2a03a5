package io.customerconnect.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.NamedDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceRowTest {
  private static final Instant DELIVERED = Instant.parse("2026-03-02T08:00:00Z");
  private static final LegalEntityId OWNER = new LegalEntityId("nordwind-1");
  private static final Map<String, String> LEAST =
      Map.of(
          "vendorNumber", "4711",
          "invoiceNumber", "RE-2026/007",
          "issueDate", "2026-02-27",
          "totalWithVat", "1190.00",
          "currency", "EUR");

  private static InvoiceRow read(Map<String, String> cells, Set<InvoiceColumn> columns) {
    return InvoiceRow.read(
        7,
        column -> cells.getOrDefault(column.header(), ""),
        new InvoiceRow.Context(OWNER, DELIVERED, columns));
  }

  private static InvoiceRow with(String... cells) {
    Map<String, String> all = new HashMap<>(LEAST);
    for (int i = 0; i < cells.length; i += 2) {
      all.put(cells[i], cells[i + 1]);
    }
    return read(all, EnumSet.allOf(InvoiceColumn.class));
  }

  private static HistoricInvoice invoice(InvoiceRow row) {
    assertThat(row).isInstanceOf(InvoiceRow.Valid.class);
    return ((InvoiceRow.Valid) row).invoice();
  }

  private static List<Reject> rejects(InvoiceRow row) {
    assertThat(row).isInstanceOf(InvoiceRow.Refused.class);
    return ((InvoiceRow.Refused) row).rejects();
  }

  @Test
  void aTimeLaterThanTheDeliveryIsTheDelivery() {
    InvoiceRow row = with("asOf", DELIVERED.plusSeconds(1).toString());

    assertThat(invoice(row).asOf()).isEqualTo(DELIVERED);
  }

  @Test
  void theRequiredColumnsAreEnough() {
    HistoricInvoice invoice = invoice(read(LEAST, Set.of()));

    assertThat(invoice.legalEntity()).isEqualTo(OWNER);
    assertThat(invoice.vendor()).isEqualTo(new VendorNumber("4711"));
    assertThat(invoice.number()).isEqualTo(new InvoiceNumber("RE-2026/007"));
    assertThat(invoice.issueDate()).isEqualTo(LocalDate.parse("2026-02-27"));
    assertThat(invoice.total()).hasToString("1190.00 EUR");
    assertThat(invoice.documentType()).isEqualTo(DocumentTypeCode.COMMERCIAL_INVOICE);
    assertThat(invoice.asOf()).isEqualTo(DELIVERED);
    assertThat(invoice.expectedPayment()).isEqualTo(new NamedDate.Unsaid());
    assertThat(invoice.dueDate()).isEmpty();
  }

  @Test
  void everyColumnIsRead() {
    HistoricInvoice invoice =
        invoice(
            with(
                "legalEntityId", "nordwind-2",
                "vendorName", "Schrauben Beispiel GmbH",
                "vendorVatId", "DE123456789",
                "currency", "jpy",
                "totalWithVat", "-1190",
                "documentTypeCode", "381",
                "status", "gesperrt",
                "responseCode", "uq",
                "reason", "PRI",
                "dueDate", "2026-03-27",
                "expectedPaymentDate", "2026-04-02",
                "paidDate", "2026-03-01",
                "paidAmount", "-90",
                "paymentReference", "ZL 12",
                "asOf", "2026-03-01T23:00:00+01:00"));

    assertThat(invoice.legalEntity()).isEqualTo(new LegalEntityId("nordwind-2"));
    assertThat(invoice.vendorName()).contains("Schrauben Beispiel GmbH");
    assertThat(invoice.total()).hasToString("-1190 JPY");
    assertThat(invoice.documentType()).isEqualTo(DocumentTypeCode.COMMERCIAL_CREDIT_NOTE);
    assertThat(invoice.status().word()).contains("gesperrt");
    assertThat(invoice.status().code()).contains(ResponseCode.UNDER_QUERY);
    assertThat(invoice.status().clarification().reasons()).containsExactly(StatusReason.PRICES);
    assertThat(invoice.status().payment().amount().orElseThrow()).hasToString("-90 JPY");
    assertThat(invoice.status().payment().reference()).contains("ZL 12");
    assertThat(invoice.dueDate()).contains(LocalDate.parse("2026-03-27"));
    assertThat(invoice.expectedPayment())
        .isEqualTo(new NamedDate.On(LocalDate.parse("2026-04-02")));
    assertThat(invoice.asOf()).isEqualTo(Instant.parse("2026-03-01T22:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          invoiceNumber, S/N, INVALID_INVOICE_NUMBER
          invoiceNumber, s/nº, INVALID_INVOICE_NUMBER
          invoiceNumber, 000, INVALID_INVOICE_NUMBER
          invoiceNumber, ---, INVALID_INVOICE_NUMBER
          issueDate, 0219-05-06, INVALID_DATE
          issueDate, 2026-02-31, INVALID_DATE
          issueDate, 27.02.2026, INVALID_DATE
          issueDate, 1900-01-01, INVALID_DATE
          issueDate, 2026-03-04, INVALID_DATE
          issueDate, 26-02-27, INVALID_DATE
          totalWithVat, NaN, INVALID_AMOUNT
          totalWithVat, Infinity, INVALID_AMOUNT
          totalWithVat, 1e9, INVALID_AMOUNT
          totalWithVat, '1.234,56', INVALID_AMOUNT
          totalWithVat, 1234567890123456789012345678901234567890, INVALID_AMOUNT
          totalWithVat, 1000000000000, INVALID_AMOUNT
          totalWithVat, 1.005, INVALID_AMOUNT
          totalWithVat, =1+1, INVALID_AMOUNT
          currency, EURO, UNKNOWN_CURRENCY
          currency, XYZ, UNKNOWN_CURRENCY
          documentTypeCode, 999, UNKNOWN_DOCUMENT_TYPE
          responseCode, OK, UNKNOWN_RESPONSE_CODE
          dueDate, 2026-13-01, INVALID_DATE
          asOf, yesterday, INVALID_TIME
          paidAmount, ten, INVALID_AMOUNT
          legalEntityId, a b, INVALID_ID
          """)
  void aValueThatIsNoneIsRefused(String column, String text, Reason reason) {
    assertThat(rejects(with(column, text)))
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.column()).contains(column);
              assertThat(reject.reason()).isEqualTo(reason);
              assertThat(reject.text()).isNotBlank();
            });
  }

  @Test
  void numbersOf200CharactersAreRefusedAndFullWidthOnesRead() {
    assertThat(rejects(with("invoiceNumber", "9".repeat(200))))
        .extracting(Reject::reason)
        .containsExactly(Reason.INVALID_INVOICE_NUMBER);
    assertThat(invoice(with("invoiceNumber", "ＲＥ－１２")).number().key()).isEqualTo("RE12");
  }

  /** Such rows prove nothing, and a supplier wants to see them paid all the same. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          totalWithVat, 0.00
          totalWithVat, -0.00
          totalWithVat, -12.50
          invoiceNumber, 12
          invoiceNumber, 18JUN-15JUL
          documentTypeCode, 381
          issueDate, 2003-05-01
          """)
  void aRowThatIsNoQuestionIsAnInvoice(String column, String text) {
    assertThat(with(column, text)).isInstanceOf(InvoiceRow.Valid.class);
  }

  @Test
  void aCodeThatNeedsAReasonIsRefusedWithoutOne() {
    assertThat(rejects(with("responseCode", "RE")))
        .extracting(reject -> reject.column().orElse(""), Reject::reason)
        .containsExactly(tuple("reason", Reason.REQUIRED));
    assertThat(invoice(with("responseCode", "RE", "reason", "Doppelt")).status().clarification())
        .satisfies(why -> assertThat(why.text()).contains("Doppelt"));
    assertThat(with("responseCode", "RE", "status", "abgelehnt"))
        .isInstanceOf(InvoiceRow.Valid.class);
  }

  @Test
  void everyColumnAtFaultIsNamed() {
    assertThat(rejects(read(Map.of("currency", "EUR", "dueDate", "soon"), Set.of())))
        .extracting(reject -> reject.column().orElse(""))
        .containsExactly("vendorNumber", "invoiceNumber", "issueDate", "totalWithVat", "dueDate");
  }

  @Test
  void anEmptyExpectedDateTakesBackAnEarlierOneWhereTheFileHasTheColumn() {
    assertThat(invoice(with()).expectedPayment()).isEqualTo(new NamedDate.None());
  }
}
