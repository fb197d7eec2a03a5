package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.rules.ChallengeRules;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Step 2: what the supplier says about the invoices that it was asked for (P17). */
public final class StepTwo {
  private StepTwo() {}

  /**
   * Compares the answers; all must be right.
   *
   * @param attempt that was counted for them
   * @param answers by the number that was asked for
   * @param invoices of the vendor, those asked for among them; one that is no longer in the books
   *     cannot be answered
   */
  public static Verdict compare(
      CountedAttempt attempt,
      SecondInvoices asked,
      Map<InvoiceNumber, InvoiceAnswer> answers,
      Collection<LedgerInvoice> invoices) {
    ChallengeRules rules = attempt.rules(Step.SECOND);
    long right =
        asked.numbers().stream()
            .filter(
                number ->
                    Optional.ofNullable(answers.get(number)).stream()
                        .anyMatch(
                            answer ->
                                invoices.stream()
                                    .filter(invoice -> invoice.number().equals(number))
                                    .anyMatch(invoice -> answer.fits(invoice, rules))))
            .count();
    return right == asked.numbers().size() ? Verdict.RIGHT : Verdict.WRONG;
  }
}
