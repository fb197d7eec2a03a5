package io.customerconnect.domain.status;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The latest payments of a vendor, or of all vendors of a buyer: as many as tell how it pays now.
 *
 * @param payments the latest last
 * @param limit how many are kept
 */
public record PaymentHistory(List<PastPayment> payments, int limit) {
  /** How many payments to one vendor are kept. */
  public static final int OF_VENDOR = 10;

  /** How many payments to all its vendors are kept of a buyer. */
  public static final int OF_BUYER = 100;

  private static final Comparator<PastPayment> BY_DAY =
      Comparator.comparing(PastPayment::paid)
          .thenComparing(PastPayment::issued)
          .thenComparing(payment -> payment.due().orElse(LocalDate.MIN));

  public PaymentHistory {
    List<PastPayment> sorted = payments.stream().sorted(BY_DAY).toList();
    payments = sorted.subList(Math.max(0, sorted.size() - limit), sorted.size());
  }

  /** No payments yet. */
  public static PaymentHistory none(int limit) {
    return new PaymentHistory(List.of(), limit);
  }

  /** With more payments, in whatever order they are read. */
  public PaymentHistory and(Collection<PastPayment> more) {
    return new PaymentHistory(Stream.concat(payments.stream(), more.stream()).toList(), limit);
  }

  /** How long after the due date it pays; empty without such payments. */
  Optional<PaymentHabit> afterDue() {
    return PaymentHabit.of(
        payments.stream().flatMap(payment -> payment.daysAfterDue().stream()).toList());
  }

  /** How long after the issue date it pays; empty without payments. */
  Optional<PaymentHabit> afterIssue() {
    return PaymentHabit.of(payments.stream().map(PastPayment::daysAfterIssue).toList());
  }
}
