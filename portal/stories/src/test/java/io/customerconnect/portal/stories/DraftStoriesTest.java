package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import io.customerconnect.local.user.User;
import io.customerconnect.portal.stories.Books.Booked;
import io.customerconnect.portal.stories.Books.Customer;
import io.customerconnect.portal.stories.Portal.Renewal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was typed or ticked stays until it is sent, for who has done it and for nobody else. */
@InChromium
final class DraftStoriesTest {
  private static final String CUSTOMER = "Hafenkron Logistik GmbH & Co. KG";

  @ParameterizedTest
  @EnumSource
  void nothingTypedIsLostWhenTheSignInExpires(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      String ticket = portal.ask(CUSTOMER);
      portal.go("tickets/" + ticket);
      portal.type("ticket.comment", "Ansprechpartnerin: Frau Kranich");
      portal.expireSignIn(Renewal.IMPOSSIBLE);

      portal.press("ticket.comment.action");
      portal.see("expired.title");
      portal.isFitForAll();
      portal.press("expired.action");
      portal.chooseUser();

      portal.seeHeading("ticket.title", ticket);
      portal.see("form.restored");
      portal.press("ticket.comment.action");
      portal.see("event.commented");
      assertThat(portal.browser().find(".history blockquote").getText())
          .isEqualTo("Ansprechpartnerin: Frau Kranich");
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasTypedIsNotForTheNextUserOfTheTab(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      User another = portal.another();
      portal.go("customers/missing");
      portal.type("missing.contact", "Frau Kranich, Durchwahl 12");
      portal.expireSignIn(Renewal.IMPOSSIBLE);
      portal.menu("customers.menu", "relationships.title");
      portal.see("expired.title");
      portal.press("expired.action");
      portal.chooseUser(another);

      portal.seeHeading("home.greeting", "Nora Nadel");
      assertThat(portal.browser().url()).doesNotContain("#");
      portal.go("customers/missing");
      assertThat(portal.browser().field(portal.say("missing.contact")).getDomProperty("value"))
          .isEmpty();
      assertThat(portal.browser().text()).doesNotContain(portal.say("form.restored"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void ticksOfAGroupAreThereAgainAfterTheSignIn(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.go("customers/groups/hafenkron");
      portal.browser().tick("Hafenkron Holding SE");
      portal.browser().tick(CUSTOMER);
      portal.expireSignIn(Renewal.IMPOSSIBLE);
      portal.press("connect.action");
      portal.see("expired.title");
      portal.press("expired.action");
      portal.chooseUser();

      portal.see("group.restored");
      portal.see("group.selected.other", "2");
      portal.press("connect.action");
      portal.see("group.done.other", "2");
      portal.reload();
      assertThat(portal.browser().text()).doesNotContain(portal.say("group.restored"));
      assertThat(portal.browser().field(CUSTOMER).isEnabled()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ticksOfAGroupCanBeDiscarded(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.go("customers/groups/hafenkron");
      portal.browser().tick(CUSTOMER);
      portal.reload();
      portal.see("group.selected.one", "1");
      portal.press("form.discard");
      portal.see("group.selected.other", "0");
      assertThat(portal.browser().focused().getDomAttribute("type")).isEqualTo("checkbox");
      portal.reload();
      portal.see("group.selected.other", "0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongAnswerStaysToBeCorrected(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.beginChallenge(Customer.SHOP);
      portal.fill("invoiceNumber", "NO-SUCH-1");
      portal.answer(0, new Booked("", "2026-01-05", "1.00"));
      portal.press("challenge.action");
      portal.browser().find("[data-outcome]");
      portal.reload();

      portal.see("form.restored");
      assertThat(typed(portal, "challenge.number")).isEqualTo("NO-SUCH-1");
      assertThat(typed(portal, "challenge.date")).isEqualTo("2026-01-05");
      portal.press("form.discard");
      portal.browser().until("nothing is typed", () -> typed(portal, "challenge.number").isEmpty());
      assertThat(portal.browser().focused().getDomAttribute("name")).isEqualTo("invoiceNumber");
      portal.reload();
      assertThat(portal.browser().text()).doesNotContain(portal.say("form.restored"));
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedPracticeInvoiceStaysToBeCorrected(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.go("practice");
      portal.type("invoices.number", "P-18");
      portal.type("practice.price", "12");
      portal.type("practice.vatRate", "19");
      portal.press("practice.action");
      portal.see("practice.refused");
      portal.reload();

      portal.see("form.restored");
      assertThat(typed(portal, "practice.price")).isEqualTo("12");
      portal.type("practice.itemName", "Knöpfe");
      portal.press("practice.action");
      portal.see("practice.accepted");
      portal.reload();
      portal.see("practice.form");
      assertThat(portal.browser().text()).doesNotContain(portal.say("form.restored"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongAnswerThatIsPractisedStaysToo(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.go("practice/challenge");
      portal.type("challenge.number", "NO-SUCH-1");
      portal.type("challenge.date", "2026-01-05");
      portal.type("challenge.amount", "1.00");
      portal.press("challenge.action");
      portal.see("practice.challenge.wrong");
      portal.reload();

      portal.see("form.restored");
      assertThat(typed(portal, "challenge.number")).isEqualTo("NO-SUCH-1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNameThatWasSearchedForLastIsTheOneThatIsMissing(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      searchInVain(portal, "Zwirnwerk Quastenau");
      portal.type("missing.contact", "Frau Quast, Buchhaltung");

      searchInVain(portal, "Zwirnwerk Quastenbach");
      portal.browser().until("the new name", () -> name(portal).equals("Zwirnwerk Quastenbach"));
      portal.see("form.restored");
      assertThat(typed(portal, "missing.contact")).isEqualTo("Frau Quast, Buchhaltung");

      portal.type("missing.name", "Zwirnwerk Quastenbach KG");
      portal.reload();
      assertThat(name(portal)).isEqualTo("Zwirnwerk Quastenbach KG");

      portal.press("form.discard");
      portal.browser().until("the searched", () -> name(portal).equals("Zwirnwerk Quastenbach"));
      assertThat(typed(portal, "missing.contact")).isEmpty();
      portal.leftNothingBehind();
    }
  }

  private static void searchInVain(Portal portal, String name) {
    portal.search(name, portal.say("missing.title"));
    portal.choose(portal.say("missing.title"));
    portal.seeHeading("missing.title");
  }

  private static String name(Portal portal) {
    return typed(portal, "missing.name");
  }

  @ParameterizedTest
  @EnumSource
  void mistakesAreSaidInTheLanguageThatTheUserChangesTo(Way way) {
    Language other = way.look().language() == Language.DE ? Language.EN : Language.DE;
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.go("account");
      portal.type("account.mail", "nora");
      portal.type("account.contactPerson", " ");
      portal.press("account.action");
      portal.see("form.required");
      portal.see("form.mail");

      portal.browser().press(other == Language.DE ? "Deutsch" : "English");
      portal.browser().see(Words.of(other).say("form.required"));
      portal.browser().see(Words.of(other).say("form.mail"));
      assertThat(portal.browser().text())
          .doesNotContain(portal.say("form.required"), portal.say("form.mail"));
      portal.leftNothingBehind();
    }
  }

  /** What stands in a field. */
  private static String typed(Portal portal, String label) {
    return String.valueOf(portal.browser().field(portal.say(label)).getDomProperty("value"));
  }
}
