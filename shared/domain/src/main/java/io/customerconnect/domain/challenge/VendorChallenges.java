package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What all challenges about one vendor number share, of whatever account and legal entity (P21).
 *
 * @param asked what step 2 asks everybody; empty until somebody first gets there
 * @param failures attempts at step 2 that came to nothing
 * @param alarmed the legal entity at which the last attempt of all failed: its contacts are told
 * @param pastAlarms how many alarms are over, by support or by a right answer; tells one from the
 *     next
 */
public record VendorChallenges(
    VendorNumber vendor,
    Optional<SecondInvoices> asked,
    Replacement replacement,
    int failures,
    Optional<LegalEntityId> alarmed,
    int pastAlarms) {

  /** Where the one replacement of what is asked stands. */
  public enum Replacement {
    UNUSED,
    /** A challenge was used up: the next one asks something else. */
    DUE,
    USED
  }

  /** Those about a vendor number that nobody got to yet. */
  public static VendorChallenges none(VendorNumber vendor) {
    return new VendorChallenges(
        vendor, Optional.empty(), Replacement.UNUSED, 0, Optional.empty(), 0);
  }

  /**
   * With something fixed to ask somebody who named a first invoice. What is asked stays the same
   * whoever comes, so that nobody can collect numbers, until it is too old to be found (P23), and
   * but for one replacement after a challenge that was used up: the buyer's record of it may be
   * wrong. In the stronger form another one joins what was asked in the weaker.
   *
   * @param at the legal entity in whose books the first invoice stands
   * @param askable in the books of that one
   * @return empty when nothing can be asked: to the supplier that is a wrong answer
   */
  public Optional<VendorChallenges> ask(
      LegalEntityId at,
      LedgerInvoice first,
      AskableInvoices askable,
      LocalDate today,
      ChallengeRules rules,
      RandomGenerator random) {
    if (failures >= rules.failuresPerVendor()) {
      return Optional.empty();
    }
    LocalDate from = today.minus(rules.window());
    AskableInvoices recent = askable.from(from);
    Optional<SecondInvoices> fixed = asked.filter(second -> !second.reachBefore(from));
    Optional<VendorChallenges> same =
        fixed
            .filter(second -> !second.names(first.number()))
            .map(second -> asking(recent.strengthened(at, second, first, rules, random)));
    if (fixed.isPresent() && replacement != Replacement.DUE) {
      return same;
    }
    Set<InvoiceNumber> earlier =
        asked.map(second -> Set.copyOf(second.numbers())).orElseGet(Set::of);
    return recent
        .draw(at, first, earlier, rules, random)
        .map(drawn -> asking(drawn).replaced())
        .or(() -> same);
  }

  /** After a challenge that got to step 2 and was used up there. */
  public VendorChallenges usedUp() {
    return replacement == Replacement.UNUSED && asked.isPresent() ? with(Replacement.DUE) : this;
  }

  /** With one more attempt counted as a failure, before it is known what comes of it. */
  public VendorChallenges attempted() {
    return new VendorChallenges(vendor, asked, replacement, failures + 1, alarmed, pastAlarms);
  }

  /** After a right answer, the attempt of which is taken back: somebody can try again. */
  public VendorChallenges right() {
    return calmed(Math.max(0, failures - 1));
  }

  /** After support has looked into the failures. */
  public VendorChallenges unlocked() {
    return calmed(0);
  }

  private VendorChallenges calmed(int left) {
    return new VendorChallenges(
        vendor,
        asked,
        replacement,
        left,
        Optional.empty(),
        alarmed.isPresent() ? pastAlarms + 1 : pastAlarms);
  }

  /** After a wrong answer. The buyer is told of the one after which nobody can try any more. */
  public VendorChallenges wrong(LegalEntityId legalEntity, ChallengeRules rules) {
    return failures >= rules.failuresPerVendor() && alarmed.isEmpty()
        ? new VendorChallenges(
            vendor, asked, replacement, failures, Optional.of(legalEntity), pastAlarms)
        : this;
  }

  private VendorChallenges replaced() {
    return replacement == Replacement.DUE ? with(Replacement.USED) : this;
  }

  private VendorChallenges asking(SecondInvoices second) {
    return new VendorChallenges(
        vendor, Optional.of(second), replacement, failures, alarmed, pastAlarms);
  }

  private VendorChallenges with(Replacement next) {
    return new VendorChallenges(vendor, asked, next, failures, alarmed, pastAlarms);
  }
}
