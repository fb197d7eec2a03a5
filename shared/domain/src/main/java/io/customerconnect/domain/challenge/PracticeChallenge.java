package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.rules.ChallengeRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A challenge to rehearse with, about invoices that everybody can read (P3). It compares as a real
 * one does, remembers nothing, and locks nobody out.
 */
public final class PracticeChallenge {
  private static final List<String> NUMBERS =
      List.of("PR-1001", "PR-1019", "PR-1042", "PR-1063", "PR-1087");

  private static final List<String> TOTALS =
      List.of("1190.00", "2737.46", "386.15", "14875.33", "942.08");

  private static final List<Integer> MONTHS_AGO = List.of(14, 11, 8, 5, 2);

  private final List<LedgerInvoice> invoices;

  /** The practice invoices as they are on a day. */
  public PracticeChallenge(LocalDate today) {
    invoices =
        IntStream.range(0, NUMBERS.size())
            .mapToObj(
                i ->
                    new LedgerInvoice(
                        new InvoiceNumber(NUMBERS.get(i)),
                        today.minusMonths(MONTHS_AGO.get(i)).withDayOfMonth(5 + 4 * i),
                        Money.parse(TOTALS.get(i), Money.currency("EUR")),
                        DocumentType.INVOICE))
            .toList();
  }

  /** The invoices that are published to be answered with. */
  public List<LedgerInvoice> invoices() {
    return invoices;
  }

  /**
   * Compares an answer to step 1.
   *
   * @return the number that step 2 asks about; empty when the answer is wrong
   */
  public Optional<InvoiceNumber> first(FirstAnswer answer) {
    return find(answer.number())
        .filter(invoice -> answer.about().fits(invoice, ChallengeRules.DEFAULT))
        .map(invoice -> invoices.get((invoices.indexOf(invoice) + 2) % invoices.size()).number());
  }

  /** Compares an answer to step 2 about the number that was asked. */
  public Verdict second(InvoiceNumber asked, InvoiceAnswer answer) {
    return find(asked).filter(invoice -> answer.fits(invoice, ChallengeRules.DEFAULT)).isPresent()
        ? Verdict.RIGHT
        : Verdict.WRONG;
  }

  private Optional<LedgerInvoice> find(InvoiceNumber number) {
    String key = number.keyWithoutLeadingZeros();
    return invoices.stream()
        .filter(invoice -> invoice.number().keyWithoutLeadingZeros().equals(key))
        .findFirst();
  }
}
