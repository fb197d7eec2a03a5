package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.VendorNumber;
import java.util.Collection;
import java.util.List;

/** Step 1: from an invoice that the supplier names to the buyer's vendor number for it (P19). */
public final class StepOne {
  private StepOne() {}

  /** What step 1 came to. */
  public sealed interface Result {
    /** The answer is right, and one vendor's alone. */
    record Found(VendorNumber vendor, LedgerInvoice invoice) implements Result {}

    /**
     * Anything else: a wrong answer, a number that is nobody's, several vendors' or too short to
     * prove anything.
     */
    record NotFound() implements Result {}
  }

  /**
   * Compares an answer.
   *
   * @param attempt that was counted for it
   * @param sameNumber all invoices of the legal entity whose number has the same {@link
   *     io.customerconnect.domain.invoice.InvoiceNumber#keyWithoutLeadingZeros()}, of all vendors
   */
  public static Result compare(
      CountedAttempt attempt, FirstAnswer answer, Collection<VendorInvoice> sameNumber) {
    ChallengeRules rules = attempt.rules(Step.FIRST);
    List<VendorInvoice> candidates = named(answer, sameNumber);
    List<VendorInvoice> right =
        candidates.stream().filter(row -> answer.about().fits(row.invoice(), rules)).toList();
    long vendors = candidates.stream().map(VendorInvoice::vendor).distinct().count();
    boolean longEnough = answer.number().key().length() >= rules.minNumberLength();
    return right.isEmpty() || vendors != 1 || !longEnough
        ? new Result.NotFound()
        : new Result.Found(right.getFirst().vendor(), right.getFirst().invoice());
  }

  /** Zeros in front count where they make a difference, and are forgiven where they do not. */
  private static List<VendorInvoice> named(
      FirstAnswer answer, Collection<VendorInvoice> sameNumber) {
    String key = answer.number().key();
    List<VendorInvoice> exact =
        sameNumber.stream().filter(row -> row.invoice().number().key().equals(key)).toList();
    String bare = answer.number().keyWithoutLeadingZeros();
    return exact.isEmpty()
        ? sameNumber.stream()
            .filter(row -> row.invoice().number().keyWithoutLeadingZeros().equals(bare))
            .toList()
        : exact;
  }
}
