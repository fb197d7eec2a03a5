package io.customerconnect.domain.challenge;

import io.customerconnect.domain.challenge.ChallengeRules.Form;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The invoices of one vendor that a challenge can ask for as second ones, those that prove most
 * first (P23).
 *
 * @param best at most {@value #MAX_KEPT}
 * @param invoices how many invoices the vendor has within the window of the rules
 */
public record AskableInvoices(List<Askable> best, int invoices) {
  /** How many are worth keeping: enough to find some far from whatever the first invoice is. */
  public static final int MAX_KEPT = 60;

  /** None: the vendor cannot be challenged. */
  public static final AskableInvoices NONE = new AskableInvoices(List.of(), 0);

  public AskableInvoices {
    best = List.copyOf(best);
  }

  /** An invoice that can be asked for, and what a right answer about it proves. */
  public record Askable(LedgerInvoice invoice, Evidence evidence) {}

  /**
   * Those among a vendor's invoices.
   *
   * @param invoices all that the buyer's books hold of this vendor
   * @param ledger of all vendors of the buyer
   */
  public static AskableInvoices among(
      Collection<LedgerInvoice> invoices,
      LedgerProfile ledger,
      LocalDate today,
      ChallengeRules rules) {
    VendorHistory history = new VendorHistory(invoices, today, rules);
    List<Askable> best =
        history.invoices().stream()
            .filter(invoice -> history.isUsable(invoice, rules))
            .map(invoice -> new Askable(invoice, Evidence.of(invoice, history, ledger, rules)))
            .filter(askable -> askable.evidence().bits() >= rules.bits())
            .sorted(
                Comparator.comparingDouble((Askable askable) -> -askable.evidence().bits())
                    .thenComparing(askable -> askable.invoice().number().key()))
            .limit(MAX_KEPT)
            .toList();
    return new AskableInvoices(best, history.size());
  }

  /**
   * Draws what is asked after a first invoice. What is drawn is fixed for the vendor by whoever
   * keeps it.
   *
   * @param first the invoice that step 1 was passed with
   * @param not numbers that are not to be asked: those of an earlier draw
   * @return empty when nothing is far enough from the first one
   */
  public Optional<SecondInvoices> draw(
      LedgerInvoice first, Set<InvoiceNumber> not, ChallengeRules rules, RandomGenerator random) {
    List<Askable> left = new ArrayList<>();
    for (Askable askable : best) {
      if (left.size() < rules.amongBest()
          && !not.contains(askable.invoice().number())
          && goesWith(first, askable.invoice(), rules)) {
        left.add(askable);
      }
    }
    int wanted = rules.form() == Form.TWO && invoices >= ChallengeRules.TWO_FROM ? 2 : 1;
    List<InvoiceNumber> drawn = new ArrayList<>();
    while (drawn.size() < wanted && !left.isEmpty()) {
      drawn.add(left.remove(random.nextInt(left.size())).invoice().number());
    }
    return drawn.isEmpty() ? Optional.empty() : Optional.of(new SecondInvoices(drawn));
  }

  private boolean goesWith(LedgerInvoice first, LedgerInvoice second, ChallengeRules rules) {
    if (first.number().keyWithoutLeadingZeros().equals(second.number().keyWithoutLeadingZeros())) {
      return false;
    }
    Period gap = invoices >= rules.gapFrom() ? rules.gap() : Period.ZERO;
    return !second.issueDate().isAfter(first.issueDate().minus(gap))
        || !second.issueDate().isBefore(first.issueDate().plus(gap));
  }
}
