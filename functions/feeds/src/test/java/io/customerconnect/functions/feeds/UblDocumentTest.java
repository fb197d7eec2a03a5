package io.customerconnect.functions.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileFault.Kind;
import io.customerconnect.domain.feed.InvoiceColumn;
import io.customerconnect.domain.feed.InvoiceRow;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.testing.PublicData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** UBL documents as they come: what is taken from them, and what they cannot do to us. */
class UblDocumentTest {
  private static final String CAC =
      "xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'"
          + " xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'";

  private static String document(String kind, String content) {
    return "<%1$s xmlns='urn:oasis:names:specification:ubl:schema:xsd:%1$s-2' %2$s>%3$s</%1$s>"
        .formatted(kind, CAC, content);
  }

  private static String party(String content) {
    return "<cac:AccountingSupplierParty>" + content + "</cac:AccountingSupplierParty>";
  }

  private static final String SELLER =
      party(
          """
          <cac:Party>
            <cbc:EndpointID schemeID='0088'>9529990000025</cbc:EndpointID>
            <cac:PartyIdentification><cbc:ID>L-77</cbc:ID></cac:PartyIdentification>
            <cac:PartyName><cbc:Name>Schrauben Beispiel</cbc:Name></cac:PartyName>
            <cac:PartyTaxScheme>
              <cbc:CompanyID>Foretaksregisteret</cbc:CompanyID>
              <cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme>
            </cac:PartyTaxScheme>
            <cac:PartyTaxScheme>
              <cbc:CompanyID>DE123456789</cbc:CompanyID>
              <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
            </cac:PartyTaxScheme>
            <cac:PartyLegalEntity>
              <cbc:RegistrationName>Schrauben Beispiel GmbH</cbc:RegistrationName>
              <cbc:CompanyID>HRB 12345</cbc:CompanyID>
            </cac:PartyLegalEntity>
          </cac:Party>
          """);

  private static final String INVOICE =
      document(
          "Invoice",
          """
          <cbc:ID>RE-2026/007</cbc:ID>
          <cbc:IssueDate>2026-02-27</cbc:IssueDate>
          <cbc:DueDate>2026-03-27</cbc:DueDate>
          <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:OrderReference><cbc:ID>not this one</cbc:ID></cac:OrderReference>
          """
              + SELLER
              + """
                <cac:LegalMonetaryTotal>
                  <cbc:TaxExclusiveAmount currencyID='EUR'>1000.00</cbc:TaxExclusiveAmount>
                  <cbc:TaxInclusiveAmount currencyID='EUR'>1190.00</cbc:TaxInclusiveAmount>
                  <cbc:PayableAmount currencyID='EUR'>1090.00</cbc:PayableAmount>
                </cac:LegalMonetaryTotal>
                <cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>
                """);

