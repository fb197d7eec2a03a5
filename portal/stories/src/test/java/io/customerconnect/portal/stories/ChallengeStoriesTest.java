package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import io.customerconnect.portal.stories.Books.Booked;
import io.customerconnect.portal.stories.Books.Customer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What suppliers do where a customer's books can be asked: two invoices, or the customer. */
@InChromium
final class ChallengeStoriesTest {
  @ParameterizedTest
  @EnumSource
  void supplierIsConnectedByTwoOfItsInvoices(Way way) {
    Books books = Books.of(Customer.SHOP, vendor(way, "70041", "70100"));
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.SHOP);
      assertThat(portal.prove(books)).as("invoices asked about").hasSize(1);

      portal.see("relationship.connected.text", Customer.SHOP.title());
      portal.go("relationships/" + Customer.SHOP.id());
      portal.see("relationship.how.challenge");
      portal.browser().see(books.vendor());
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierWhoseNumbersTellTheDateIsAskedAboutTwoMore(Way way) {
    Books books = Books.of(Customer.CLOCKMAKER, vendor(way, "70041", "70100"));
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.CLOCKMAKER);
      assertThat(portal.prove(books)).as("invoices asked about").hasSize(2);
      portal.see("relationship.connected.text", Customer.CLOCKMAKER.title());
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneProofConnectsThoseOfAGroupThatShareTheirVendors(Way way) {
    String vendor = vendor(way, "70101", "70102");
    String unproven = "Drosselbach Hydraulik GmbH";
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.search("drosselbach", "Drosselbach Werke");
      portal.choose("Drosselbach Werke");
      portal.browser().seeHeading("Drosselbach Werke");
      portal.browser().tick(Customer.WORKS.title());
      portal.browser().tick(Customer.GEARS.title());
      portal.browser().tick(unproven);
      portal.press("connect.action");
      portal.see("group.done.other", "3");
      portal.see("outcome.challenge.short");
      portal.see("outcome.customer-asked.short");
      portal.isFitForAll();
      String ticket = portal.ticketNumber();
      assertThat(portal.mailAbout(ticket).text().orElseThrow()).contains(unproven);

      portal.press("challenge.title");
      portal.browser().find("input[name='invoiceNumber']");
      String asked = portal.browser().find(".lead").getText();
      assertThat(asked)
          .contains(Customer.WORKS.title(), Customer.GEARS.title())
          .doesNotContain(unproven);
      boolean worksFirst =
          asked.indexOf(Customer.WORKS.title()) < asked.indexOf(Customer.GEARS.title());
      portal.prove(Books.of(worksFirst ? Customer.WORKS : Customer.GEARS, vendor));
      portal.see("relationship.connected.text", Customer.WORKS.title());
      portal.isFitForAll();

      portal.go("relationships");
      for (String member : List.of(Customer.WORKS.title(), Customer.GEARS.title())) {
        assertThat(portal.browser().find("tbody tr", member).getText())
            .contains(portal.say("relationship.connected"), vendor);
      }
      assertThat(portal.browser().find("tbody tr", unproven).getText())
          .contains(portal.say("relationship.pending"), ticket);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChallengeThatWasLeftIsFoundAgainAmongTheRelationships(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.SHOP);
      String challenge = portal.address();

      portal.menu("customers.menu", "relationships.title");
      portal.press("challenge.title");
      portal.seeHeading("challenge.title");
      assertThat(portal.address()).isEqualTo(challenge);

      portal.go("relationships");
      portal.browser().press(Customer.SHOP.title());
      portal.browser().seeHeading(Customer.SHOP.title());
      portal.press("challenge.title");
      portal.seeHeading("challenge.title");
      assertThat(portal.address()).isEqualTo(challenge);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTypedIsReadBackAsItIsUnderstood(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.SHOP);
      switch (way) {
        case IN_GERMAN_BY_MOUSE -> {
          portal.answer(0, new Booked("", "5.3.26", "1'234,5"));
          portal.browser().see("Donnerstag, 5. März 2026");
          portal.browser().see("1.234,5");
          portal.answer(0, new Booked("", "31.2.2026", "1.234"));
          portal.see("challenge.amount.either", "1.234", "1,234");
        }
        case IN_ENGLISH_BY_KEYBOARD -> {
          portal.answer(0, new Booked("", "3/5/26", "1.234,50"));
          portal.browser().see("Thursday, March 5, 2026");
          portal.browser().see("1,234.50");
          portal.answer(0, new Booked("", "2/31/2026", "1.234"));
          portal.see("challenge.amount.either", "1.234", "1,234");
        }
      }
      portal.press("challenge.action");
      portal.see("form.day", portal.language() == Language.DE ? "31.03.2026" : "03/31/2026");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongAnswersLockTheChallengeAndTheWayOverTheCustomerStaysOpen(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.SHOP);
      answerWronglyUntilLocked(portal);
      portal.isFitForAll();

      portal.press("connect.action");
      portal.see("challenge.handedOver");
      assertThat(portal.mailAbout(portal.ticketNumber()).to()).isNotEmpty();
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supportUnlocksTheChallengeAndTheInvoicesProveIt(Way way) {
    Books books = Books.of(Customer.SHOP, vendor(way, "70103", "70104"));
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.SHOP);
      String challenge = portal.address();
      answerWronglyUntilLocked(portal);
      portal.press("connect.action");
      portal.see("challenge.handedOver");
      String ticket = portal.ticketNumber();

      try (Portal support = Portal.ofSupport(way).signIn()) {
        support.go("desk/" + ticket);
        support.browser().see(support.say("case.challenge.locked"));
        support.press("case.unlock");
        support.type("relationship.reason", "Telefonisch geklärt");
        support.browser().pressThe("details[open] button");
        support.see("event.challenge-unlocked");
        support.leftNothingBehind();
      }

      portal.go(challenge);
      portal.reload();
      portal.prove(books);
      portal.see("relationship.connected.text", Customer.SHOP.title());
      portal.go("tickets/" + ticket);
      portal.see("event.connected-by-challenge", Customer.SHOP.title());
      portal.see("ticket.closed");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supplierHearsThatAnotherAccountHasProvedItsVendorNumber(Way way) {
    Books books = Books.of(Customer.SHOP, vendor(way, "70105", "70106"));
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.SHOP);
      portal.prove(books);
      portal.see("relationship.connected.text", Customer.SHOP.title());

      try (Portal another = Portal.ofSupplier(way).signIn()) {
        another.beginChallenge(Customer.SHOP);
        another.prove(books);
        another.see("relationship.suspended");
        another.isFitForAll();
      }

      portal.go("notices");
      portal
          .browser()
          .press("a.row", portal.say("notice.vendor-number-claimed", Customer.SHOP.title()));
      portal.see("event.vendor-number-claimed", Customer.SHOP.title());
      portal.press("ticket.notUs.action");
      portal.see("event.claim-disowned");
      assertThat(portal.browser().focused().getText()).isEqualTo(portal.say("ticket.history"));
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void customerThatAnswersByHandAgreesToWhatIsProved(Way way) {
    Books books = Books.of(Customer.MEDICAL, vendor(way, "70103", "70104"));
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.MEDICAL);
      portal.prove(books);
      portal.see("challenge.step.3");
      portal.see("relationship.pending.text", Customer.MEDICAL.title());
      String ticket = portal.ticketNumber();
      portal.go("tickets/" + ticket);
      portal.see("event.proved", Customer.MEDICAL.title());

      Texts texts = Texts.in(portal.language());
      portal.openAsCustomer(portal.mailAbout(ticket));
      portal.isFitForAll();
      portal.browser().press("button", texts.plain(TextKey.PAGE_CONFIRM_BUTTON));
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_CONFIRMED_TITLE));

      portal.go("relationships/" + Customer.MEDICAL.id());
      portal.see("relationship.connected.text", Customer.MEDICAL.title());
      portal.browser().see(books.vendor());
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void customerSaysThatAProofWasNotRightAndTheRelationshipIsSuspended(Way way) {
    Books books = Books.of(Customer.SHOP, vendor(way, "70107", "70108"));
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.SHOP);
      portal.prove(books);
      portal.see("relationship.connected.text", Customer.SHOP.title());

      Texts texts = Texts.in(portal.language());
      portal.openAsCustomer(portal.warningAbout(books.vendor()));
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_OBJECT_TITLE));
      portal.isFitForAll();
      portal.browser().press("button", texts.plain(TextKey.PAGE_OBJECT_BUTTON));
      portal.browser().seeHeading(texts.plain(TextKey.PAGE_OBJECTED_TITLE));
      portal.isFitForAll();

      portal.go("relationships/" + Customer.SHOP.id());
      portal.see("relationship.suspended.text", Customer.SHOP.title());
      portal.go("");
      portal.see("notice.suspended", Customer.SHOP.title());
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoLacksTheDataHasTheCustomerAskedAndHoldsATicket(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.SHOP);
      portal.press("connect.action");
      portal.see("challenge.handedOver");
      String ticket = portal.ticketNumber();
      portal.browser().press(ticket);
      portal.seeHeading("ticket.title", ticket);
      portal.see("event.customer-asked", Customer.SHOP.title());
      portal.leftNothingBehind();
    }
  }

  private static void answerWronglyUntilLocked(Portal portal) {
    portal.fill("invoiceNumber", "NO-SUCH-1");
    for (int attempt = 1; attempt <= 3; attempt++) {
      portal.answer(0, new Booked("", "2026-01-0" + attempt, "1.00"));
      portal.press("challenge.action");
      if (attempt < 3) {
        portal.browser().find("[data-outcome]", beginning(portal.say("challenge.wrong.other")));
      }
    }
    portal.browser().find(".note.bad", beginning(portal.say("challenge.locked")));
  }

  private static String beginning(String text) {
    return text.substring(0, text.indexOf('.'));
  }

  /** A vendor number is bound to one account: each telling of a story has its own. */
  private static String vendor(Way way, String inGerman, String inEnglish) {
    return switch (way) {
      case IN_GERMAN_BY_MOUSE -> inGerman;
      case IN_ENGLISH_BY_KEYBOARD -> inEnglish;
    };
  }
}
