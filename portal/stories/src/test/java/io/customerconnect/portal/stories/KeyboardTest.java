package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The main stories once more, by the keyboard alone (P43). */
@InChromium
final class KeyboardTest {
  private static final String CUSTOMER = "Hafenkron Logistik GmbH & Co. KG";

  @ParameterizedTest
  @EnumSource
  void groupIsConnected(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      Browser browser = portal.browser();
      portal.go("customers/groups/hafenkron");
      browser.seeHeading("Hafenkron Gruppe");
      browser.tabTo("Hafenkron Holding SE");
      browser.keys(Keys.SPACE);
      browser.tabTo("Hafenkron Polska Sp. z o.o.");
      browser.keys(Keys.SPACE);
      portal.see("group.selected.other", "2");
      browser.tabTo(portal.say("connect.action"));
      browser.keys(Keys.ENTER);
      portal.see("group.done.other", "2");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void missingCustomerIsReported(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      Browser browser = portal.browser();
      portal.go("customers/missing");
      browser.tabTo(portal.say("missing.name"));
      browser.keys("Zwirnwerk Quastenau");
      browser.tabTo(portal.say("missing.country"));
      browser.keys(language == Language.DE ? "Österr" : "Austria");
      browser.tabTo(portal.say("missing.contact"));
      browser.keys("Frau Quast, Buchhaltung");
      browser.tabTo(portal.say("missing.action"));
      browser.keys(Keys.ENTER);
      portal.seeHeading("missing.done");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void practiceInvoiceIsSubmittedAndFollowed(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      Browser browser = portal.browser();
      browser.tabTo(portal.say("invoices.menu"));
      browser.keys(Keys.ENTER);
      portal.seeHeading("invoices.title");
      browser.tabTo(portal.say("practice.title"));
      browser.keys(Keys.ENTER);
      portal.seeHeading("practice.title");
      browser.tabTo(portal.say("invoices.number"));
      browser.keys("K-1");
      browser.tabTo(portal.say("practice.itemName"));
      browser.keys("Nähgarn");
      browser.tabTo(portal.say("practice.price"));
      browser.keys("12");
      browser.tabTo(portal.say("practice.vatRate"));
      browser.keys("19");
      browser.keys(Keys.ENTER);
      portal.see("practice.accepted");
      assertThat(browser.focused().getText()).isEqualTo(portal.say("practice.accepted"));
      assertThat(Portal.stack().settle()).isTrue();
      browser.tabTo(portal.say("practice.follow"));
      browser.keys(Keys.ENTER);
      portal.seeHeading("invoices.title");
      browser.see("K-1");
      browser.tabTo(portal.say("due.table"));
      browser.keys(Keys.ENTER);
      portal.see("due.documents");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void relationshipIsEnded(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      Browser browser = portal.browser();
      portal.confirmAsCustomer(portal.ask(CUSTOMER), "K-" + language.tag());
      portal.go("");
      browser.tabTo(portal.say("customers.menu"));
      browser.keys(Keys.ENTER);
      browser.tabTo(portal.say("relationships.title"));
      browser.keys(Keys.ENTER);
      portal.seeHeading("relationships.title");
      browser.tabTo(CUSTOMER);
      browser.keys(Keys.ENTER);
      browser.seeHeading(CUSTOMER);
      browser.tabTo(portal.say("relationship.end"));
      browser.keys(Keys.ENTER);
      browser.find("dialog[open]");
      assertThat(browser.focused().getText()).isEqualTo(portal.say("relationship.end"));
      browser.keys(Keys.ESCAPE);
      portal.see("relationship.connected.text", CUSTOMER);
      assertThat(browser.focused().getText()).isEqualTo(portal.say("relationship.end"));
      browser.keys(Keys.ENTER);
      browser.find("dialog[open]");
      browser.keys(Keys.ENTER);
      portal.see("relationship.ended.text", CUSTOMER);
      portal.leftNothingBehind();
    }
  }
}
