package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What all invoices of a buyer together tell somebody who guesses: on which days they are dated,
 * and which amounts come again and again.
 *
 * @param days how many invoices each day has
 * @param sizes how many invoices there are of each size
 * @param amounts how often an amount occurs, of at most the {@value #MAX_AMOUNTS} most frequent
 */
public record LedgerProfile(
    NavigableMap<LocalDate, Integer> days, Map<Size, Integer> sizes, Map<Money, Integer> amounts) {

  /** How many amounts are kept: more than a chunk of a file has rows. */
  public static final int MAX_AMOUNTS = 16_384;

  /** The profile of an empty ledger. */
  public static final LedgerProfile EMPTY = new LedgerProfile(new TreeMap<>(), Map.of(), Map.of());

  public LedgerProfile {
    days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    sizes = Map.copyOf(sizes);
    amounts = Map.copyOf(amounts);
  }

  /**
   * Amounts of one size: those in a currency with the same number of digits.
   *
   * @param digits of the amount in the currency's smallest unit
   */
  public record Size(Currency currency, int digits) {
    static Size of(Money amount) {
      return new Size(amount.currency(), amount.amount().precision());
    }
  }

  /** The profile of these invoices. */
  public static LedgerProfile of(Iterable<LedgerInvoice> invoices) {
    NavigableMap<LocalDate, Integer> days = new TreeMap<>();
    Map<Size, Integer> sizes = new HashMap<>();
    Map<Money, Integer> amounts = new HashMap<>();
    for (LedgerInvoice invoice : invoices) {
      days.merge(invoice.issueDate(), 1, Integer::sum);
      sizes.merge(Size.of(invoice.total()), 1, Integer::sum);
      amounts.merge(invoice.total(), 1, Integer::sum);
    }
    return new LedgerProfile(days, sizes, mostFrequent(amounts));
  }

  /**
   * The profile of both ledgers together; where there are many amounts, an estimate of rare ones.
   */
  public LedgerProfile plus(LedgerProfile other) {
    NavigableMap<LocalDate, Integer> bothDays = new TreeMap<>(days);
    other.days.forEach((day, count) -> bothDays.merge(day, count, Integer::sum));
    Map<Size, Integer> bothSizes = new HashMap<>(sizes);
    other.sizes.forEach((size, count) -> bothSizes.merge(size, count, Integer::sum));
    Map<Money, Integer> bothAmounts = new HashMap<>(amounts);
    other.amounts.forEach((amount, count) -> bothAmounts.merge(amount, count, Integer::sum));
    return new LedgerProfile(bothDays, bothSizes, mostFrequent(bothAmounts));
  }

  /** Without the days before one. */
  public LedgerProfile since(LocalDate day) {
    return new LedgerProfile(days.tailMap(day, true), sizes, amounts);
  }

  /** The share of the day that has the most invoices, among all from one day to another. */
  double largestShareOfOneDay(LocalDate from, LocalDate to) {
    int largest = 0;
    long all = 0;
    for (int count : days.subMap(from, true, to, true).values()) {
      largest = Math.max(largest, count);
      all += count;
    }
    return all == 0 ? 1 : (double) largest / all;
  }

  /** The share of other invoices with exactly this amount among all others of its size. */
  double shareOfOthers(Money amount) {
    int others = sizes.getOrDefault(Size.of(amount), 1) - 1;
    return others == 0 ? 0 : (amounts.getOrDefault(amount, 1) - 1.0) / others;
  }

  private static Map<Money, Integer> mostFrequent(Map<Money, Integer> amounts) {
    if (amounts.size() <= MAX_AMOUNTS) {
      return amounts;
    }
    Map<Money, Integer> most = new HashMap<>();
    amounts.entrySet().stream()
        .sorted(
            Map.Entry.<Money, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().amount(), Comparator.reverseOrder()))
        .limit(MAX_AMOUNTS)
        .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
    return most;
  }
}
