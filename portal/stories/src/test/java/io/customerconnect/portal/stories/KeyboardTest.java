package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Where the focus is, for users of a keyboard (P43); that it is enough is told by every story. */
@InChromium
final class KeyboardTest {
  /** Whether nothing lies over what has the focus. */
  private static final String IS_SEEN =
      """
      const { left, top, width, height } = document.activeElement.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)
        === document.activeElement;
      """;

  private static final String CUSTOMER = "Hafenkron Logistik GmbH & Co. KG";

  @Test
  void theFirstStopLeadsPastTheMenus() {
    try (Portal portal = Portal.ofSupplier(Look.of(Language.EN)).signIn()) {
      Browser browser = portal.browser();
      browser.tabTo(portal.say("shell.skip"));
      browser.keys(Keys.ENTER);
      browser.tabTo(portal.say("home.getStarted"));
      browser.keys(Keys.ENTER);
      portal.seeHeading("customers.title");
      assertThat(browser.focused().getDomAttribute("role")).isEqualTo("combobox");
    }
  }

  @Test
  void arrowsWalkThroughTheResultsAndEscapeLeavesThem() {
    try (Portal portal = Portal.ofSupplier(Look.of(Language.EN)).signIn()) {
      Browser browser = portal.browser();
      portal.search("hafenkron log", CUSTOMER);
      browser.find("[role=combobox]").click();
      browser.keys(Keys.ARROW_UP);
      assertThat(browser.find("[role=option][aria-selected=true]").getText())
          .isEqualTo(portal.say("missing.title"));
      browser.keys(Keys.ARROW_DOWN, Keys.ESCAPE);
      assertThat(browser.find("[role=combobox]").getDomAttribute("aria-expanded"))
          .isEqualTo("false");
      browser.keys(Keys.ARROW_DOWN);
      assertThat(browser.find("[role=combobox]").getDomAttribute("aria-expanded"))
          .isEqualTo("true");
    }
  }

  @Test
  void dialogTakesTheFocusAndGivesItBack() {
    try (Portal portal = Portal.ofSupplier(Look.of(Language.EN)).signIn()) {
      Browser browser = portal.browser();
      portal.ask(CUSTOMER);
      portal.go("relationships/hafenkron-02");
      browser.tabTo(portal.say("relationship.withdraw"));
      browser.keys(Keys.ENTER);
      browser.find("dialog[open]");
      assertThat(browser.run("return document.activeElement.closest('dialog') !== null;"))
          .isEqualTo(true);
      browser.keys(Keys.ESCAPE);
      portal.see("relationship.pending.text", CUSTOMER);
      assertThat(browser.focused().getText()).isEqualTo(portal.say("relationship.withdraw"));
    }
  }

  /** WCAG 2.4.11: the bar with Connect stays at the end of the window. */
  @Test
  void noBoxOfALongGroupIsHiddenBehindTheBar() {
    Look phone = new Look(Language.EN, Look.Screen.PHONE, Look.Light.LIGHT);
    try (Portal portal = Portal.ofSupplier(phone).signIn()) {
      Browser browser = portal.browser();
      portal.go("customers/groups/hafenkron");
      browser.tabTo(portal.say("group.all", "10"));
      for (int member = 1; member <= 10; member++) {
        browser.keys(Keys.TAB);
        assertThat(browser.run(IS_SEEN)).as(browser.focused().getAccessibleName()).isEqualTo(true);
      }
    }
  }

  @Test
  void whatCameOfAFormIsWhereTheFocusGoes() {
    try (Portal portal = Portal.ofSupplier(Look.of(Language.EN)).signIn()) {
      Browser browser = portal.browser();
      portal.go("practice");
      portal.type("invoices.number", "K-1");
      portal.type("practice.itemName", "Sewing thread");
      portal.type("practice.price", "12");
      portal.type("practice.vatRate", "19");
      browser.keys(Keys.ENTER);
      portal.see("practice.accepted");
      assertThat(browser.focused().getText()).isEqualTo(portal.say("practice.accepted"));
    }
  }
}
