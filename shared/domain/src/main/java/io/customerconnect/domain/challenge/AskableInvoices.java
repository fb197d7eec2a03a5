package io.customerconnect.domain.challenge;

import io.customerconnect.domain.challenge.SecondInvoices.Second;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.ChallengeRules.Form;
import io.customerconnect.domain.rules.ChallengeRules.WeakPairs;
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
 * @param best at most {@value #MAX_KEPT}; those that prove too little alone are there to be asked
 *     in pairs
 * @param invoices how many invoices the vendor has within the window of the rules
 */
public record AskableInvoices(List<Askable> best, int invoices) {
  /** How many are worth keeping: enough to find some far from whatever the first invoice is. */
  public static final int MAX_KEPT = 60;

  /** None: the vendor cannot be challenged. */
  public static final AskableInvoices NONE = new AskableInvoices(List.of(), 0);

  /** What proves less than this is asked in no pair. */
  private static final double LEAST_BITS = 8;

  /** So much more a pair must prove: what is known of one may help to guess the other. */
  private static final double MORE_FOR_PAIRS = 2;

  public AskableInvoices {
    best = List.copyOf(best);
  }

  /** An invoice that can be asked for, and what a right answer about it proves. */
  public record Askable(LedgerInvoice invoice, Evidence evidence) {
    double bits() {
      return evidence.bits();
    }
  }

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
            .filter(askable -> askable.bits() >= LEAST_BITS)
            .sorted(
                Comparator.comparingDouble((Askable askable) -> -askable.bits())
                    .thenComparing(askable -> askable.invoice().number().key()))
            .limit(MAX_KEPT)
            .toList();
    return new AskableInvoices(best, history.size());
  }

  /** Whether the vendor can be challenged: what is there proves enough, alone or as a pair. */
  public Prospect prospect(ChallengeRules rules) {
    if (invoices < 2 || best.isEmpty()) {
      return Prospect.NONE;
    }
    double strongest = best.getFirst().bits();
    double pair = best.size() > 1 ? strongest + best.get(1).bits() : 0;
    boolean pairDoes =
        rules.weakPairs() == WeakPairs.ALLOWED && pair >= rules.bits() + MORE_FOR_PAIRS;
    return strongest >= rules.bits() || pairDoes ? Prospect.CHALLENGE : Prospect.NONE;
  }

  /** What a vendor can expect. */
  public enum Prospect {
    CHALLENGE,
    NONE
  }

  /** Those from a day on: others have become too old since the books were made ready. */
  AskableInvoices from(LocalDate day) {
    return new AskableInvoices(
        best.stream().filter(one -> !one.invoice().issueDate().isBefore(day)).toList(), invoices);
  }

  /**
   * Draws what is asked after a first invoice: one that proves enough, two of them in the stronger
   * form, and where none does alone a pair that does together. What is drawn is fixed for the
   * vendor by whoever keeps it.
   *
   * @param books the legal entity whose invoices these are
   * @param first the invoice that step 1 was passed with
   * @param not numbers that are not to be asked: those of an earlier draw
   * @return empty when nothing far enough from the first one proves enough
   */
  public Optional<SecondInvoices> draw(
      LegalEntityId books,
      LedgerInvoice first,
      Set<InvoiceNumber> not,
      ChallengeRules rules,
      RandomGenerator random) {
    List<Askable> far = far(first, not, rules);
    List<Askable> alone = far.stream().filter(one -> one.bits() >= rules.bits()).toList();
    boolean two = asksTwo(rules);
    List<SecondInvoices> pairs = pairs(books, two && alone.size() > 1 ? alone : far, rules);
    List<SecondInvoices> choice =
        (alone.isEmpty() && rules.weakPairs() == WeakPairs.ALLOWED)
                || (two && !alone.isEmpty() && !pairs.isEmpty())
            ? pairs
            : alone.stream().map(one -> SecondInvoices.of(books, one.invoice())).toList();
    return choice.isEmpty()
        ? Optional.empty()
        : Optional.of(choice.get(random.nextInt(choice.size())));
  }

  /**
   * What was drawn earlier, together with another one where the stronger form asks for two, and one
   * goes with it.
   */
  SecondInvoices strengthened(
      LegalEntityId books,
      SecondInvoices asked,
      LedgerInvoice first,
      ChallengeRules rules,
      RandomGenerator random) {
    if (!asksTwo(rules) || asked.numbers().size() > 1) {
      return asked;
    }
    List<Askable> others =
        far(first, Set.copyOf(asked.numbers()), rules).stream()
            .filter(other -> other.bits() >= rules.bits())
            .toList();
    return others.isEmpty()
        ? asked
        : asked.and(Second.of(books, others.get(random.nextInt(others.size())).invoice()));
  }

  private boolean asksTwo(ChallengeRules rules) {
    return rules.form() == Form.TWO && invoices >= ChallengeRules.TWO_FROM;
  }

  private List<Askable> far(LedgerInvoice first, Set<InvoiceNumber> not, ChallengeRules rules) {
    return best.stream()
        .filter(askable -> !not.contains(askable.invoice().number()))
        .filter(askable -> goesWith(first, askable.invoice(), rules))
        .limit(rules.amongBest())
        .toList();
  }

  private static List<SecondInvoices> pairs(
      LegalEntityId books, List<Askable> among, ChallengeRules rules) {
    List<SecondInvoices> pairs = new ArrayList<>();
    for (int i = 0; i < among.size(); i++) {
      for (int j = i + 1; j < among.size(); j++) {
        if (among.get(i).bits() + among.get(j).bits() >= rules.bits() + MORE_FOR_PAIRS) {
          pairs.add(SecondInvoices.of(books, among.get(i).invoice(), among.get(j).invoice()));
        }
      }
    }
    return pairs;
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
