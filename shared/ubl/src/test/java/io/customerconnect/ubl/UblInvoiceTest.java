package io.customerconnect.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UblInvoiceTest {
  private static final String CREDIT_NOTE = Samples.text("credit-note.xml");
  private static final String INVOICE =
      CREDIT_NOTE
          .replace("CreditNote", "Invoice")
          .replace(">381<", ">380<")
          .replace(
              "<cbc:InvoiceTypeCode>",
              "<cbc:DueDate>2026-12-24</cbc:DueDate><cbc:InvoiceTypeCode>");

  @Test
  void aCreditNoteIsReadByItsBusinessTerms() throws Exception {
    assertThat(read(CREDIT_NOTE))
        .isEqualTo(
            new UblInvoice(
                "urn:cen.eu:en16931:2017",
                new InvoiceNumber("G-4711"),
                LocalDate.of(2026, 11, 2),
                DocumentTypeCode.COMMERCIAL_CREDIT_NOTE,
                Optional.of(LocalDate.of(2026, 12, 2)),
                Money.parse("11000", Money.currency("JPY")),
                Optional.of("Seeblick Feinmechanik GmbH"),
                Optional.of("ATU12345678")));
  }

  @Test
  void anInvoiceHasItsDueDateInAnotherPlace() throws Exception {
    assertThat(read(INVOICE).type()).isEqualTo(DocumentTypeCode.COMMERCIAL_INVOICE);
    assertThat(read(INVOICE).due()).contains(LocalDate.of(2026, 12, 24));
  }

  @ParameterizedTest
  @CsvSource({
    "11000</cbc:TaxInclusiveAmount>, 110.50</cbc:TaxInclusiveAmount>, TaxInclusiveAmount",
    ">JPY<, >XYZ<, DocumentCurrencyCode",
    ">381<, >999<, CreditNoteTypeCode",
    "2026-12-02, 2.12.2026, PaymentDueDate",
    "2026-11-02, 2026-02-31, IssueDate",
    "G-4711, S/N, ID",
  })
  void whatIsWrongIsSaidWithItsPlace(String right, String wrong, String place) {
    assertThatThrownBy(() -> read(CREDIT_NOTE.replace(right, wrong)))
        .isInstanceOfSatisfying(
            UblException.class, e -> assertThat(e.place().path()).endsWith("/" + place));
  }

  @Test
  void anOrderIsNoInvoice() {
    assertThatThrownBy(() -> read(CREDIT_NOTE.replace("CreditNote", "Order")))
        .hasMessage("This is neither a UBL Invoice nor a UBL CreditNote.");
  }

  private static UblInvoice read(String xml) throws UblException, IOException {
    return UblInvoice.of(Samples.read(xml));
  }
}
