package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** What suppliers and their customers do, from the first click to the last, in each language. */
@InChromium
final class StoriesTest {
  private static final String CUSTOMER = "Hafenkron Logistik GmbH & Co. KG";
  private static final String GROUP = "Hafenkron Gruppe";

  @ParameterizedTest
  @EnumSource
  void supplierConnectsWithACustomerThatConfirms(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      portal.press("home.getStarted");
      portal.seeHeading("customers.title");
      portal.search("hafenkron logi", CUSTOMER);
      portal.see("outlook.customer-asked");
      portal.choose(CUSTOMER);
      portal.press("connect.action");
      portal.see("outcome.customer-asked", CUSTOMER);
      String ticket = portal.ticketNumber();

      portal.confirmAsCustomer(ticket, "4711");

      portal.go("");
      portal.see("notice.connected", CUSTOMER);
      portal.menu("customers.menu", "relationships.title");
      portal.seeHeading("relationships.title");
      portal.browser().see("4711");
      portal.browser().press(ticket);
      portal.seeHeading("ticket.title", ticket);
      portal.see("event.connected", CUSTOMER);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierConnectsWithMembersOfAGroup(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      portal.search("hafenkron", GROUP);
      portal.choose(GROUP);
      portal.browser().seeHeading(GROUP);
      portal.browser().find("label", "Hafenkron Holding SE").click();
      portal.browser().find("label", CUSTOMER).click();
      portal.see("group.selected.other", "2");
      portal.press("connect.action");
      portal.see("group.done.other", "2");
      portal.see("outcome.customer-asked.short");

      portal.go("");
      portal.search("hafenkron", GROUP);
      portal.choose(GROUP);
      portal.browser().seeHeading(GROUP);
      assertThat(portal.browser().field(CUSTOMER).isSelected()).isTrue();
      assertThat(portal.browser().field(CUSTOMER).isEnabled()).isFalse();
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void customerDeclinesWithAReason(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      String ticket = portal.ask(CUSTOMER);

      portal.openAsCustomer(portal.mailAbout(ticket));
      Texts texts = Texts.in(language);
      portal.browser().press(texts.plain(TextKey.PAGE_DECLINE_HEADING));
      portal.fill("reason", "Bitte an unsere Tochter senden.");
      portal.browser().find("button", texts.plain(TextKey.PAGE_DECLINE_BUTTON)).click();
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_DECLINED_TITLE));

      portal.go("tickets/" + ticket);
      portal.see("event.declined", CUSTOMER);
      portal.browser().see("Bitte an unsere Tochter senden.");
      portal.go("relationships/hafenkron-02");
      portal.see("relationship.declined.text", CUSTOMER);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void customerForwardsToAColleagueWhoConfirms(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      String ticket = portal.ask(CUSTOMER);

      portal.openAsCustomer(portal.mailAbout(ticket));
      Texts texts = Texts.in(language);
      portal.browser().press(texts.plain(TextKey.PAGE_FORWARD_HEADING));
      portal.fill("colleagueEmail", "kollegin@hafenkron.example.com");
      portal.browser().find("button", texts.plain(TextKey.PAGE_FORWARD_BUTTON)).click();
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_FORWARDED_TITLE));

