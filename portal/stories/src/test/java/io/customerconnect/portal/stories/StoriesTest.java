package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** What suppliers and their customers do, from the first click to the last, in each language. */
@InChromium
final class StoriesTest {
  private static final String CUSTOMER = "Hafenkron Logistik GmbH & Co. KG";
  private static final String GROUP = "Hafenkron Gruppe";
  private static final String TEST_BUYER = "CustomerConnect Test Buyer";

  @ParameterizedTest
  @EnumSource
  void supplierConnectsWithACustomerThatConfirms(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
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
  void supplierConnectsWithMembersOfAGroup(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.search("hafenkron", GROUP);
      portal.choose(GROUP);
      portal.browser().seeHeading(GROUP);
      portal.browser().tick("Hafenkron Holding SE");
      portal.browser().tick(CUSTOMER);
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
  void customerDeclinesWithAReason(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      String ticket = portal.ask(CUSTOMER);

      portal.openAsCustomer(portal.mailAbout(ticket));
      Texts texts = Texts.in(portal.language());
      portal.isFitForAll();
      portal.browser().press(texts.plain(TextKey.PAGE_DECLINE_HEADING));
      portal.browser().press("button", texts.plain(TextKey.PAGE_DECLINE_BUTTON));
      portal.browser().see(texts.plain(TextKey.PAGE_MISTAKE_REASON_MISSING));
      portal.isFitForAll();
      portal.fill("reason", "Bitte an unsere Tochter senden.");
      portal.browser().press("button", texts.plain(TextKey.PAGE_DECLINE_BUTTON));
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_DECLINED_TITLE));
      portal.isFitForAll();

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
  void customerSaysThatThisIsNotItsSupplier(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      String ticket = portal.ask(CUSTOMER);

      portal.openAsCustomer(portal.mailAbout(ticket));
      Texts texts = Texts.in(portal.language());
      portal.browser().press(texts.plain(TextKey.PAGE_UNKNOWN_HEADING));
      portal.browser().press("button", texts.plain(TextKey.PAGE_UNKNOWN_BUTTON));
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_NOT_OURS_TITLE));
      portal.isFitForAll();

