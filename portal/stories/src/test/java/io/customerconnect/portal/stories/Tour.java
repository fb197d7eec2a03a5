package io.customerconnect.portal.stories;

import io.customerconnect.domain.party.Language;
import io.customerconnect.local.mail.ReceivedMail;
import io.customerconnect.portal.stories.Books.Customer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every page of the portal, with something on it. */
final class Tour {
  /** A customer that nobody connects with. */
  private static final String CUSTOMER = "zwirnfeld-04";

  private static final String FEED = "invoices/" + CUSTOMER + "/ledger.csv";

  private Tour() {}

  /**
   * The pages of the support desk, with a ticket that waits there, and a customer that has not
   * always delivered what can be read.
   */
  static Map<String, String> deskPages(String ticket) {
    Portal.deliver(FEED, Invoices.file(60, 0, 0));
    Portal.stack().advance(Duration.ofDays(7));
    Portal.deliver(FEED, "vendorNumber\n");
    Portal.deliver(FEED, Invoices.file(80, 6, 9));
    Portal.stack().advance(Duration.ofDays(7));
    Portal.deliver(FEED, Invoices.file(85, 3, 4));
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("desk", "desk?waitingFor=buyer");
    pages.put("case", "desk/" + ticket);
    pages.put("settings", "desk/customers/hafenkron-02");
    pages.put("feeds", "desk/feeds");
    pages.put("feed", "desk/customers/" + CUSTOMER + "/feed");
    return pages;
  }

  /**
   * What customers' contacts are asked and told by mail, by the names of the pages behind it.
   *
   * @param ticket of a request that waits for the customer
   */
  static Map<String, ReceivedMail> mails(Portal portal, String ticket) {
    String vendor = portal.language() == Language.DE ? "70105" : "70106";
    portal.go("");
    portal.beginChallenge(Customer.WORKS);
    portal.prove(Books.of(Customer.WORKS, vendor));
    portal.see("relationship.connected.text", Customer.WORKS.title());
    Map<String, ReceivedMail> mails = new LinkedHashMap<>();
    mails.put("decision", portal.mailAbout(ticket));
    mails.put("objection", portal.warningAbout(vendor));
    return mails;
  }

  /** Connects with a customer, so that lists are not empty; the pages' addresses by their names. */
  static Map<String, String> pages(Portal portal) {
    String ticket = portal.ask("Hafenkron Logistik GmbH & Co. KG");
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "");
    pages.put("customers", "customers");
    pages.put("results", "customers?name=hafen");
    pages.put("group", "customers/groups/hafenkron");
    pages.put("missing", "customers/missing");
    portal.beginChallenge(Customer.SHOP);
    pages.put("challenge", portal.address());
    portal.go("");
    portal.beginChallenge(Customer.CLOCKMAKER);
    portal.answerStepOne(Books.of(Customer.CLOCKMAKER, "70103"));
    pages.put("challenge-two", portal.address());
    pages.put("relationships", "relationships");
    pages.put("relationship", "relationships/hafenkron-02");
    pages.put("tickets", "tickets");
    pages.put("ticket", "tickets/" + ticket);
    pages.put("payments", "invoices");
    pages.put("practice", "practice");
    pages.put("practice-challenge", "practice/challenge");
    pages.put("notices", "notices");
    pages.put("account", "account");
    pages.put("help", "help");
    pages.put("unknown", "nowhere");
    return pages;
  }
}
