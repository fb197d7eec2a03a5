package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.rules.ChallengeRules;

/**
 * How much a right answer about an invoice proves: the negative binary logarithm of the chance that
 * the best guess hits, of somebody who knows the invoice's number, other invoices of the vendor's
 * and the habits of the buyer's ledger.
 *
 * @param date in bits
 * @param amount in bits
 */
public record Evidence(double date, double amount) {
  /** What a date gives that can be read in the number. */
  static final double DATE_IN_NUMBER = 2;

  /** How many ways there are to get a small multiple or fraction of another amount. */
  private static final double MULTIPLES = 40;

  /** Both together, in bits. */
  public double bits() {
    return date + amount;
  }

  static Evidence of(
      LedgerInvoice invoice, VendorHistory history, LedgerProfile ledger, ChallengeRules rules) {
    return new Evidence(
        Math.max(0, dateBits(invoice, history, ledger) - toleranceBits(rules)),
        Math.max(0, amountBits(invoice, history, ledger) - notationBits(invoice)));
  }

  private static double dateBits(
      LedgerInvoice invoice, VendorHistory history, LedgerProfile ledger) {
    VendorHistory.Days between = history.daysAround(invoice);
    // The best day is guessed with at most twice its share: whoever knows the vendor guesses better
    // than the ledger's days alone allow.
    double byNeighbours = bits(2 * ledger.largestShareOfOneDay(between.from(), between.to()));
    return invoice.number().tells(invoice.issueDate())
        ? Math.min(DATE_IN_NUMBER, byNeighbours)
        : byNeighbours;
  }

  private static double amountBits(
      LedgerInvoice invoice, VendorHistory history, LedgerProfile ledger) {
    VendorAmounts amounts = history.amounts(invoice.total().currency());
    long amount = VendorAmounts.units(invoice.total());
    double guess = Math.max(amounts.chanceNear(amount), ledger.shareOfOthers(invoice.total()));
    if (amounts.isMultipleOfAnother(amount)) {
      guess = Math.max(guess, 1 / (MULTIPLES * amounts.distinct()));
    }
    return bits(guess);
  }

  /** With t days either way there are 2t + 1 right answers. */
  private static double toleranceBits(ChallengeRules rules) {
    return bits(1.0 / (2 * rules.dateTolerance() + 1));
  }

  /** In currencies of three decimals {@code 1.234} is two guesses at once. */
  private static double notationBits(LedgerInvoice invoice) {
    return invoice.total().currency().getDefaultFractionDigits() == 3 ? 1 : 0;
  }

  private static double bits(double chance) {
    return -Math.log(Math.min(1, chance)) / Math.log(2);
  }
}
