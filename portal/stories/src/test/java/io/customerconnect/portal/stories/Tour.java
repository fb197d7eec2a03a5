package io.customerconnect.portal.stories;

import io.customerconnect.portal.stories.Books.Customer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every page of the portal, with something on it. */
final class Tour {
  private Tour() {}

  /** The pages of the support desk, with a ticket that waits there. */
  static Map<String, String> deskPages(String ticket) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("desk", "desk?waitingFor=buyer");
    pages.put("case", "desk/" + ticket);
    pages.put("settings", "desk/customers/hafenkron-02");
    return pages;
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
