package io.customerconnect.domain.status;

import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.DocumentType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When an invoice of a vendor was issued, due and paid in full. */
public record PastPayment(LocalDate issued, Optional<LocalDate> due, LocalDate paid) {

  /** The payment of an invoice; none where it is not paid in full, or a credit note. */
  public static Optional<PastPayment> of(HistoricInvoice invoice, StatusMapping mapping) {
    return mapping.read(invoice.status(), invoice.total())
                instanceof InvoiceStatus.Paid(Payment payment, Clarification _)
            && invoice.documentType().type() == DocumentType.INVOICE
        ? payment.on().map(day -> new PastPayment(invoice.issueDate(), invoice.dueDate(), day))
        : Optional.empty();
  }

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
