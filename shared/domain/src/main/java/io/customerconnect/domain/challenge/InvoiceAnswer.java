package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.TypedAmount;
import io.customerconnect.domain.rules.ChallengeRules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What a supplier says about an invoice. */
public record InvoiceAnswer(LocalDate issueDate, TypedAmount total) {

  /** Whether it is right. Date and amount are both compared whatever comes of the other. */
  boolean fits(LedgerInvoice invoice, ChallengeRules rules) {
    int right = 0;
    if (Math.abs(ChronoUnit.DAYS.between(issueDate, invoice.issueDate()))
        <= rules.dateTolerance()) {
      right++;
    }
    if (total.matches(invoice.total(), invoice.type())) {
      right++;
    }
    return right == 2;
  }
}