  private static UblDocument read(byte[] document) {
    try {
      return UblDocument.read(
          new ByteArrayInputStream(document), Instant.parse("2026-11-25T00:00:00Z"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<InvoiceColumn, String> cells(String document) {
    return cells(document.getBytes(UTF_8));
  }

  private static Map<InvoiceColumn, String> cells(byte[] document) {
    if (read(document) instanceof UblDocument.Invoice(Map<InvoiceColumn, String> cells)) {
      return cells;
    }
    throw new AssertionError("The document is refused: " + read(document));
  }

  private static Kind fault(String document) {
    if (read(document.getBytes(UTF_8)) instanceof UblDocument.Faulty(FileFault fault)) {
      return fault.kind();
    }
    throw new AssertionError("The document is taken");
  }

  @Test
  void anInvoiceIsReadByItsBusinessTerms() {
    assertThat(cells(INVOICE))
        .isEqualTo(
            Map.of(
                InvoiceColumn.INVOICE_NUMBER, "RE-2026/007",
                InvoiceColumn.ISSUE_DATE, "2026-02-27",
                InvoiceColumn.DUE_DATE, "2026-03-27",
                InvoiceColumn.DOCUMENT_TYPE_CODE, "380",
                InvoiceColumn.CURRENCY, "EUR",
                InvoiceColumn.TOTAL_WITH_VAT, "1190.00",
                InvoiceColumn.VENDOR_NUMBER, "L-77",
                InvoiceColumn.VENDOR_NAME, "Schrauben Beispiel GmbH",
                InvoiceColumn.VENDOR_VAT_ID, "DE123456789"));
  }

  @Test
  void aCreditNoteHasItsDueDateElsewhere() {
    Map<InvoiceColumn, String> cells =
        cells(
            document(
                "CreditNote",
                "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode><cac:PaymentMeans>"
                    + "<cbc:PaymentDueDate>2026-03-27</cbc:PaymentDueDate></cac:PaymentMeans>"));

    assertThat(cells)
        .containsEntry(InvoiceColumn.DOCUMENT_TYPE_CODE, "381")
        .containsEntry(InvoiceColumn.DUE_DATE, "2026-03-27");
  }

  @Test
  void theBuyersOwnNumberForTheSupplierGoesBeforeAllOthers() {
    String numbered =
        party("<cbc:CustomerAssignedAccountID>4711</cbc:CustomerAssignedAccountID>") + SELLER;

    assertThat(cells(document("Invoice", numbered)))
        .containsEntry(InvoiceColumn.VENDOR_NUMBER, "4711");
  }

  @Test
  void theDocumentsOwnEncodingIsRead() {
    String latin1 =
        "<?xml version='1.0' encoding='ISO-8859-1'?>" + INVOICE.replace("Schrauben", "Müller");

    assertThat(cells(latin1.getBytes(ISO_8859_1)))
        .containsEntry(InvoiceColumn.VENDOR_NAME, "Müller Beispiel GmbH");
  }

  @Test
  void anEntityBombIsRefusedBeforeItGrows() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE Invoice [<!ENTITY a0 'boom'>");
    for (int i = 1; i < 60; i++) {
      bomb.append("<!ENTITY a%d '&a%d;&a%d;&a%d;&a%d;'>".formatted(i, i - 1, i - 1, i - 1, i - 1));
    }
    bomb.append("]>").append(INVOICE.replace("RE-2026/007", "&a59;"));

    assertThat(fault(bomb.toString())).isEqualTo(Kind.DOCTYPE);
  }

  @Test
  void nothingOutsideOfADocumentIsRead() throws IOException {
    Path secret = Files.createTempFile("secret", ".txt");
    try {
      Files.writeString(secret, "top secret");
      String file = secret.toUri().toString();

      assertThat(
              fault(
                  "<!DOCTYPE Invoice [<!ENTITY x SYSTEM '%s'>]>".formatted(file)
                      + INVOICE.replace("RE-2026/007", "&x;")))
          .isEqualTo(Kind.DOCTYPE);
      assertThat(fault("<!DOCTYPE Invoice SYSTEM 'http://127.0.0.1:9/evil.dtd'>" + INVOICE))
          .isEqualTo(Kind.DOCTYPE);
      assertThat(
              cells(
                  INVOICE.replace(
                      "<cbc:ID>RE-2026/007</cbc:ID>",
                      "<cbc:ID>RE</cbc:ID><xi:include"
                          + " xmlns:xi='http://www.w3.org/2001/XInclude' href='"
                          + file
                          + "'/>")))
          .containsEntry(InvoiceColumn.INVOICE_NUMBER, "RE");
    } finally {
      Files.delete(secret);
    }
  }

  @Test
  void aDocumentNestedBeyondAllMeasureIsRefused() {
    assertThat(fault(document("Invoice", "<a>".repeat(100_000)))).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void aTextBeyondAllMeasureIsRefused() {
    assertThat(fault(document("Invoice", "<cbc:ID>" + "9".repeat(5_000_000) + "</cbc:ID>")))
        .isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void whatIsNoInvoiceIsRefused() {
    assertThat(fault("")).isEqualTo(Kind.NOT_XML);
    assertThat(fault("legalEntityId,legalName\n")).isEqualTo(Kind.NOT_XML);
    assertThat(fault(INVOICE.substring(0, INVOICE.length() - 20))).isEqualTo(Kind.NOT_XML);
    assertThat(fault(document("Order", ""))).isEqualTo(Kind.UNKNOWN_DOCUMENT);
    assertThat(fault("<Invoice/>")).isEqualTo(Kind.UNKNOWN_DOCUMENT);
    assertThat(fault("<html/>")).isEqualTo(Kind.UNKNOWN_DOCUMENT);
  }

  @Test
  void everyExampleOfPeppolAndTheStandardIsRead() {
    PublicData.folderFor("that every example invoice of Peppol and EN 16931 is read")
        .ifPresent(
            data -> {
              List<Path> examples =
                  Stream.of("bis3-examples", "bis3-national", "en16931-ubl")
                      .flatMap(folder -> list(data.resolve("peppol").resolve(folder)))
                      .toList();
              assertThat(examples).hasSizeGreaterThanOrEqualTo(30);
              for (Path example : examples) {
                Map<InvoiceColumn, String> cells = cells(bytes(example));
                System.out.println(example.getFileName() + " " + cells);
                InvoiceRow row =
                    InvoiceRow.read(
                        1,
                        column -> cells.getOrDefault(column, ""),
                        new InvoiceRow.Context(
                            new LegalEntityId("buyer"),
                            Instant.parse("2026-11-25T00:00:00Z"),
                            Set.of()));
                assertThat(row).as(example.toString()).isInstanceOf(InvoiceRow.Valid.class);
                assertThat(new String(bytes(example), UTF_8))
                    .containsPattern(
                        "TaxInclusiveAmount[^>]*>\\s*"
                            + Pattern.quote(cells.getOrDefault(InvoiceColumn.TOTAL_WITH_VAT, "")))
                    .contains(">" + cells.get(InvoiceColumn.INVOICE_NUMBER) + "<");
              }
            });
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