      portal.go("tickets/" + ticket);
      portal.see("event.not-our-supplier", CUSTOMER);
      portal.see("ticket.closed");
      portal.go("");
      portal.see("notice.not-our-supplier", CUSTOMER);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void customerForwardsToAColleagueWhoConfirms(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      String ticket = portal.ask(CUSTOMER);

      portal.openAsCustomer(portal.mailAbout(ticket));
      Texts texts = Texts.in(portal.language());
      portal.browser().press(texts.plain(TextKey.PAGE_FORWARD_HEADING));
      portal.fill("colleagueEmail", "kollegin@hafenkron.example.com");
      portal.browser().press("button", texts.plain(TextKey.PAGE_FORWARD_BUTTON));
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_FORWARDED_TITLE));
      portal.isFitForAll();

      portal.go("tickets/" + ticket);
      portal.see("event.forwarded");
      var forwarded = portal.mailAbout(ticket);
      assertThat(forwarded.to().toString()).contains("kollegin@hafenkron.example.com");
      portal.openAsCustomer(forwarded);
      portal.browser().press("button", texts.plain(TextKey.PAGE_CONFIRM_BUTTON));
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_CONFIRMED_TITLE));

      portal.go("tickets/" + ticket);
      portal.see("event.connected", CUSTOMER);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierReportsACustomerThatIsNotThere(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.search("Zwirnwerk Quastenau", portal.say("missing.title"));
      portal.see("search.none", "Zwirnwerk Quastenau");
      portal.choose(portal.say("missing.title"));
      portal.seeHeading("missing.title");
      portal.press("missing.action");
      portal.see("form.required");
      portal.isFitForAll();
      portal.select("missing.country", "AT");
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
  void supplierWithdrawsItsRequest(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      String ticket = portal.ask(CUSTOMER);
      var mail = portal.mailAbout(ticket);

      portal.go("relationships/hafenkron-02");
      portal.press("relationship.withdraw");
      portal.press("form.cancel");
      portal.see("relationship.pending.text", CUSTOMER);
      portal.press("relationship.withdraw");
      portal.browser().find("dialog[open]");
      portal.isFitForAll();
      portal.browser().pressThe("dialog .danger");
      portal.see("relationship.ended.text", CUSTOMER);

      portal.openAsCustomer(mail);
      portal.browser().seeHeading(Texts.in(portal.language()).plain(TextKey.PAGE_WITHDRAWN_TITLE));
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void newcomerFillsInItsCompanyAndConnects(Way way) {
    try (Portal portal = Portal.ofNewcomer(way).signIn()) {
      portal.see("home.incomplete");
      portal.search("hafenkron logi", CUSTOMER);
      portal.choose(CUSTOMER);
      portal.press("connect.action");
      portal.see("connect.incomplete");
      portal.isFitForAll();
      portal.press("connect.complete");
      portal.seeHeading("account.title");
      portal.type("account.legalName", "Nadelstich Textil GmbH");
      portal.type("account.address", "Werkstraße 3");
      portal.select("account.country", "DE");
      portal.press("account.action");

      portal.seeHeading("customers.title");
      portal.press("connect.action");
      portal.see("outcome.customer-asked", CUSTOMER);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticesAreNewUntilTheyAreMarkedAsRead(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.ask(CUSTOMER);
      portal.go("notices");
      portal.go("");
      portal.see("notices.unread.other", "2");
      portal.browser().find(".is-unread .badge", portal.say("notices.new"));

      portal.go("notices");
      portal.press("notices.markAsRead");
      portal.browser().until("the focus is at the heading", () -> isAtHeading(portal));
      portal.see("notice.customer-asked", CUSTOMER);
      assertThat(portal.browser().driver().findElements(By.cssSelector(".unread"))).isEmpty();
      assertThat(portal.browser().text()).doesNotContain(portal.say("notices.markAsRead"));
      portal.isFitForAll();

      portal.go("");
      portal.see("notice.customer-asked", CUSTOMER);
      assertThat(portal.browser().driver().findElements(By.cssSelector(".unread"))).isEmpty();
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNoticeWithoutATicketOpensItsRelationship(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.browser().press("a.row", portal.say("notice.connected", TEST_BUYER));
      portal.browser().seeHeading(TEST_BUYER);
      portal.see("relationship.test.text");
      portal.leftNothingBehind();
    }
  }

  private static boolean isAtHeading(Portal portal) {
    return portal.browser().focused().getText().equals(portal.say("notices.title"));
  }

  @ParameterizedTest
  @EnumSource
  void answersToWhatWasTypedBeforeAreDropped(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
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
  void aRequestThatNobodyAnswersExpires(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      String ticket = portal.ask(CUSTOMER);
      var mail = portal.mailAbout(ticket);

      Portal.stack().advance(Duration.ofDays(31));

      portal.openAsCustomer(mail);
      portal.browser().seeHeading(Texts.in(portal.language()).plain(TextKey.PAGE_EXPIRED_TITLE));
      portal.go("tickets/" + ticket);
      portal.see("event.reminded", CUSTOMER);
      portal.see("event.expired");
      portal.go("relationships/hafenkron-02");
      portal.see("relationship.expired.text", CUSTOMER);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supportConnectsByHandWhatTheCustomerHasSaidByTelephone(Way way) {
    try (Portal supplier = Portal.ofSupplier(way).signIn()) {
      String ticket = supplier.ask(CUSTOMER);
      try (Portal support = Portal.ofSupport(way).signIn()) {
        support.press("desk.title");
        support.seeHeading("desk.title");
        support.select("desk.waitingFor", "buyer");
        support.browser().press(ticket);
        support.seeHeading("ticket.title", ticket);
        support.press("desk.take");
        support.see("desk.me");
        support
            .browser()
            .until(
                "the focus is where it was",
                () -> support.browser().focused().getText().equals(support.say("case.release")));
        support.press("case.connect");
        support.isFitForAll();
        support.type("relationships.vendorNumbers", "4711");
        support.type("relationship.reason", "Frau Kern, 24.11.");
        support.browser().pressThe("details[open] button");
        support.see("event.connected-by-support", CUSTOMER);
        support.browser().see("Frau Kern, 24.11.");

        support.press("desk.title");
        support.select("desk.state", "closed");
        support.browser().press(ticket);
        support.seeHeading("ticket.title", ticket);
        support.see("case.resend");
        support.leftNothingBehind();
      }
      supplier.go("tickets/" + ticket);
      supplier.see("event.connected-by-support", CUSTOMER);
      supplier.browser().see("Frau Kern, 24.11.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierHasItsAccountErased(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.ask(CUSTOMER);
      portal.go("account");
      portal.press("erase.action");
      portal.browser().find("dialog[open]");
      portal.isFitForAll();
      portal.browser().pressThe("dialog[open] .danger");
      portal.see("welcome.action");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supportGivesACustomerNumbersOfItsOwn(Way way) {
    try (Portal support = Portal.ofSupport(way).signIn()) {
      support.go("desk/customers/" + customerOf(way));
      support.press("rules.challenge");
      support.type("rules.attempts", "0");
      support.type("relationship.reason", "Wochenmarkt");
      support.press("account.action");
      support.see("form.count", "1", "5");

      support.type("rules.attempts", "4");
      support.press("rules.days");
      support.type("rules.expiryDays", "15");
      support.press("account.action");
      support.see("rules.atLeast", "21");
      support.isFitForAll();

      support.type("rules.expiryDays", "30");
      support.press("account.action");
      support.see("rules.inForce", "4");

      support.type("rules.attempts", "3");
      support.type("relationship.reason", "Vorbei");
      support.press("account.action");
      support.browser().see("Vorbei");
      support.leftNothingBehind();
    }
  }

  /** One for each way, whose settings nobody else changes. */
  private static String customerOf(Way way) {
    return switch (way) {
      case IN_GERMAN_BY_MOUSE -> "hafenkron-04";
      case IN_ENGLISH_BY_KEYBOARD -> "hafenkron-05";
    };
  }

  @ParameterizedTest
  @EnumSource
  void supportHasACustomerAskedByHandFromNowOn(Way way) {
    try (Portal support = Portal.ofSupport(way).signIn()) {
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

  @ParameterizedTest
  @EnumSource
  void ofTwoOfTheStaffNobodyOverwritesTheOtherUnseen(Way way) {
    String customer =
        switch (way) {
          case IN_GERMAN_BY_MOUSE -> "desk/customers/zwirnfeld-01";
          case IN_ENGLISH_BY_KEYBOARD -> "desk/customers/zwirnfeld-02";
        };
    try (Portal slow = Portal.ofSupport(way).signIn();
        Portal quick = Portal.ofSupport(way).signIn()) {
      slow.go(customer);
      slow.select("customerSettings.policy", "approval");
      slow.type("relationship.reason", "Frau Kern");
      quick.go(customer);
      quick.select("customerSettings.policy", "closed");
      quick.press("rules.days");
      quick.type("rules.requests", "2");
      quick.type("relationship.reason", "Herr Tran");
      quick.press("account.action");
      quick.see("customerSettings.inForce", quick.say("policy.closed"));

      slow.press("account.action");
      slow.see("problem.changed-meanwhile");
      slow.see("customerSettings.saved", slow.say("policy.closed"));
      slow.browser().see("Herr Tran");
      assertThat(typed(slow, "rules.requests")).isEqualTo("2");
      assertThat(typed(slow, "policy")).isEqualTo("approval");

      slow.press("account.action");
      slow.see("customerSettings.inForce", slow.say("policy.approval"));
      slow.browser().see("Frau Kern");

      slow.select("customerSettings.policy", "");
      slow.type("rules.requests", "");
      slow.type("relationship.reason", "Vorbei");
      slow.press("account.action");
      slow.browser().see("Vorbei");
      quick.leftNothingBehind();
    }
  }

  private static Object typed(Portal portal, String field) {
    return portal.browser().run("return document.getElementsByName(arguments[0])[0].value;", field);
  }

  /** A question to the supplier needs a reason, which the supplier reads. */
  @ParameterizedTest
  @EnumSource
  void supportSaysWhatAWordOfTheCustomerMeans(Way way) {
    String word = "Stufe 7b " + way;
    try (Portal support = Portal.ofSupport(way).signIn()) {
      support.go("desk/customers/" + customerOf(way));
      support.type("statusWords.word", word);
      support.select("statusWords.code", "UQ");
      support.type("statusWords.why", "Herr Tran");
      support.press("statusWords.action");
      support.see("form.required");

      support.select("statusWords.reason", "PRI");
      support.press("statusWords.action");
      support.browser().find("status-words th[scope=row]", word);
      support.browser().see("Herr Tran");
      support.isFitForAll();

      support.browser().tick(support.say("statusWords.takeBack.word", word));
      support.type("statusWords.why", "Vorbei");
      support.press("statusWords.action");
      support.see("statusWords.none");
      support.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supportSeesWhoseFilesAreFaultyAndWhy(Way way) {
    String customer =
        switch (way) {
          case IN_GERMAN_BY_MOUSE -> "zwirnfeld-01";
          case IN_ENGLISH_BY_KEYBOARD -> "zwirnfeld-02";
        };
    Portal.deliver("invoices/" + customer + "/ledger.csv", Invoices.file(40, 4, 2));
    try (Portal support = Portal.ofSupport(way).signIn()) {
      support.press("desk.title");
      support.press("feeds.title");
      support.seeHeading("feeds.title");
      support.browser().pressThe("a[href*='" + customer + "']");

      support.seeHeading("feed.title");
      support.see("feed.standing.faulty");
      support.see("feed.postingDates");
      support.see("feed.reason.invalid-amount");
      support.browser().see("Zwischengeparkt");
      support.press("due.table");
      support.see("feed.files");
      support.leftNothingBehind();
    }
  }

  private static void waitFor(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
