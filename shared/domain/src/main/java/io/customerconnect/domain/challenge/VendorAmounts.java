package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.Money;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A vendor's amounts in one currency, and what somebody guesses who knows them: the price list.
 *
 * <p>Amounts are in the currency's smallest unit and without sign: a credit tells the amount of the
 * invoice that it takes back.
 */
final class VendorAmounts {
  /** Roundness: 0.01, 0.05, 0.10 ... 1,000 where a currency has two decimals. */
  private static final long[] STEPS = {
    100_000, 50_000, 10_000, 5_000, 1_000, 500, 100, 50, 10, 5, 1
  };

  /** How far an amount is from one that counts as near it: a tenth. */
  private static final long NEAR = 10;

  /** How far members of a series differ: a hundredth. */
  private static final long HARDLY = 100;

  private static final int SERIES_FROM = 3;

  private static final int MAX_FACTOR = 20;

  /** An amount that comes so often is usual. */
  private static final int USUAL_FROM = 2;

  /** Guessing sums and differences pays with few usual amounts only. */
  private static final int MAX_USUAL = 40;

  private final long[] sorted;
  private final Map<Long, Integer> counts = new HashMap<>();
  private final int[] perStep = new int[STEPS.length];
  private final long[] usual;

  VendorAmounts(long[] amounts) {
    sorted = Arrays.stream(amounts).map(Math::abs).toArray();
    Arrays.sort(sorted);
    for (long amount : sorted) {
      counts.merge(amount, 1, Integer::sum);
      perStep[step(amount)]++;
    }
    usual =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= USUAL_FROM)
            .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
            .limit(MAX_USUAL)
            .mapToLong(Map.Entry::getKey)
            .toArray();
  }

  static long units(Money amount) {
    return amount.amount().unscaledValue().longValueExact();
  }

  int count(long amount) {
    return counts.getOrDefault(amount, 0);
  }

  int distinct() {
    return counts.size();
  }

  /**
   * The chance to guess an amount from its neighbourhood: that it is in this band, that it is as
   * round as it is, and that it is this one of those as round in the band.
   */
  double chanceNear(long amount) {
    long reach = Math.max(1, amount / NEAR);
    int near = countBetween(amount - reach, amount + reach);
    int step = step(amount);
    double asRound = Math.max(1, Math.floor(2.0 * reach / STEPS[step]));
    double all = sorted.length;
    return near / all * (perStep[step] / all) / asRound;
  }

  /** Whether it is 2 to 20 times another amount of the vendor's, or such a part of it. */
  boolean isMultipleOfAnother(long amount) {
    for (int factor = 2; factor <= MAX_FACTOR; factor++) {
      if (count(amount * factor) > 0 || (amount % factor == 0 && count(amount / factor) > 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is one of at least three that hardly differ, as those of a rent that rises. */
  boolean isOfSeries(long amount) {
    long reach = amount / HARDLY;
    return countBetween(amount - reach, amount + reach) >= SERIES_FROM;
  }

  /** Whether somebody who knows the usual amounts gets at it by simple sums. */
  boolean followsFromUsual(long amount) {
    for (long one : usual) {
      if (one != amount && (isSimpleRatio(amount, one) || isSumOrDifference(amount, one))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSimpleRatio(long amount, long other) {
    for (int factor = 1; factor <= MAX_FACTOR; factor++) {
      for (int part = 1; part <= 4; part++) {
        // Halves and thirds are rounded.
        if (Math.abs(amount * part - other * factor) < part) {
          return true;
        }
      }
    }
    for (int part = 5; part <= MAX_FACTOR; part++) {
      if (Math.abs(amount * part - other) < part) {
        return true;
      }
    }
    return false;
  }

  private boolean isSumOrDifference(long amount, long one) {
    for (long two : usual) {
      if (amount == one + two || amount == Math.abs(one - two)) {
        return true;
      }
    }
    return false;
  }

  private int countBetween(long from, long to) {
    return lowerBound(to + 1) - lowerBound(from);
  }

  private int lowerBound(long amount) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < amount) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int step(long amount) {
    for (int i = 0; i < STEPS.length; i++) {
      if (amount % STEPS[i] == 0) {
        return i;
      }
    }
    return STEPS.length - 1;
  }
}
