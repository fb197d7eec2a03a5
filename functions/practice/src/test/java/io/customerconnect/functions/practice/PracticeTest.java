package io.customerconnect.functions.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.PracticeSamples;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Setting;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Usages;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.Queues;
import io.customerconnect.testing.functions.Scene;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PracticeTest {
  private static final Scene SCENE = new Scene();
  private static final String LOADS = Queues.empty(Setting.LOAD_QUEUE_URL.name());
  private static final SubmitPracticeHandler HANDLER =
      new SubmitPracticeHandler(SCENE.platform(), Rules.READY);

  private static final Json.Obj FORM =
      Json.object()
          .with("invoiceNumber", "P-17")
          .with("issueDate", "2026-11-25")
          .with("dueDate", "2026-12-25")
          .with("currency", "EUR")
          .with("sellerName", "Seeblick Feinmechanik GmbH")
          .with("sellerCity", "Bregenz")
          .with("sellerCountry", "AT")
          .with("sellerVatId", "ATU12345678")
          .with("itemName", "Milling")
          .with("quantity", "3")
          .with("price", "12.35")
          .with("vatRate", "20");

  @Test
  void aFormThatIsCompleteIsAccepted() {
    HttpCall.Answer answer = submit(FORM);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().require("verdict")).isEqualTo("accepted");
    assertThat(answer.json().items("findings")).isEmpty();
    assertThat(answer.json().object("invoice"))
        .isEqualTo(
            Json.object()
                .with("invoiceNumber", "P-17")
                .with("issueDate", "2026-11-25")
                .with("documentTypeCode", 380)
                .with("dueDate", "2026-12-25")
                .with("totalWithVat", "44.46")
                .with("currency", "EUR"));
  }

  @Test
  void whatIsAcceptedIsInTheTestBuyersBooksUnderTheAccountsOwnNumber() {
    submit(FORM.with("invoiceNumber", "P-18"));
    submit(FORM.with("invoiceNumber", "P-18"));
    submit(FORM.with("invoiceNumber", "P-19").with("sellerName", ""));

    VendorNumber own = PracticeSamples.vendorNumber(SCENE.account());
    assertThat(
            new Invoices(SCENE.table())
                .newest(LegalEntity.TEST_BUYER, own, 10).stream()
                    .map(invoice -> invoice.number().written() + " " + invoice.total())
                    .filter(text -> !text.startsWith("P-17")))
        .containsExactly("P-18 44.46 EUR");
    assertThat(Queues.take(LOADS)).isNotEmpty().allMatch(body -> body.contains(own.value()));
  }

  /** Also those that are refused: checking is what takes long. */
  @Test
  void anAccountHasOnlySoManyCheckedADay() {
    AccountId busy = new AccountId("busy");
    new Usages(SCENE.table(), UsageLimits.DEFAULT)
        .count(
            busy, Usage.PRACTICE_INVOICES, UsageLimits.DEFAULT.practiceInvoices() - 1, SCENE.now());
    HttpCall call =
        SCENE
            .call(HANDLER, "POST /practice/invoices")
            .signedInAs(busy.value(), "user-2")
            .body(FORM.with("sellerName", "").toText());

    assertThat(call.send().json().require("verdict")).isEqualTo("refused");
    assertThat(call.send().status()).isEqualTo(429);
    assertThat(submit(FORM).status()).as("another account").isEqualTo(200);
  }

  @Test
  void aCreditNoteIsAcceptedToo() {
    HttpCall.Answer answer = submit(FORM.with("type", "credit-note"));

    assertThat(answer.json().items("findings")).isEmpty();
    assertThat(answer.json().require("verdict")).isEqualTo("accepted");
    assertThat(answer.json().object("invoice").find("documentTypeCode"))
        .isEqualTo(Json.object().with("code", 381).find("code"));
    assertThat(answer.json().object("invoice").require("dueDate")).isEqualTo("2026-12-25");
  }

  @ParameterizedTest
  @CsvSource({
    "sellerCountry, BR-09",
    "sellerVatId, BR-S-02",
    "sellerName, BR-06",
  })
  void whatIsMissingInTheFormIsSaidByTheRuleThatWantsIt(String field, String rule) {
    HttpCall.Answer answer = submit(FORM.with(field, ""));

    assertThat(answer.json().require("verdict")).isEqualTo("refused");
    assertThat(findings(answer))
        .anySatisfy(
            finding -> {
              assertThat(finding.require("rule")).isEqualTo(rule);
              assertThat(finding.require("weight")).isEqualTo("error");
              assertThat(finding.require("whatToDo"))
                  .isNotEqualTo(finding.require("message"))
                  .isNotBlank();
            });
  }

  @Test
  void whatUblRequiresIsSaidBeforeTheRules() {
    HttpCall.Answer answer = submit(FORM.with("invoiceNumber", ""));

    assertThat(findings(answer))
        .extracting(finding -> finding.require("rule"))
        .containsExactly("cvc-complex-type.2.4.a");
  }

  @Test
  void everyBrokenRuleIsAnsweredWithItsPlace() {
    String wrong =
        xml().replace(">44.46<", ">45.00<").replace("unitCode=\"C62\"", "unitCode=\"piece\"");

    HttpCall.Answer answer = submitXml(wrong);

    assertThat(findings(answer))
        .extracting(finding -> finding.require("rule"), finding -> finding.require("place"))
        .contains(
            tuple("BR-CO-15", "Invoice"),
            tuple("BR-CL-23", "Invoice/InvoiceLine/InvoicedQuantity"));
  }

  @Test
  void theAnswerIsInTheSuppliersLanguage() {
    HttpCall.Answer german =
        call()
            .header("accept-language", "de-AT")
            .body(FORM.with("sellerVatId", "").toText())
            .send();

    assertThat(findings(german))
        .extracting(finding -> finding.require("whatToDo"))
        .anyMatch(text -> text.contains("Umsatzsteuer"));
  }

  @Test
  void whatPeppolWantsBeyondIsSaidToThoseWhoNameIt() {
    String named =
        xml()
            .replace(
                "urn:cen.eu:en16931:2017",
                "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0");

    HttpCall.Answer answer = submitXml(named);

    assertThat(answer.json().require("verdict")).isEqualTo("accepted");
    assertThat(findings(answer))
        .filteredOn(finding -> finding.require("weight").equals("refused-by-peppol"))
        .extracting(finding -> finding.require("rule"))
        .contains("PEPPOL-EN16931-R003", "PEPPOL-EN16931-R010", "PEPPOL-EN16931-R020");
    assertThat(findings(submitXml(xml()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PDF",
        "<Invoice>",
        "<Order xmlns='urn:x'/>",
        "<!DOCTYPE Invoice [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Invoice>&x;</Invoice>",
      })
  void whatIsNoInvoiceIsRefusedAndSaysWhy(String document) {
    HttpCall.Answer answer = submitXml(document);

    assertThat(answer.problem()).isEqualTo("malformed-document");
    assertThat(answer.json().require("detail")).startsWith("Line 1: ");
    assertThat(answer.body()).doesNotContain("root:");
  }

  @Test
  void whatWeCannotKeepIsRefusedAlthoughTheRulesAllowIt() {
    HttpCall.Answer answer = submit(FORM.with("issueDate", "1926-11-25"));

    assertThat(findings(answer))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.require("rule")).isEqualTo("READ");
              assertThat(finding.require("place")).isEqualTo("Invoice/IssueDate");
            });
  }

  @Test
  void theEncodingThatADocumentNamesDoesNotMatterOnceItIsText() {
    String latin =
        xml().replaceFirst("<\\?xml[^>]*>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>");

    assertThat(submitXml("\uFEFF" + latin.replace("Milling", "Fräsen")).json().require("verdict"))
        .isEqualTo("accepted");
    assertThat(submitXml(latin.replace("Milling", "Fr\uFFFDsen")).problem())
        .isEqualTo("unsupported-media-type");
  }

  @Test
  void aFieldThatIsWrongIsAProblem() {
    assertThat(submit(FORM.with("price", "1,50")).problem()).isEqualTo("invalid-field");
    assertThat(submit(FORM.with("price", "")).problem()).isEqualTo("invalid-field");
    assertThat(submit(FORM.with("type", "order")).problem()).isEqualTo("invalid-field");
    assertThat(submit(FORM.with("colour", "red")).problem()).isEqualTo("unknown-field");
  }

  @Test
  void thereAreTheSameWordsOfOurOwnInEveryLanguage() {
    assertThat(Advice.in(Language.DE).rules())
        .isEqualTo(Advice.in(Language.EN).rules())
        .hasSizeGreaterThan(50);
  }

  @Test
  void ourWordsAreAboutRulesThatThereAre() throws Exception {
    String rules =
        resource("/external/schematron/1.3.16/ubl/EN16931-UBL-validation.xslt")
            + resource("/external/schematron/openpeppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt");

    assertThat(Advice.in(Language.EN).rules())
        .filteredOn(rule -> !rule.startsWith("cvc-"))
        .allSatisfy(rule -> assertThat(rules.contains(">" + rule + "<")).as(rule).isTrue());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = InvoiceRules.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpCall call() {
    return HttpCall.of(HANDLER, "POST /practice/invoices")
        .signedInAs(SCENE.account().value(), "anna")
        .header("content-type", "application/json");
  }

  private static HttpCall.Answer submit(Json.Obj form) {
    return call().body(form.toText()).send();
  }

  private static HttpCall.Answer submitXml(String document) {
    return call().header("content-type", "application/xml").body(document).send();
  }

  private static String xml() {
    return Rules.form(FORM).toUbl();
  }

  private static List<Json.Obj> findings(HttpCall.Answer answer) {
    return answer.json().items("findings").stream()
        .flatMap(item -> item instanceof Json.Obj finding ? Stream.of(finding) : Stream.empty())
        .toList();
  }
}