      portal.go("tickets/" + ticket);
      portal.see("event.forwarded");
      var forwarded = portal.mailAbout(ticket);
      assertThat(forwarded.to().toString()).contains("kollegin@hafenkron.example.com");
      portal.openAsCustomer(forwarded);
      portal.browser().find("button", texts.plain(TextKey.PAGE_CONFIRM_BUTTON)).click();
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_CONFIRMED_TITLE));

      portal.go("tickets/" + ticket);
      portal.see("event.connected", CUSTOMER);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierReportsACustomerThatIsNotThere(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      portal.search("Zwirnwerk Quastenau", portal.say("missing.title"));
      portal.see("search.none", "Zwirnwerk Quastenau");
      portal.browser().find("[role=option]", portal.say("missing.title")).click();
      portal.seeHeading("missing.title");
      portal.press("missing.action");
      portal.see("form.required");
      new Select(portal.browser().field(portal.say("missing.country"))).selectByValue("AT");
      portal.type("missing.contact", "Frau Quast, Buchhaltung");
      portal.press("missing.action");
      portal.seeHeading("missing.done");

      String ticket = portal.ticketNumber();
      portal.browser().press(ticket);
      portal.seeHeading("ticket.title", ticket);
      portal.see("event.missing-customer-reported", "Zwirnwerk Quastenau");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierWithdrawsItsRequest(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      String ticket = portal.ask(CUSTOMER);
      var mail = portal.mailAbout(ticket);

      portal.go("relationships/hafenkron-02");
      portal.press("relationship.withdraw");
      portal.press("form.cancel");
      portal.see("relationship.pending.text", CUSTOMER);
      portal.press("relationship.withdraw");
      portal.browser().find("dialog .danger").click();
      portal.see("relationship.ended.text", CUSTOMER);

      portal.openAsCustomer(mail);
      portal.browser().seeHeading(Texts.in(language).plain(TextKey.PAGE_WITHDRAWN_TITLE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void newcomerFillsInItsCompanyAndConnects(Language language) {
    try (Portal portal = Portal.ofNewcomer(Look.of(language)).signIn()) {
      portal.see("home.incomplete");
      portal.search("hafenkron logi", CUSTOMER);
      portal.choose(CUSTOMER);
      portal.press("connect.action");
      portal.see("connect.incomplete");
      portal.press("connect.complete");
      portal.seeHeading("account.title");
      portal.type("account.legalName", "Nadelstich Textil GmbH");
      portal.type("account.address", "Werkstraße 3");
      new Select(portal.browser().field(portal.say("account.country"))).selectByValue("DE");
      portal.press("account.action");

      portal.seeHeading("customers.title");
      portal.press("connect.action");
      portal.see("outcome.customer-asked", CUSTOMER);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingTypedIsLostWhenTheSignInExpires(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      String ticket = portal.ask(CUSTOMER);
      portal.go("tickets/" + ticket);
      portal.type("ticket.comment", "Ansprechpartnerin: Frau Kranich");
      portal
          .browser()
          .run(
              "sessionStorage.setItem('sign-in.tokens', JSON.stringify({idToken: arguments[0]}));",
              expiredToken(portal));

      portal.press("ticket.comment.action");
      portal.see("expired.title");
      portal.press("expired.action");
      portal.chooseUser();

      portal.seeHeading("ticket.title", ticket);
      portal.see("form.restored");
      portal.press("ticket.comment.action");
      portal.see("event.commented");
      assertThat(portal.browser().find(".history blockquote").getText())
          .isEqualTo("Ansprechpartnerin: Frau Kranich");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theKeyboardAloneIsEnough(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      Browser browser = portal.browser();
      browser.tabTo(portal.say("shell.skip"));
      browser.keys(Keys.ENTER);
      browser.tabTo(portal.say("home.getStarted"));
      browser.keys(Keys.ENTER);
      portal.seeHeading("customers.title");

      browser.keys("hafenkron log");
      browser.find("[role=option]", CUSTOMER);
      browser.keys(Keys.ARROW_UP);
      assertThat(browser.find("[role=option][aria-selected=true]").getText())
          .isEqualTo(portal.say("missing.title"));
      browser.keys(Keys.ARROW_DOWN, Keys.ESCAPE);
      assertThat(browser.find("[role=combobox]").getAttribute("aria-expanded")).isEqualTo("false");
      browser.keys(Keys.ARROW_DOWN);
      selectByArrows(browser, CUSTOMER);
      browser.keys(Keys.ENTER);
      browser.find("customer-card");
      browser.tabTo(portal.say("connect.action"));
      browser.keys(Keys.ENTER);
      portal.see("outcome.customer-asked", CUSTOMER);
      String ticket = portal.ticketNumber();

      browser.tabTo(ticket);
      browser.keys(Keys.ENTER);
      portal.seeHeading("ticket.title", ticket);
      browser.tabTo(portal.say("ticket.comment"));
      browser.keys("Rückfragen gern am Vormittag");
      browser.tabTo(portal.say("ticket.comment.action"));
      browser.keys(Keys.ENTER);
      browser.find(".history blockquote");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutANetworkThePortalSaysSoAndGoesOnAfterwards(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      // The pages are there from now on.
      portal.go("tickets");
      portal.go("notices");
      portal.browser().offline(Browser.Network.DOWN);
      portal.press("tickets.title");
      portal.see("state.unreachable");

      portal.browser().offline(Browser.Network.UP);
      portal.press("state.again");
      portal.see("tickets.none");
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersToWhatWasTypedBeforeAreDropped(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      portal
          .browser()
          .run(
              "const real = window.fetch; window.fetch = async (url, options) => {"
                  + "  const answer = await real(url, options);"
                  + "  if (`${url}`.endsWith('name=hafenkron')) {"
                  + "    await new Promise(done => setTimeout(done, 3000));"
                  + "    window.late = true;"
                  + "  }"
                  + "  return answer; };");
      portal.browser().find("input[role=combobox]").sendKeys("hafenkron");
      waitFor(Duration.ofMillis(500));
      portal.browser().find("input[role=combobox]").sendKeys(" logistik");
      portal.browser().find("[role=option]", CUSTOMER);
      int shown = portal.browser().count("[role=option]");
      waitFor(Duration.ofSeconds(4));

      assertThat(portal.browser().run("return window.late;")).isEqualTo(true);
      assertThat(portal.browser().count("[role=option]")).isEqualTo(shown);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRequestThatNobodyAnswersExpires(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      String ticket = portal.ask(CUSTOMER);
      var mail = portal.mailAbout(ticket);

      Portal.stack().advance(Duration.ofDays(31));

      portal.openAsCustomer(mail);
      portal.browser().seeHeading(Texts.in(language).plain(TextKey.PAGE_EXPIRED_TITLE));
      portal.go("tickets/" + ticket);
      portal.see("event.reminded", CUSTOMER);
      portal.see("event.expired");
      portal.go("relationships/hafenkron-02");
      portal.see("relationship.expired.text", CUSTOMER);
    }
  }

  @ParameterizedTest
  @EnumSource
  void supportConnectsByHandWhatTheCustomerHasSaidByTelephone(Language language) {
    try (Portal supplier = Portal.ofSupplier(Look.of(language)).signIn()) {
      String ticket = supplier.ask(CUSTOMER);
      try (Portal support = Portal.ofSupport(Look.of(language)).signIn()) {
        support.press("desk.title");
        support.seeHeading("desk.title");
        support.select("desk.waitingFor", "buyer");
        support.browser().press(ticket);
        support.seeHeading("ticket.title", ticket);
        support.press("desk.take");
        support.see("desk.me");
        support.press("case.connect");
        support.type("relationships.vendorNumbers", "4711");
        support.type("relationship.reason", "Frau Kern, 24.11.");
        support.browser().find("details[open] button").click();
        support.see("event.connected-by-support", CUSTOMER);
        support.browser().see("Frau Kern, 24.11.");
        support.leftNothingBehind();
      }
      supplier.go("tickets/" + ticket);
      supplier.see("event.connected-by-support", CUSTOMER);
      supplier.browser().see("Frau Kern, 24.11.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierHasItsAccountErased(Language language) {
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      portal.ask(CUSTOMER);
      portal.go("account");
      portal.press("erase.action");
      portal.browser().find("dialog[open] .danger").click();
      portal.see("welcome.action");
    }
  }

  @ParameterizedTest
  @EnumSource
  void supportHasACustomerAskedByHandFromNowOn(Language language) {
    try (Portal support = Portal.ofSupport(Look.of(language)).signIn()) {
      support.go("desk/customers/hafenkron-03");
      support.select("customerSettings.policy", "closed");
      support.type("relationship.reason", "Wochenmarkt");
      support.press("account.action");
      support.see("customerSettings.inForce", support.say("policy.closed"));
      support.browser().see("Wochenmarkt");

      support.select("customerSettings.policy", "");
      support.type("relationship.reason", "Vorbei");
      support.press("account.action");
      support.browser().see("Vorbei");
      support.leftNothingBehind();
    }
  }

  private static String expiredToken(Portal portal) {
    return Portal.stack()
        .issuer()
        .token(portal.user().claims(), Portal.stack().audience(), Duration.ofMinutes(-5));
  }

  private static void selectByArrows(Browser browser, String option) {
    for (int presses = 0; presses < 12; presses++) {
      var selected =
          browser.driver().findElements(By.cssSelector("[role=option][aria-selected=true]"));
      if (!selected.isEmpty() && selected.getFirst().getText().startsWith(option)) {
        return;
      }
      browser.keys(Keys.ARROW_DOWN);
    }
    throw new AssertionError("the arrow keys do not lead to " + option);
  }

  private static void waitFor(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
