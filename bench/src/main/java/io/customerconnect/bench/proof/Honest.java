package io.customerconnect.bench.proof;

import io.customerconnect.domain.challenge.FirstAnswer;
import io.customerconnect.domain.challenge.InvoiceAnswer;
import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.challenge.StepOne;
import io.customerconnect.domain.invoice.InvoiceDate;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.TypedAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Suppliers who are who they say, and type as people type. */
final class Honest {
  /** How dates are written in ten countries; the portal reads them in the user's own notation. */
  private static final List<DateTimeFormatter> NOTATIONS =
      List.of(
              "d.M.yyyy",
              "dd/MM/yyyy",
              "M/d/yyyy",
              "yyyy-MM-dd",
              "dd-MM-yyyy",
              "yyyy/MM/dd",
              "d/M/yyyy",
              "dd.MM.yyyy",
              "yyyy. MM. dd.",
              "d MMM yyyy")
          .stream()
          .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
          .toList();

  private final Books books;
  private final List<Books.Vendor> vendors;
  private final Habits habits;

  /**
   * What goes wrong, in shares.
   *
   * @param mistyped answers that hold a typing error
   * @param wrongRecords rows in the buyer's books that differ from the paper
   * @param netForGross suppliers who give the net amount
   * @param postingDates suppliers who hold other dates than the buyer, by some 26 days
   */
  record Habits(
      double mistyped,
      double wrongRecords,
      double netForGross,
      double postingDates,
      Firsts firsts) {}

  /** With which invoices they come. */
  enum Firsts {
    /** With such as the rules accept in step 1. */
    ACCEPTED,
    /** With any, of which some share their number with other vendors'. */
    ANY
  }

  /** What came of it, in numbers of suppliers. */
  record Outcome(int suppliers, int first, int replaced, int handedOver) {}

  Honest(Books books, Habits habits) {
    this.books = books;
    this.vendors = books.challengeable(new Random(1));
    this.habits = habits;
  }

  Outcome run(int suppliers, long seed) {
    Random random = new Random(seed);
    int first = 0;
    int replaced = 0;
    for (int i = 0; i < suppliers; i++) {
      Books.Vendor vendor = vendors.get(i % vendors.size());
      Supplier supplier = new Supplier(vendor, random);
      Desk desk = new Desk(books, vendor, random);
      if (supplier.passes(desk)) {
        first++;
      } else if (supplier.passes(desk)) {
        replaced++;
      }
    }
    return new Outcome(suppliers, first, replaced, suppliers - first - replaced);
  }

  /** One supplier with its own papers. */
  private final class Supplier {
    private final Books.Vendor vendor;
    private final Random random;
    private final boolean givesNet;
    private final boolean hasOtherDates;
    private final DateTimeFormatter notation;
    private final Map<InvoiceNumber, LedgerInvoice> papers = new HashMap<>();

    Supplier(Books.Vendor vendor, Random random) {
      this.vendor = vendor;
      this.random = random;
      this.givesNet = random.nextDouble() < habits.netForGross();
      this.hasOtherDates = random.nextDouble() < habits.postingDates();
      this.notation = NOTATIONS.get(random.nextInt(NOTATIONS.size()));
    }

    /** One challenge from begin to end. */
    boolean passes(Desk desk) {
      if (!desk.begin()) {
        return false;
      }
      List<LedgerInvoice> papersAtHand =
          vendor.recent().stream()
              .filter(invoice -> StepOne.canProve(invoice.number(), books.rules()))
              .filter(invoice -> invoice.total().amount().signum() != 0)
              .filter(
                  invoice ->
                      habits.firsts() == Firsts.ANY || books.leadsOn(vendor, invoice, random))
              .toList();
      List<LedgerInvoice> own = new ArrayList<>(papersAtHand);
      while (desk.isOpen() && !papersAtHand.isEmpty()) {
        Optional<SecondInvoices> asked = desk.asked();
        if (own.isEmpty()) {
          // All were tried: from the first again, with more care.
          own.addAll(papersAtHand);
        }
        if (asked.isEmpty()) {
          // Mostly one of the latest; another one when that was not accepted.
          int back = random.nextInt(4) > 0 ? Math.min(own.size(), 3) : own.size();
          LedgerInvoice mine = own.remove(own.size() - 1 - random.nextInt(back));
          desk.first(new FirstAnswer(typedNumber(mine.number()), typed(mine)));
        } else {
          Map<InvoiceNumber, InvoiceAnswer> answers = new HashMap<>();
          asked
              .get()
              .numbers()
              .forEach(number -> answers.put(number, typed(vendor.invoice(number))));
          if (desk.second(answers)) {
            return true;
          }
        }
      }
      return false;
    }

