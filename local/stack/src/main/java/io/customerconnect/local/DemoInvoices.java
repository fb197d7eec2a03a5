package io.customerconnect.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invoices in the books of some of the demo's customers, made up by a seed and dated from today
 * back, so that they can be asked about whenever the stack is started.
 */
final class DemoInvoices {
  /** The vendor whose invoices a supplier can prove itself with. */
  static final String VENDOR = "70041";

  private static final String HEADER =
      "legalEntityId,vendorNumber,vendorName,invoiceNumber,issueDate,totalWithVat,currency,status\n";

  private static final int INVOICES = 30;
  private static final int DAYS_BETWEEN = 19;
  private static final int OTHER_INVOICES = 150;
  private static final int OTHER_VENDORS = 10;
  private static final int DAYS = 690;

  /** How vendors write their invoices. */
  private enum Habit {
    PLAIN,
    /** Dates in the numbers, whole amounts: one proves too little, and two are asked for. */
    EASILY_GUESSED;

    String number(LocalDate date, int running) {
      return switch (this) {
        case PLAIN -> Integer.toString(running);
        case EASILY_GUESSED -> DateTimeFormatter.BASIC_ISO_DATE.format(date) + "-" + running % 100;
      };
    }

    /** Of an invoice with VAT, with a decimal point. */
    String total(Random random) {
      int units = 200 + random.nextInt(9_000);
      return switch (this) {
        case PLAIN -> units + "." + (11 + random.nextInt(88));
        case EASILY_GUESSED -> units + ".00";
      };
    }
  }

  private DemoInvoices() {}

  /** Delivers what some customers have in their books, and waits until it can be asked about. */
  static void deliverTo(Stack stack) {
    LocalDate today = LocalDate.ofInstant(stack.now(), ZoneOffset.UTC);
    deliver(
        stack,
        "drosselbach-01",
        file(today, List.of("drosselbach-01", "drosselbach-02", "drosselbach-04")));
    deliver(stack, "zwirnfeld-06", file(today, List.of("zwirnfeld-06")));
    deliver(stack, "tannmoos-02", file(today, List.of("tannmoos-02"), Habit.EASILY_GUESSED));
    if (!stack.settle()) {
      throw new StackException("The demo's invoices have not been loaded");
    }
  }

  private static void deliver(Stack stack, String customer, String file) {
    try {
      stack.deliver(
          "invoices/" + customer + "/demo.csv",
          new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the invoices of several customers that share their list of vendors. */
  static String file(LocalDate today, List<String> customers) {
    return file(today, customers, Habit.PLAIN);
  }

  private static String file(LocalDate today, List<String> customers, Habit habit) {
    StringBuilder file = new StringBuilder(HEADER);
    Random random = new Random(2026);
    int number = 10_000;
    for (String customer : customers) {
      for (int i = 0; i < INVOICES; i++) {
        number += 3 + random.nextInt(9);
        LocalDate date = today.minusDays(600 - DAYS_BETWEEN * i);
        String named = "BW-" + habit.number(date, number);
        row(
            file,
            customer,
            VENDOR,
            "Berg Werkzeugbau GmbH",
            named,
            date,
            habit.total(random),
            today);
      }
      for (int i = 0; i < OTHER_INVOICES; i++) {
        String vendor = Integer.toString(70_100 + i % OTHER_VENDORS);
        number += 3 + random.nextInt(9);
        LocalDate date = today.minusDays(40 + random.nextInt(DAYS - 40));
        String named = "R" + habit.number(date, number);
        row(file, customer, vendor, "Vendor " + vendor, named, date, habit.total(random), today);
      }
    }
    return file.toString();
  }

  private static void row(
      StringBuilder file,
      String customer,
      String vendor,
      String vendorName,
      String number,
      LocalDate date,
      String total,
      LocalDate today) {
    file.append(
        String.format(
            Locale.ROOT,
            "%s,%s,%s,%s,%s,%s,EUR,%s\n",
            customer,
            vendor,
            vendorName,
            number,
            date,
            total,
            date.isBefore(today.minusDays(60)) ? "paid" : "booked"));
  }
}
