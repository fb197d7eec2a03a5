package io.customerconnect.domain.status;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When an invoice of a vendor was issued, due and paid in full. */
public record PastPayment(LocalDate issued, Optional<LocalDate> due, LocalDate paid) {

  /** Days from the due date to the payment, negative before it. */
  Optional<Integer> daysAfterDue() {
    return due.map(date -> days(date, paid));
  }

  /** Days from the issue date to the payment. */
  int daysAfterIssue() {
    return days(issued, paid);
  }

  private static int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }
}
