package io.customerconnect.bench.proof;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an attacker has learnt from the invoices of half of a buyer's vendors: on which days things
 * are posted, how fast numbers run, which amounts are usual, how amounts of one vendor relate.
 */
final class Knowledge {
  private static final Pattern TRAILING = Pattern.compile("(.*?)(\\d{1,15})");
  private static final long[] STEPS = {
    100_000, 50_000, 10_000, 5_000, 1_000, 500, 100, 50, 10, 5, 1
  };
  private static final int MAX_FACTOR = 20;
  private static final int COMMON_AMOUNTS = 3_000;
  private static final int MOST_AMOUNTS = 5_000;
  private static final int PAIRS_PER_VENDOR = 40;
  private static final int PER_BAND = 100;

  private final NavigableMap<LocalDate, Integer> days = new TreeMap<>();
  private final Map<Integer, Double> paces = new HashMap<>();
  private final Map<Long, Integer> common = new LinkedHashMap<>();
  private final Map<Integer, Double> ratios = new HashMap<>();
  private final Map<Integer, Double> factors = new HashMap<>();
  private final double[] roundness = new double[STEPS.length];
  private double commonShare;
  private final List<LedgerInvoice> all = new ArrayList<>();

  Knowledge(List<Books.Vendor> vendors) {
    SplittableRandom random = new SplittableRandom(11);
    Map<Long, Integer> amounts = new HashMap<>();
    int pairs = 0;
    int inCommon = 0;
    for (Books.Vendor vendor : vendors) {
      for (LedgerInvoice invoice : vendor.invoices()) {
        all.add(invoice);
        days.merge(invoice.issueDate(), 1, Integer::sum);
        amounts.merge(cents(invoice), 1, Integer::sum);
      }
    }
    amounts.entrySet().stream()
        .filter(entry -> entry.getKey() > 0)
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
        .limit(COMMON_AMOUNTS)
        .forEach(entry -> common.put(entry.getKey(), entry.getValue()));
    for (Books.Vendor vendor : vendors) {
      if (vendor.askable().best().isEmpty()) {
        continue;
      }
      for (int i = 0; i < PAIRS_PER_VENDOR; i++) {
        LedgerInvoice first = vendor.recent().get(random.nextInt(vendor.recent().size()));
        LedgerInvoice second =
            vendor
                .askable()
                .best()
                .get(random.nextInt(Math.min(5, vendor.askable().best().size())))
                .invoice();
        if (first.equals(second) || cents(first) <= 0) {
          continue;
        }
        pairs++;
        inCommon += common.containsKey(cents(second)) ? 1 : 0;
        ratios.merge(ratio(cents(first), cents(second)), 1.0, Double::sum);
        roundness[step(cents(second))]++;
        for (int factor = 2; factor <= MAX_FACTOR; factor++) {
          if (cents(first) * factor == cents(second)) {
            factors.merge(factor, 1.0, Double::sum);
          }
          if (cents(second) * factor == cents(first)) {
            factors.merge(-factor, 1.0, Double::sum);
          }
        }
        pace(first, second).ifPresent(pace -> paces.merge(pace, 1.0, Double::sum));
      }
    }
    double n = Math.max(1, pairs);
    commonShare = (inCommon + 0.5) / (n + 1);
    ratios.replaceAll((_, count) -> count / n);
    factors.replaceAll((_, count) -> count / n);
    for (int i = 0; i < roundness.length; i++) {
      roundness[i] = (roundness[i] + 0.5) / (n + roundness.length / 2.0);
    }
    double paced = Math.max(1, paces.values().stream().mapToDouble(Double::doubleValue).sum());
    paces.replaceAll((_, count) -> count / paced);
  }

  List<LedgerInvoice> invoices() {
    return all;
  }

  /** The days that an invoice may be of, for somebody who has another one of the vendor. */
  Ranking<LocalDate> dates(
      LedgerInvoice known, InvoiceNumber asked, LocalDate from, LocalDate to, int count) {
    Optional<Tail> one = Tail.of(known.number());
    Optional<Tail> two = Tail.of(asked);
    boolean sequence =
        one.isPresent() && two.isPresent() && one.get().prefix().equals(two.get().prefix());
    Ranking.Builder<LocalDate> ranking = new Ranking.Builder<>();
    days.subMap(from, true, to, true)
        .forEach(
            (day, invoices) -> {
              double chance = invoices;
              long apart = ChronoUnit.DAYS.between(known.issueDate(), day);
              if (sequence) {
                long steps = two.get().value() - one.get().value();
                chance *=
                    Long.signum(steps) * Long.signum(apart) < 0 ? 0.02 : chancePace(steps, apart);
              }
              ranking.add(day, chance * (asked.tells(day) ? 30 : 1));
            });
    return ranking.isEmpty() ? anyDay(to) : ranking.best(count);
  }

  /** The days between two, by how much is posted on them. */
  Ranking<LocalDate> daysBetween(InvoiceNumber asked, LocalDate from, LocalDate to, int count) {
    Ranking.Builder<LocalDate> ranking = new Ranking.Builder<>();
    days.subMap(from, true, to, true)
        .forEach((day, invoices) -> ranking.add(day, invoices * (asked.tells(day) ? 30.0 : 1.0)));
    return ranking.isEmpty() ? anyDay(to) : ranking.best(count);
  }

