package io.customerconnect.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.ExpectedPayment;
import io.customerconnect.domain.status.ExpectedPayment.Basis;
import io.customerconnect.domain.status.InvoiceStatus;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.PastPayment;
import io.customerconnect.domain.status.PaymentForecast;
import io.customerconnect.domain.status.PaymentHabit;
import io.customerconnect.domain.status.PaymentHistory;
import io.customerconnect.domain.status.StatusReport;
import io.customerconnect.testing.PublicData;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How many days the expected payment date is off, beside the due date alone.
 *
 * <p>Goes through real receivables in the order they were issued; each forecast knows only what had
 * been paid before. A customer stands for a buyer's dealings with one vendor, all customers of a
 * country for a buyer with all its vendors: the data have one supplier only.
 */
public final class PaymentDates {
  private static final List<Integer> THRESHOLDS = List.of(1, 2, 3, 4, 5, 8);
  private static final PaymentForecast.Rules DEFAULT = PaymentForecast.Rules.DEFAULT;
  private static final StatusReport RECEIVED =
      new StatusReport(new InvoiceStatus.Acknowledged(Clarification.NONE), new NamedDate.None());

  private final List<Row> rows;

  private record Row(
      String customer,
      String country,
      LocalDate issued,
      LocalDate due,
      LocalDate paid,
      boolean disputed) {

    PastPayment payment() {
      return new PastPayment(issued, Optional.of(due), paid);
    }

    int error(LocalDate expected) {
      return Math.toIntExact(Math.abs(ChronoUnit.DAYS.between(expected, paid)));
    }
  }

  private record Forecast(Row row, LocalDate date, Basis basis) {}

  private PaymentDates(List<Row> rows) {
    this.rows = rows;
  }

  public static void main(String[] arguments) throws IOException {
    PaymentDates bench = new PaymentDates(read());
    bench.printWhole();
    bench.printByBasis();
    bench.printWaiting();
    bench.printRanges();
    bench.printThresholds();
  }

