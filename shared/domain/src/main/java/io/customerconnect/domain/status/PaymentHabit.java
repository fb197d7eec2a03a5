package io.customerconnect.domain.status;

import java.util.List;
import java.util.Optional;

/**
 * How long after a date a buyer has paid.
 *
 * @param days one number for each payment, from the quickest to the slowest; negative before the
 *     date, never empty
 */
public record PaymentHabit(List<Integer> days) {

  public PaymentHabit {
    days = days.stream().sorted().toList();
    if (days.isEmpty()) {
      throw new IllegalArgumentException("There is no habit without payments.");
    }
  }

  /** What so many payments tell; empty without any. */
  static Optional<PaymentHabit> of(List<Integer> days) {
    return days.isEmpty() ? Optional.empty() : Optional.of(new PaymentHabit(days));
  }

  /** How many payments it is learnt from. */
  public int payments() {
    return days.size();
  }

  /** As many payments came sooner as later. */
  public int median() {
    return median(days);
  }

  /** When the quickest came. */
  public int earliest() {
    return days.getFirst();
  }

  /** When the slowest came. */
  public int latest() {
    return days.getLast();
  }

  /**
   * The median of those payments that had not come either when so many days were gone; empty when
   * all had.
   */
  Optional<Integer> medianFrom(long gone) {
    List<Integer> left = days.stream().filter(day -> day >= gone).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(median(left));
  }

  /** Between the two in the middle, where there are two; half a day counts as a whole one. */
  private static int median(List<Integer> sorted) {
    int size = sorted.size();
    return Math.ceilDiv(sorted.get((size - 1) / 2) + sorted.get(size / 2), 2);
  }
}