    private InvoiceAnswer typed(LedgerInvoice booked) {
      LedgerInvoice paper = papers.computeIfAbsent(booked.number(), _ -> paper(booked));
      boolean slip = random.nextDouble() < habits.mistyped();
      boolean inDate = random.nextBoolean();
      LocalDate date = paper.issueDate().plusDays(slip && inDate ? 1 : 0);
      BigDecimal amount =
          paper.total().amount().add(slip && !inDate ? new BigDecimal("0.90") : BigDecimal.ZERO);
      return new InvoiceAnswer(typedDate(date), TypedAmount.parse(typedAmount(amount)));
    }

    /** What stands on paper where the buyer booked this. */
    private LedgerInvoice paper(LedgerInvoice booked) {
      boolean differs = random.nextDouble() < habits.wrongRecords();
      LocalDate date =
          booked.issueDate().minusDays(hasOtherDates ? 1 + random.nextInt(52) : differs ? 3 : 0);
      BigDecimal amount =
          givesNet
              ? booked.total().amount().divide(new BigDecimal("1.19"), 2, RoundingMode.HALF_UP)
              : booked.total().amount();
      return new LedgerInvoice(
          booked.number(), date, new Money(amount, booked.total().currency()), booked.type());
    }

    private LocalDate typedDate(LocalDate date) {
      String iso = LocalDate.parse(notation.format(date), notation).toString();
      return InvoiceDate.issued(iso, LocalDate.of(2099, 1, 1));
    }

    private InvoiceNumber typedNumber(InvoiceNumber number) {
      String text = number.written();
      String typed =
          switch (random.nextInt(7)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.replace("-", "").replace("/", "");
            case 2 -> text.replace(' ', '-');
            case 3 -> text.replaceFirst("^0+(?=\\d{4})", "");
            case 4 -> text.replaceAll("(?<=\\p{L})(?=\\d)", " ");
            case 5 -> " " + text + " ";
            default -> text;
          };
      return new InvoiceNumber(typed);
    }

    private String typedAmount(BigDecimal amount) {
      DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
      int notation = random.nextInt(8);
      switch (notation) {
        case 0 -> set(symbols, '.', ',');
        case 1 -> set(symbols, ',', '.');
        case 2 -> set(symbols, '\u00A0', ',');
        case 3 -> set(symbols, '\u2019', '.');
        case 4 -> set(symbols, ' ', '.');
        case 5 -> set(symbols, ' ', ',');
        default -> set(symbols, ',', '.');
      }
      boolean whole = amount.stripTrailingZeros().scale() <= 0 && random.nextBoolean();
      String pattern =
          notation == 6 ? "0.00" : notation == 7 && whole ? "#,##0" : whole ? "#,##0" : "#,##0.00";
      String typed = new DecimalFormat(pattern, symbols).format(amount.abs());
      if (amount.signum() >= 0) {
        return typed;
      }
      return switch (random.nextInt(4)) {
        case 0 -> typed;
        case 1 -> typed + "-";
        case 2 -> "(" + typed + ")";
        default -> "-" + typed;
      };
    }

    private void set(DecimalFormatSymbols symbols, char group, char point) {
      symbols.setGroupingSeparator(group);
      symbols.setDecimalSeparator(point);
    }
  }
}