  private static List<Row> read() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                PublicData.reader(PublicData.require().resolve("invoices_ibm_ar.csv.gz")))) {
      for (NamedCsvRecord row : csv) {
        rows.add(
            new Row(
                row.getField("buyer_name"),
                row.getField("buyer_entity"),
                LocalDate.parse(row.getField("invoice_date")),
                LocalDate.parse(row.getField("due_date")),
                LocalDate.parse(row.getField("payment_date")),
                row.getField("status").equals("DISPUTED")));
      }
    }
    rows.sort(Comparator.comparing(Row::issued));
    return rows;
  }

  private void printWhole() {
    List<Forecast> ours = forecasts(DEFAULT, Row::issued);
    System.out.printf(
        Locale.ROOT,
        "%d invoices of %d customers, forecast on the day of issue%n%n",
        rows.size(),
        rows.stream().map(Row::customer).distinct().count());
    header("policy");
    print("due date alone", errors(ours, forecast -> forecast.row().due()));
    print("expected date", errors(ours, Forecast::date));
    print("expected date, moved off weekends", errors(ours, forecast -> weekday(forecast.date())));
    header("of these, later disputed or not");
    for (boolean disputed : List.of(false, true)) {
      List<Forecast> part = ours.stream().filter(f -> f.row().disputed() == disputed).toList();
      String which = disputed ? "disputed" : "undisputed";
      print(which + ": due date alone", errors(part, forecast -> forecast.row().due()));
      print(which + ": expected date", errors(part, Forecast::date));
    }
  }

  private void printByBasis() {
    List<Forecast> ours = forecasts(DEFAULT, Row::issued);
    header("by basis");
    printBasis("vendor's history", ours, basis -> basis instanceof Basis.VendorHistory);
    printBasis("buyer's history", ours, basis -> basis instanceof Basis.BuyerHistory);
    printBasis("due date", ours, basis -> basis instanceof Basis.DueDate);
  }

  private static void printBasis(String name, List<Forecast> all, Predicate<Basis> which) {
    List<Forecast> part = all.stream().filter(forecast -> which.test(forecast.basis())).toList();
    print(name, errors(part, Forecast::date));
    print("  due date alone on the same", errors(part, forecast -> forecast.row().due()));
  }

  /** A supplier looks most often when the money has not come. */
  private void printWaiting() {
    header("unpaid n days after the due date, forecast then");
    for (int days : List.of(1, 5, 10)) {
      Function<Row, LocalDate> day = row -> row.due().plusDays(days);
      List<Forecast> waiting =
          forecasts(DEFAULT, day).stream()
              .filter(forecast -> !forecast.row().paid().isBefore(day.apply(forecast.row())))
              .toList();
      print("n = " + days + ": due date", errors(waiting, forecast -> forecast.row().due()));
      print("n = " + days + ": today", errors(waiting, forecast -> day.apply(forecast.row())));
      print("n = " + days + ": expected date", errors(waiting, Forecast::date));
    }
  }

  private void printRanges() {
    System.out.printf(
        "%n%-40s %6s %8s %8s%n", "quickest to slowest of the payments", "rows", "inside", "days");
    for (int payments : List.of(3, 5, 10)) {
      int inside = 0;
      int width = 0;
      int count = 0;
      for (Forecast forecast : forecasts(DEFAULT, Row::issued)) {
        if (forecast.basis()
                instanceof Basis.VendorHistory(ExpectedPayment.Counted _, PaymentHabit habit)
            && habit.payments() == payments) {
          long late = ChronoUnit.DAYS.between(forecast.row().due(), forecast.row().paid());
          count++;
          width += habit.latest() - habit.earliest();
          inside += late >= habit.earliest() && late <= habit.latest() ? 1 : 0;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-40s %6d %7.1f%% %8.1f%n",
          payments + " payments",
          count,
          100.0 * inside / count,
          (double) width / count);
    }
  }

  private void printThresholds() {
    header("from how many payments a history counts");
    for (int vendor : THRESHOLDS) {
      PaymentForecast.Rules rules = new PaymentForecast.Rules(vendor, DEFAULT.buyerPayments());
      print("vendor's from " + vendor, errors(forecasts(rules, Row::issued), Forecast::date));
    }
    for (int buyer : List.of(5, 20, 50, Integer.MAX_VALUE)) {
      PaymentForecast.Rules rules = new PaymentForecast.Rules(DEFAULT.vendorPayments(), buyer);
      String from = buyer == Integer.MAX_VALUE ? "never" : "from " + buyer;
      print("buyer's " + from, errors(forecasts(rules, Row::issued), Forecast::date));
    }
  }

  private List<Forecast> forecasts(PaymentForecast.Rules rules, Function<Row, LocalDate> day) {
    return rows.stream().map(row -> forecast(rules, row, day.apply(row))).toList();
  }

  private Forecast forecast(PaymentForecast.Rules rules, Row row, LocalDate day) {
    List<Row> past = rows.stream().filter(other -> other.paid().isBefore(day)).toList();
    PaymentForecast policy =
        new PaymentForecast(
            rules,
            history(
                past, other -> other.customer().equals(row.customer()), PaymentHistory.OF_VENDOR),
            history(past, other -> other.country().equals(row.country()), PaymentHistory.OF_BUYER));
    Instant now = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    ExpectedPayment expected =
        policy.expect(
            new PaymentForecast.Dates(
                DocumentTypeCode.COMMERCIAL_INVOICE, row.issued(), Optional.of(row.due())),
            RECEIVED,
            now);
    return switch (expected) {
      case ExpectedPayment.On(LocalDate date, Basis basis) -> new Forecast(row, date, basis);
      case ExpectedPayment.Late(LocalDate _, Basis basis) -> new Forecast(row, day, basis);
      case ExpectedPayment.Paid _,
          ExpectedPayment.OnHold _,
          ExpectedPayment.Refused _,
          ExpectedPayment.Unknown _ ->
          throw new IllegalStateException("No date for " + row);
    };
  }

  private static PaymentHistory history(List<Row> past, Predicate<Row> which, int limit) {
    return PaymentHistory.none(limit).and(past.stream().filter(which).map(Row::payment).toList());
  }

  private static LocalDate weekday(LocalDate date) {
    LocalDate day = date;
    while (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static List<Integer> errors(
      List<Forecast> forecasts, Function<Forecast, LocalDate> expected) {
    return forecasts.stream()
        .map(forecast -> forecast.row().error(expected.apply(forecast)))
        .sorted()
        .toList();
  }

  private static void header(String what) {
    System.out.printf(
        "%n%-40s %6s %8s %8s %8s %8s%n", what, "rows", "mean", "median", "<= 3 d", "<= 7 d");
  }

  private static void print(String name, List<Integer> errors) {
    System.out.printf(
        Locale.ROOT,
        "%-40s %6d %8.2f %8d %7.1f%% %7.1f%%%n",
        name,
        errors.size(),
        errors.stream().mapToInt(Integer::intValue).average().orElse(0),
        errors.isEmpty() ? 0 : errors.get(errors.size() / 2),
        share(errors, 3),
        share(errors, 7));
  }

  private static double share(List<Integer> errors, int days) {
    return 100.0
        * errors.stream().filter(error -> error <= days).count()
        / Math.max(1, errors.size());
  }
}
