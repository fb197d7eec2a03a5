package io.customerconnect.portal.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What a customer of the demo has in its books of one of its vendors. */
record Books(Customer customer, String vendor, List<Booked> invoices) {
  Books {
    invoices = List.copyOf(invoices);
  }

  /** A customer that can be proved with two invoices. */
  enum Customer {
    WORKS("drosselbach-01", "Drosselbach Werke Aktiengesellschaft", "drosselbach-01"),
    /** Of the same group, with the same vendors. */
    GEARS("drosselbach-02", "Drosselbach Getriebetechnik GmbH", "drosselbach-01"),
    /** Of the same group too; it answers by hand after the proof. */
    MEDICAL("drosselbach-04", "Drosselbach Medizintechnik GmbH", "drosselbach-01"),
    SHOP("zwirnfeld-06", "Zwirnfeld Retail GmbH", "zwirnfeld-06"),
    /** Its vendors' invoice numbers tell their date, and prove too little alone. */
    CLOCKMAKER("tannmoos-02", "Tannmoos Uhren und Präzision AG", "tannmoos-02");

    private final String id;
    private final String title;
    private final String folder;

    Customer(String id, String title, String folder) {
      this.id = id;
      this.title = title;
      this.folder = folder;
    }

    String id() {
      return id;
    }

    /** The official name. */
    String title() {
      return title;
    }
  }

  /** An invoice in the books; the date in ISO 8601, the amount with a decimal point. */
  record Booked(String number, String date, String amount) {}

  static Books of(Customer customer, String vendor) {
    var file = Portal.stack().file("invoices/" + customer.folder + "/demo.csv").orElseThrow();
    try {
      return new Books(
          customer,
          vendor,
          Files.readAllLines(file.content()).stream()
              .map(line -> line.split(",", -1))
              .filter(cells -> cells[0].equals(customer.id) && cells[1].equals(vendor))
              .map(cells -> new Booked(cells[3], cells[4], cells[5]))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By its date in the middle: neither too old nor too new, as far as stories move the clock. */
  Booked middle() {
    return invoices.stream()
        .sorted(Comparator.comparing(Booked::date))
        .skip(invoices.size() / 2)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing in the books of " + customer.title));
  }

  /** The invoice that this is said of. */
  Booked find(Predicate<Booked> said) {
    return invoices.stream()
        .filter(said)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in the books of " + customer.title));
  }
}
