package io.customerconnect.portal.stories;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.trigger.QueuePoller;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import io.customerconnect.table.Keys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** When will I get paid? From the connection over practice to the end of a relationship. */
@InChromium
final class PaymentStoriesTest {
  private static final String CUSTOMER = "Hafenkron Logistik GmbH & Co. KG";
  private static final String CUSTOMER_ID = "hafenkron-02";

  /** The function that loads status. */
  private static final String LOADS = "LoadStatus";

  /** The made-up invoice names a total that is not the sum of its parts. */
  private static final String UBL =
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
          xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
          xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
        <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
        <cbc:ID>Köln-7</cbc:ID>
        <cbc:IssueDate>2026-11-02</cbc:IssueDate>
        <cbc:DueDate>2026-12-02</cbc:DueDate>
        <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
        <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
        <cac:AccountingSupplierParty><cac:Party>
          <cac:PostalAddress><cac:Country>
            <cbc:IdentificationCode>DE</cbc:IdentificationCode>
          </cac:Country></cac:PostalAddress>
          <cac:PartyTaxScheme>
            <cbc:CompanyID>DE999999974</cbc:CompanyID>
            <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
          </cac:PartyTaxScheme>
          <cac:PartyLegalEntity>
            <cbc:RegistrationName>Nadelstich Textil GmbH</cbc:RegistrationName>
          </cac:PartyLegalEntity>
        </cac:Party></cac:AccountingSupplierParty>
        <cac:AccountingCustomerParty><cac:Party>
          <cac:PostalAddress><cac:Country>
            <cbc:IdentificationCode>DE</cbc:IdentificationCode>
          </cac:Country></cac:PostalAddress>
          <cac:PartyLegalEntity>
            <cbc:RegistrationName>Test buyer</cbc:RegistrationName>
          </cac:PartyLegalEntity>
        </cac:Party></cac:AccountingCustomerParty>
        <cac:TaxTotal>
          <cbc:TaxAmount currencyID="EUR">19.00</cbc:TaxAmount>
          <cac:TaxSubtotal>
            <cbc:TaxableAmount currencyID="EUR">100.00</cbc:TaxableAmount>
            <cbc:TaxAmount currencyID="EUR">19.00</cbc:TaxAmount>
            <cac:TaxCategory>
              <cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent>
              <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
            </cac:TaxCategory>
          </cac:TaxSubtotal>
        </cac:TaxTotal>
        <cac:LegalMonetaryTotal>
          <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
          <cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
          <cbc:TaxInclusiveAmount currencyID="EUR">%1$s</cbc:TaxInclusiveAmount>
          <cbc:PayableAmount currencyID="EUR">%1$s</cbc:PayableAmount>
        </cac:LegalMonetaryTotal>
        <cac:InvoiceLine>
          <cbc:ID>1</cbc:ID>
          <cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>
          <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
          <cac:Item>
            <cbc:Name>Kissen</cbc:Name>
            <cac:ClassifiedTaxCategory>
              <cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent>
              <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
            </cac:ClassifiedTaxCategory>
          </cac:Item>
          <cac:Price><cbc:PriceAmount currencyID="EUR">100.00</cbc:PriceAmount></cac:Price>
        </cac:InvoiceLine>
      </Invoice>
      """;

  @ParameterizedTest
  @EnumSource
  void supplierPractisesUntilTheTestBuyerPays(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.press("invoices.menu");
      portal.seeHeading("invoices.title");
      portal.press("practice.title");
      portal.seeHeading("practice.title");
      portal.type("invoices.number", "P-17");
      portal.type("practice.price", portal.language() == Language.DE ? "1.012,35" : "1,012.35");
      portal.type("practice.vatRate", "19");
      portal.press("practice.action");
      portal.see("practice.refused");
      portal.see("practice.rule", "BR-25");
      portal.isFitForAll();

      portal.type("practice.itemName", "Nähgarn");
      portal.press("practice.action");
      portal.see("practice.accepted");
      assertThat(Portal.stack().settle()).isTrue();
      portal.press("practice.follow");
      portal.seeHeading("invoices.title");
      portal.browser().see("P-17");
      portal.browser().find(".status-AB", portal.say("status.AB"));

      Portal.stack().advance(Duration.ofMinutes(3));
      portal.reload();
      portal.browser().find(".status-IP", portal.say("status.IP"));
      Portal.stack().advance(Duration.ofMinutes(45));
      portal.reload();
      portal.browser().find(".status-PD", portal.say("status.PD"));
      portal.see("payment.paid");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierPractisesWithAFile(Way way, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("invoice.xml");
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.go("practice");
      portal.press("practice.file.action");
      portal.see("practice.file.missing");

      Files.writeString(file, UBL.formatted("120.00"), ISO_8859_1);
      choose(portal, file);
      portal.press("practice.file.action");
      portal.see("practice.refused");
      portal.see("practice.rule", "BR-CO-15");

      Files.writeString(file, UBL.formatted("119.00"), ISO_8859_1);
      choose(portal, file);
      portal.press("practice.file.action");
      portal.see("practice.accepted");
      portal.browser().see("Köln-7");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierRehearsesTheChallengeOfTwoInvoices(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      Browser browser = portal.browser();
      portal.go("practice");
      portal.press("practice.challenge.title");
      portal.seeHeading("practice.challenge.title");
      String first = browser.find(".columns tbody th").getText();
      portal.type("challenge.number", first);
      answer(portal, first, "9");
      portal.see("practice.challenge.wrong");
      answer(portal, first, "");
      String second =
          browser.find("form.sheet h2").getText().replace(portal.say("challenge.invoice", ""), "");
      assertThat(second).isNotEqualTo(first);
      answer(portal, second, "");
      portal.see("practice.challenge.passed");
      portal.leftNothingBehind();
    }
  }

  /** Types what the table says of an invoice, with this in front of the amount. */
  private static void answer(Portal portal, String number, String mistake) {
    var row = portal.browser().find(".columns tbody tr", number);
    String date = String.valueOf(row.findElement(By.tagName("time")).getAttribute("datetime"));
    String amount = row.findElement(By.className("amount")).getText().replaceAll("[^0-9.,]", "");
    portal.type("challenge.date", date);
    portal.type("challenge.amount", mistake + amount);
    portal.press("challenge.action");
  }

  private static void choose(Portal portal, Path file) {
    var field = portal.browser().driver().findElement(By.id("practice-file"));
    field.clear();
    field.sendKeys(file.toString());
  }

  @ParameterizedTest
  @EnumSource
  void invoicesComeAfterConnectingAsSoonAsTheCustomerDelivers(Way way) throws IOException {
    String customer =
        switch (way) {
          case IN_GERMAN_BY_MOUSE -> "Zwirnfeld Tekstil Sanayi ve Ticaret A.Ş.";
          case IN_ENGLISH_BY_KEYBOARD -> "Zwirnfeld Tessuti S.r.l.";
        };
    String id =
        switch (way) {
          case IN_GERMAN_BY_MOUSE -> "zwirnfeld-03";
          case IN_ENGLISH_BY_KEYBOARD -> "zwirnfeld-05";
        };
    String vendor = "V-" + UUID.randomUUID().toString().substring(0, 6);
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.confirmAsCustomer(portal.ask(customer), vendor);
      assertThat(Portal.stack().settle()).isTrue();
      portal.go("");
      portal.browser().find(".freshness.is-nothing-delivered", customer);
      portal.isFitForAll();

      deliver(id, invoices(vendor));

      portal.reload();
      portal.seeHeading("home.greeting", "Nora Nadel");
      assertThat(portal.browser().count(".freshness.is-nothing-delivered")).isZero();
      portal.go("invoices?legalEntityId=" + id);
      portal.browser().see("NT-1");
      portal.browser().see("NT-2");
      portal.browser().see("NT-3");
      assertThat(portal.browser().text()).doesNotContain("ZZ-9");
      portal.see("invoices.creditNote");
      portal.see("source.due-date");

      portal.press("due.table");
      portal.see("due.documents");
      portal.isFitForAll();
      portal.select("invoices.currency", "CHF");
      portal.browser().find("portal-shell[shows*='currency=CHF']");
      portal.browser().until("only francs", () -> !portal.browser().text().contains("NT-1"));
      portal.browser().see("NT-3");
      portal.press("invoices.allAgain");
      portal.browser().see("PRACTICE-AB");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileLoadingNobodySaysThatThereAreNone(Way way) throws IOException {
    String customer = "Zwirnfeld Têxteis, Lda.";
    String vendor = "L-" + way;
    deliver("zwirnfeld-04", invoices(vendor));
    Portal.stack().set(LOADS, QueuePoller.State.DISABLED);
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.confirmAsCustomer(portal.ask(customer), vendor);

      portal.go("invoices?legalEntityId=zwirnfeld-04");
      portal.see("invoices.noneYet");
      portal.browser().find(".freshness.is-loading", customer);
      assertThat(portal.browser().text()).doesNotContain(portal.say("invoices.none"));
      portal.isFitForAll();
      assertThat(portal.browser().count(".freshness progress")).isZero();

      hasGot(portal, "zwirnfeld-04", vendor);
      portal.go("");
      portal.browser().find(".freshness.is-loading", customer);
      portal.browser().find(".freshness progress", portal.say("freshness.progress.label"));
      portal.browser().see(portal.language() == Language.DE ? "3.240" : "3,240");
      assertThat(portal.browser().run(SHARE)).isEqualTo(0.5);
      portal.isFitForAll();

      Portal.stack().set(LOADS, QueuePoller.State.ENABLED);
      assertThat(Portal.stack().settle()).isTrue();
      portal.reload();
      portal.seeHeading("home.greeting", "Nora Nadel");
      assertThat(portal.browser().count(".freshness.is-loading")).isZero();
      portal.go("invoices?legalEntityId=zwirnfeld-04");
      portal.browser().see("NT-1");
      portal.leftNothingBehind();
    } finally {
      Portal.stack().set(LOADS, QueuePoller.State.ENABLED);
    }
  }

  /** How much of the bar is filled. */
  private static final String SHARE =
      "return document.querySelector('.freshness progress').position;";

  /** The first load has got half way, as its item says. */
  private static void hasGot(Portal portal, String customer, String vendor) {
    Keys.Key load =
        Keys.load(
            new AccountId(portal.user().subject()),
            new LegalEntityId(customer),
            new VendorNumber(vendor));
    Portal.stack()
        .operator()
        .dynamoDb(
            "UpdateItem",
            Json.object()
                .with("TableName", "Table")
                .with("Key", Json.object().with("PK", text(load.pk())).with("SK", text(load.sk())))
                .with(
                    "UpdateExpression",
                    "SET begunAt = :begun, #position = :position, #read = :read,"
                        + " oldest = :oldest, reached = :reached, newest = :newest")
                .with(
                    "ExpressionAttributeNames",
                    Json.object().with("#position", "position").with("#read", "read"))
                .with(
                    "ExpressionAttributeValues",
                    Json.object()
                        .with(":begun", text("2026-03-02T08:00:00.000Z"))
                        .with(":position", text("2026-01-05"))
                        .with(":read", Json.object().with("N", "3240"))
                        .with(":oldest", text("2026-01-01"))
                        .with(":reached", text("2026-01-05"))
                        .with(":newest", text("2026-01-10"))));
  }

  private static Json.Obj text(String value) {
    return Json.object().with("S", value);
  }

  /** Three invoices of this vendor, and one of another. */
  private static String invoices(String vendor) {
    return """
        vendorNumber,invoiceNumber,issueDate,totalWithVat,currency,documentTypeCode,status,dueDate
        %1$s,NT-1,2026-01-07,1190.00,EUR,,freigegeben,2099-02-06
        %1$s,NT-2,2026-01-08,50.00,EUR,381,freigegeben,2099-02-20
        %1$s,NT-3,2026-01-09,77.70,CHF,,in Prüfung,2099-02-06
        Z-1,ZZ-9,2026-01-09,1.00,EUR,,freigegeben,2099-02-06
        """
        .formatted(vendor);
  }

  private static void deliver(String customer, String csv) throws IOException {
    Portal.stack()
        .deliver(
            "invoices/" + customer + "/" + UUID.randomUUID() + ".csv",
            new ByteArrayInputStream(csv.getBytes(UTF_8)));
    assertThat(Portal.stack().settle()).isTrue();
    Portal.stack().advance(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @EnumSource
  void supplierEndsARelationship(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.confirmAsCustomer(portal.ask(CUSTOMER), "E-" + way);
      portal.go("relationships/" + CUSTOMER_ID);
      portal.see("relationship.connected.text", CUSTOMER);
      portal.press("relationship.end");
      portal.press("form.cancel");
      portal.see("relationship.connected.text", CUSTOMER);
      portal.press("relationship.end");
      portal.browser().pressThe("dialog .danger");
      portal.see("relationship.ended.text", CUSTOMER);
      portal.see("relationship.endedBy.supplier");

      portal.go("invoices");
      portal.browser().see("PRACTICE-AB");
      assertThat(portal.browser().count("option[value='" + CUSTOMER_ID + "']")).isZero();
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void customerEndsARelationshipByItsLink(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      Texts texts = Texts.in(portal.language());
      String ticket = portal.ask(CUSTOMER);
      portal.confirmAsCustomer(ticket, "C-" + way);
      portal.browser().press(texts.plain(TextKey.PAGE_END_HEADING));
      portal.browser().press("button", texts.plain(TextKey.PAGE_END_BUTTON));
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_ENDING_TITLE));
      portal.isFitForAll();
      portal.browser().press("button", texts.plain(TextKey.PAGE_ENDING_BUTTON));
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_ENDED_TITLE));
      portal.isFitForAll();

      portal.go("relationships/" + CUSTOMER_ID);
      portal.see("relationship.ended.text", CUSTOMER);
      portal.see("relationship.endedBy.buyer");
      portal.go("");
      portal.see("notice.ended-by-buyer", CUSTOMER);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void mistakesAreSaidBesideTheirFieldsInTheUsersLanguage(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.go("account");
      portal.type("account.mail", "nora@nadelstich");
      portal.type("account.contactPerson", "N".repeat(201));
      portal.press("account.action");
      portal.see("form.mail");
      portal.see("form.tooLong", "201", "200");
      portal.isFitForAll();
      assertThat(portal.browser().focused().getAttribute("aria-invalid")).isEqualTo("true");

      portal.go("practice");
      portal.type("invoices.date", "31.2.2026");
      portal.type("practice.price", "12 Euro");
      portal.press("practice.action");
      portal.see("form.number", portal.language() == Language.DE ? "1.234,50" : "1,234.50");
      portal.see("form.day", portal.language() == Language.DE ? "31.03.2026" : "03/31/2026");
      portal.leftNothingBehind();
    }
  }
}
