package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What suppliers do where a customer's books can be asked: two invoices, or the customer. */
@InChromium
final class ChallengeStoriesTest {
  /** The vendor whose invoices are in the demo's books. */
  private static final String VENDOR = "70041";

  /** A vendor number is bound to one account: each language's story has a customer of its own. */
  private record Customer(String id, String typed, String name) {
    static Customer of(Language language) {
      return switch (language) {
        case DE ->
            new Customer(
                "drosselbach-01", "drosselbach werke", "Drosselbach Werke Aktiengesellschaft");
        case EN -> new Customer("zwirnfeld-06", "zwirnfeld retail", "Zwirnfeld Retail GmbH");
      };
    }
  }

  /** An invoice in the customer's books. */
  private record Booked(String number, String date, String amount) {}

  @ParameterizedTest
  @EnumSource
  void supplierIsConnectedByTwoOfItsInvoices(Language language) throws Exception {
    Customer customer = Customer.of(language);
    List<Booked> books = books(customer);
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      begin(portal, customer);
      Booked first = books.getFirst();
      portal.fill("invoiceNumber", first.number());
      answer(portal, "0", first);
      portal.press("challenge.action");

      portal.browser().find(".form h2");
      List<WebElement> asked = portal.browser().driver().findElements(By.cssSelector(".form h2"));
      for (int place = 0; place < asked.size(); place++) {
        String question = asked.get(place).getText();
        Booked second =
            books.stream()
                .filter(known -> question.equals(portal.say("challenge.invoice", known.number())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the books: " + question));
        assertThat(second).isNotEqualTo(first);
        answer(portal, Integer.toString(place), second);
      }
      portal.press("challenge.action");

      portal.see("relationship.connected.text", customer.name());
      portal.go("relationships/" + customer.id());
      portal.see("relationship.how.challenge");
      portal.browser().see(VENDOR);
      portal.leftNothingBehind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongAnswersLockTheChallengeAndTheWayOverTheCustomerStaysOpen(Language language) {
    Customer customer = Customer.of(language);
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      begin(portal, customer);
      portal.fill("invoiceNumber", "NO-SUCH-1");
      for (int attempt = 1; attempt <= 3; attempt++) {
        answer(portal, "0", new Booked("", "2026-01-0" + attempt, "1.00"));
        portal.press("challenge.action");
        if (attempt < 3) {
          portal
              .browser()
              .find("[data-outcome]", portal.say("challenge.wrong.other").split("\\.", 2)[0]);
        }
      }
      portal.browser().find(".note.bad", portal.say("challenge.locked").split("\\.", 2)[0]);

      portal.press("connect.action");
      portal.see("challenge.handedOver");
      assertThat(portal.mailAbout(portal.ticketNumber()).to()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoLacksTheDataHasTheCustomerAskedAndHoldsATicket(Language language) {
    Customer customer = Customer.of(language);
    try (Portal portal = Portal.ofSupplier(Look.of(language)).signIn()) {
      begin(portal, customer);
      portal.press("connect.action");
      portal.see("challenge.handedOver");
      String ticket = portal.ticketNumber();
      portal.browser().press(ticket);
      portal.seeHeading("ticket.title", ticket);
      portal.see("event.customer-asked", customer.name());
      portal.leftNothingBehind();
    }
  }

  private static void begin(Portal portal, Customer customer) {
    portal.search(customer.typed(), customer.name());
    portal.see("outlook.challenge");
    portal.choose(customer.name());
    portal.press("connect.action");
    portal.browser().find("input[name='invoiceNumber']");
  }

  private static void answer(Portal portal, String place, Booked invoice) {
    portal.fill("date-" + place, invoice.date());
    portal.fill("amount-" + place, invoice.amount());
  }

  private static List<Booked> books(Customer customer) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String csv =
          client
              .send(
                  HttpRequest.newBuilder(
                          Portal.stack()
                              .address()
                              .resolve("/local/files/invoices/" + customer.id() + "/demo.csv"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return csv.lines()
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[0].equals(customer.id()) && cells[1].equals(VENDOR))
          .map(cells -> new Booked(cells[3], cells[4], cells[5]))
          .toList();
    }
  }
}