  private static Ranking<LocalDate> anyDay(LocalDate to) {
    return new Ranking.Builder<LocalDate>().add(to.minusDays(60), 1).best(1);
  }

  /** The amounts that an invoice may have, for somebody who has another one of the vendor. */
  Ranking<Long> amounts(long known, int count) {
    Ranking.Builder<Long> ranking = new Ranking.Builder<>();
    factors.forEach(
        (factor, chance) -> {
          if (factor > 0) {
            ranking.add(known * factor, chance);
          } else if (known % -factor == 0) {
            ranking.add(known / -factor, chance);
          }
        });
    addCommon(known, count, ranking);
    ratios.forEach(
        (band, chance) -> {
          double low = known * Math.pow(2, band / 2.0);
          double high = known * Math.pow(2, (band + 1) / 2.0);
          for (int i = 0; i < STEPS.length; i++) {
            long first = (long) Math.ceil(low / STEPS[i]);
            long last = (long) Math.floor(high / STEPS[i]);
            double each = chance * roundness[i] / Math.max(1, last - first + 1);
            for (long n = first;
                n <= Math.min(last, first + Math.min(count, PER_BAND)) && n > 0;
                n++) {
              ranking.add(n * STEPS[i], each);
            }
          }
        });
    ranking.add(known, 1e-6);
    return ranking.best(Math.min(count, MOST_AMOUNTS));
  }

  /** The amounts that follow from a price list. */
  Ranking<Long> amountsByPrices(Map<Long, Integer> prices, int count) {
    Ranking.Builder<Long> ranking = new Ranking.Builder<>();
    double all = prices.values().stream().mapToInt(Integer::intValue).sum();
    double half = 0.5 / MAX_FACTOR;
    prices.forEach(
        (price, times) -> {
          double share = times / all;
          for (int factor = 1; factor <= MAX_FACTOR; factor++) {
            ranking.add(price * factor, share * half / factor);
            ranking.add(Math.round((double) price / factor), share * half / factor);
            ranking.add(Math.round(price * factor / 100.0), share * half / 100);
          }
          prices.forEach(
              (other, otherTimes) -> {
                double both = share * otherTimes / all;
                ranking.add(price + other, both * 0.2);
                ranking.add(Math.abs(price - other), both * 0.2);
                ranking.add(2 * price + other, both * 0.1);
                ranking.add(price + 3 * other, both * 0.05);
              });
          addCommon(price, count, ranking);
        });
    ranking.remove(0L);
    return ranking.best(Math.min(count, MOST_AMOUNTS));
  }

  private void addCommon(long known, int count, Ranking.Builder<Long> ranking) {
    List<Map.Entry<Long, Integer>> some = common.entrySet().stream().limit(30L * count).toList();
    double all = some.stream().mapToDouble(entry -> weight(known, entry)).sum();
    some.forEach(entry -> ranking.add(entry.getKey(), commonShare * weight(known, entry) / all));
  }

  private double weight(long known, Map.Entry<Long, Integer> common) {
    return common.getValue() * (0.02 + ratios.getOrDefault(ratio(known, common.getKey()), 0.0));
  }

  private double chancePace(long steps, long apart) {
    if (apart == 0) {
      return 0.02;
    }
    int pace = paceOf(steps, apart);
    // A pace covers days in proportion to how far they are away.
    return (0.002 + paces.getOrDefault(pace, 0.0)) / Math.max(1, Math.abs(apart));
  }

  private static Optional<Integer> pace(LedgerInvoice first, LedgerInvoice second) {
    Optional<Tail> one = Tail.of(first.number());
    Optional<Tail> two = Tail.of(second.number());
    long apart = ChronoUnit.DAYS.between(first.issueDate(), second.issueDate());
    return one.isPresent()
            && two.isPresent()
            && one.get().prefix().equals(two.get().prefix())
            && one.get().value() != two.get().value()
            && apart != 0
        ? Optional.of(paceOf(two.get().value() - one.get().value(), apart))
        : Optional.empty();
  }

  private static int paceOf(long steps, long apart) {
    return (int) Math.floor(2 * Math.log(Math.abs((double) steps / apart)) / Math.log(2));
  }

  private static int ratio(long known, long other) {
    return (int) Math.floor(2 * Math.log((double) other / known) / Math.log(2));
  }

  static long cents(LedgerInvoice invoice) {
    return invoice.total().amount().unscaledValue().longValueExact();
  }

  private static int step(long amount) {
    for (int i = 0; i < STEPS.length; i++) {
      if (amount % STEPS[i] == 0) {
        return i;
      }
    }
    return STEPS.length - 1;
  }

  /** A number that ends in digits: what comes before them, and their value. */
  record Tail(String prefix, long value) {
    static Optional<Tail> of(InvoiceNumber number) {
      Matcher parts = TRAILING.matcher(number.key());
      return parts.matches()
          ? Optional.of(new Tail(parts.group(1), Long.parseLong(parts.group(2))))
          : Optional.empty();
    }
  }
}
