package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Step 1: from an invoice that the supplier names to the buyer's vendor number for it (P19). */
public final class StepOne {
  private StepOne() {}

  /** What step 1 came to. */
  public sealed interface Result {
    /** The answer is right, and one vendor's alone. */
    record Found(VendorNumber vendor, LedgerInvoice invoice) implements Result {}

    /**
     * Anything else: a wrong answer, a number that is nobody's or several vendors', an invoice from
     * before the window of the rules.
     */
    record NotFound() implements Result {}
  }

  /**
   * Whether a number is long enough to prove anything. That depends on nothing but itself, so that
   * it is said openly, before an attempt is counted.
   */
  public static boolean canProve(InvoiceNumber number, ChallengeRules rules) {
    return number.key().length() >= rules.minNumberLength();
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
    LocalDate from = attempt.day().minus(rules.window());
    String key = answer.number().key();
    String bare = answer.number().keyWithoutLeadingZeros();
    List<VendorInvoice> rows =
        sameNumber.stream()
            .filter(row -> !row.invoice().issueDate().isBefore(from))
            .filter(row -> row.invoice().number().keyWithoutLeadingZeros().equals(bare))
            .toList();
    // Zeros in front count where they make a difference, and are forgiven where they do not.
    Result exact = only(answer, rows, row -> row.invoice().number().key().equals(key), rules);
    Result padded = only(answer, rows, row -> !row.invoice().number().key().equals(key), rules);
    long vendors = rightOf(answer, rows, rules).map(VendorInvoice::vendor).distinct().count();
    if (!canProve(answer.number(), rules) || vendors > 1) {
      return new Result.NotFound();
    }
    return exact instanceof Result.Found ? exact : padded;
  }

  /** The invoice that the answer fits, when the number is one vendor's alone. */
  private static Result only(
      FirstAnswer answer,
      List<VendorInvoice> rows,
      Predicate<VendorInvoice> written,
      ChallengeRules rules) {
    List<VendorInvoice> named = rows.stream().filter(written).toList();
    long vendors = named.stream().map(VendorInvoice::vendor).distinct().count();
    return rightOf(answer, named, rules)
        .filter(_ -> vendors == 1)
        .findFirst()
        .<Result>map(row -> new Result.Found(row.vendor(), row.invoice()))
        .orElseGet(Result.NotFound::new);
  }

  private static Stream<VendorInvoice> rightOf(
      FirstAnswer answer, List<VendorInvoice> rows, ChallengeRules rules) {
    return rows.stream().filter(row -> answer.about().fits(row.invoice(), rules));
  }
}
