package io.customerconnect.domain.challenge;

import static io.customerconnect.domain.challenge.Invoices.TODAY;
import static io.customerconnect.domain.challenge.Invoices.creditNote;
import static io.customerconnect.domain.challenge.Invoices.invoice;
import static io.customerconnect.domain.challenge.Invoices.irregular;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerconnect.domain.challenge.AskableInvoices.Askable;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.ChallengeRules.Form;
import io.customerconnect.domain.rules.ChallengeRules.WeakPairs;
import io.customerconnect.domain.rules.RuleNumber;
import io.customerconnect.domain.rules.RuleSettings;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskableInvoicesTest {
  private static final LedgerProfile LEDGER = Invoices.ledger();
  private static final ChallengeRules RULES = ChallengeRules.DEFAULT;

  @Test
  void unusualAmountsOfAVendorWithAHistoryCanBeAskedForBestFirst() {
    AskableInvoices askable = among(irregular(40, 1));

    assertThat(askable.best()).hasSizeGreaterThan(10);
    assertThat(askable.invoices()).isEqualTo(40);
    assertThat(askable.best())
        .isSortedAccordingTo(Comparator.comparingDouble(one -> -one.evidence().bits()));
  }

  @Test
  void whateverIsDrawnProvesEnoughAndTwoAreAskedOnlyWhereOneDoesNot() {
    Random random = new Random(3);
    int pairs = 0;
    for (int seed = 0; seed < 60; seed++) {
      List<LedgerInvoice> invoices = irregular(3 + seed % 30, seed);
      AskableInvoices askable = among(invoices);
      for (LedgerInvoice first : invoices) {
        Optional<SecondInvoices> drawn =
            askable.draw(Invoices.BUYER, first, Set.of(), RULES, random);
        List<Double> bits =
            drawn.stream()
                .flatMap(second -> second.numbers().stream())
                .map(number -> bits(askable, number))
                .toList();
        if (bits.size() == 1) {
          assertThat(bits.getFirst()).isGreaterThanOrEqualTo(20);
        }
        if (bits.size() == 2) {
          pairs++;
          assertThat(bits).allMatch(one -> one < 20);
          assertThat(bits.get(0) + bits.get(1)).isGreaterThanOrEqualTo(22);
        }
      }
    }
    assertThat(pairs).isPositive();
  }

  @Test
  void whatTheRulesExcludeIsNeverAskedWhateverItProves() {
    List<LedgerInvoice> invoices = new ArrayList<>(irregular(40, 1));
    LedgerInvoice best = among(invoices).best().getFirst().invoice();
    String number = best.number().written();
    String amount = best.total().amount().toPlainString();
    String date = best.issueDate().toString();

    assertThat(numbersWith(invoices, invoice(number, date, "1")))
        .describedAs("the same number twice")
        .doesNotContain(best.number());
    assertThat(numbersWith(invoices, invoice(number.toLowerCase(Locale.ROOT), "2019-01-01", "1")))
        .describedAs("the same number years ago")
        .doesNotContain(best.number());
    assertThat(numbersWith(invoices, invoice("X-1", date, amount)))
        .describedAs("the same amount twice")
        .doesNotContain(best.number());
    assertThat(numbersWith(invoices, creditNote("X-1", date, "-" + amount)))
        .describedAs("taken back by a credit note")
        .doesNotContain(best.number());
  }

  @Test
  void amountsThatFollowFromThePriceListAreNeverAsked() {
    List<LedgerInvoice> invoices = new ArrayList<>(irregular(40, 1));
    for (int month = 1; month <= 4; month++) {
      invoices.add(invoice("A-" + month, "2025-0%d-15".formatted(month), "119.37"));
      invoices.add(invoice("B-" + month, "2025-0%d-16".formatted(month), "44.11"));
    }
    for (String amount :
        List.of(
            "238.74", "1432.44", "59.69", "39.79", "29.84", "163.48", "75.26", "13.26", "179.06")) {
      assertThat(numbersWith(invoices, invoice("C-1", "2025-06-17", amount)))
          .describedAs(amount)
          .doesNotContain(new InvoiceNumber("C-1"));
    }
    assertThat(numbersWith(invoices, invoice("C-1", "2025-06-17", "3817.94")))
        .contains(new InvoiceNumber("C-1"));
  }

  @Test
  void membersOfASeriesAreNeverAsked() {
    List<LedgerInvoice> invoices = new ArrayList<>(irregular(40, 1));
    for (int month = 1; month <= 9; month++) {
      invoices.add(
          invoice(
              "M-" + month, "2025-0%d-03".formatted(month), "77%02d.1%d".formatted(month, month)));
    }

    assertThat(among(invoices).best())
        .noneMatch(one -> one.invoice().number().written().startsWith("M-"));
  }

  @Test
  void onlyInvoicesOf30DaysTo24MonthsAreAsked() {
    List<LedgerInvoice> invoices = irregular(40, 1);

    for (LedgerInvoice tooEarlyOrLate :
        List.of(
            invoice("RE-99999", TODAY.minusDays(29).toString(), "9817.94"),
            invoice("RE-1", TODAY.minusMonths(24).minusDays(1).toString(), "9817.94"),
            invoice("RE-99999", TODAY.plusDays(1).toString(), "9817.94"))) {
      assertThat(numbersWith(invoices, tooEarlyOrLate)).doesNotContain(tooEarlyOrLate.number());
    }
    assertThat(numbersWith(invoices, invoice("RE-9", TODAY.minusDays(30).toString(), "9817.94")))
        .contains(new InvoiceNumber("RE-9"));
  }

  @Test
  void creditNotesAndNegativeAmountsAreNeverAsked() {
    List<LedgerInvoice> invoices = irregular(40, 1);

    assertThat(numbersWith(invoices, creditNote("GS-1", "2025-06-17", "3817.94")))
        .doesNotContain(new InvoiceNumber("GS-1"));
    assertThat(numbersWith(invoices, invoice("GS-1", "2025-06-17", "-3817.94")))
        .doesNotContain(new InvoiceNumber("GS-1"));
  }

  @Test
  void aDateThatTheNumberTellsGivesTwoBits() {
    List<LedgerInvoice> invoices = new ArrayList<>(irregular(40, 1));
    LedgerInvoice told = invoice("20250617", "2025-06-17", "3817.94");
    invoices.add(told);

    Askable askable =
        among(invoices).best().stream()
            .filter(one -> one.invoice().equals(told))
            .findFirst()
            .orElseThrow();

    assertThat(askable.evidence().date()).isEqualTo(2);
  }

  @Test
  void toleranceCostsEvidence() {
    List<LedgerInvoice> invoices = irregular(40, 1);
    Askable strict = among(invoices).best().getFirst();
    Askable tolerant =
        AskableInvoices.among(
                invoices,
                LEDGER,
                TODAY,
                ChallengeRules.of(RuleSettings.NONE.with(RuleNumber.EVIDENCE_BITS, 14))
                    .withDateTolerance(3))
            .best()
            .stream()
            .filter(one -> one.invoice().equals(strict.invoice()))
            .findFirst()
            .orElseThrow();

    assertThat(strict.evidence().date() - tolerant.evidence().date())
        .isCloseTo(Math.log(7) / Math.log(2), within(1e-9));
  }

  @Test
  void anAmountThatManyInvoicesOfTheLedgerHaveProvesLess() {
    List<LedgerInvoice> invoices = irregular(40, 1);
    Askable alone = among(invoices).best().getFirst();
    List<LedgerInvoice> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(invoice("Z-" + i, "2025-06-17", alone.invoice().total().amount().toPlainString()));
    }

    AskableInvoices common =
        AskableInvoices.among(invoices, LEDGER.plus(LedgerProfile.of(many)), TODAY, RULES);

    assertThat(common.best())
        .filteredOn(one -> one.invoice().equals(alone.invoice()))
        .allMatch(one -> one.evidence().bits() < 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void vendorsWithFewInvoicesOrRoundAmountsCannotBeChallenged(int count) {
    List<LedgerInvoice> invoices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      invoices.add(invoice("R-" + i, "2025-0%d-15".formatted(2 + i), (1 + 3 * i) + "00.00"));
    }

    for (LedgerInvoice first : invoices) {
      assertThat(among(invoices).draw(Invoices.BUYER, first, Set.of(), RULES, new Random(1)))
          .isEmpty();
    }
  }

  @Test
  void theSecondInvoiceIsOneOfTheFiveBestAndFarFromTheFirst() {
    List<LedgerInvoice> invoices = irregular(40, 1);
    AskableInvoices askable = among(invoices);
    for (LedgerInvoice first : invoices) {
      List<InvoiceNumber> farFive =
          askable.best().stream()
              .map(Askable::invoice)
              .filter(
                  one ->
                      Math.abs(ChronoUnit.DAYS.between(one.issueDate(), first.issueDate())) >= 120)
              .limit(5)
              .map(LedgerInvoice::number)
              .toList();
      Set<InvoiceNumber> drawn = new HashSet<>();
      for (int seed = 0; seed < 60; seed++) {
        drawn.addAll(
            askable
                .draw(Invoices.BUYER, first, Set.of(), RULES, new Random(seed))
                .orElseThrow()
                .numbers());
      }
      assertThat(drawn).containsExactlyInAnyOrderElementsOf(farFive);
    }
  }

  @Test
  void aVendorWithLessThanTwentyInvoicesIsAskedForAnyOther() {
    AskableInvoices askable = among(irregular(15, 3));
    LedgerInvoice first = askable.best().getFirst().invoice();

    for (int seed = 0; seed < 60; seed++) {
      assertThat(
              askable
                  .draw(Invoices.BUYER, first, Set.of(), RULES, new Random(seed))
                  .orElseThrow()
                  .numbers())
          .doesNotContain(first.number());
    }
  }

  @Test
  void theStrongerFormAsksForTwoWhereThereAreTenInvoices() {
    ChallengeRules stronger = ChallengeRules.of(RuleSettings.NONE.with(Form.TWO));
    AskableInvoices many = among(irregular(15, 3));
    AskableInvoices few = among(irregular(9, 3));

    assertThat(draw(many, stronger)).hasSize(2).doesNotHaveDuplicates();
    assertThat(draw(few, stronger)).hasSize(1);
  }

  @Test
  void whereWeakPairsAreRefusedWhoeverHasNoStrongInvoiceIsNotChallenged() {
    ChallengeRules strict = ChallengeRules.of(RuleSettings.NONE.with(WeakPairs.REFUSED));
    AskableInvoices all = among(irregular(40, 1));
    AskableInvoices weak =
        new AskableInvoices(
            all.best().stream().map(one -> new Askable(one.invoice(), new Evidence(4, 9))).toList(),
            all.invoices());
    LedgerInvoice first = invoice("OTHER", "2025-01-01", "1");

    assertThat(draw(weak, RULES)).hasSize(2);
    assertThat(weak.prospect(RULES)).isEqualTo(AskableInvoices.Prospect.CHALLENGE);
    assertThat(weak.draw(Invoices.BUYER, first, Set.of(), strict, new Random(1))).isEmpty();
    assertThat(weak.prospect(strict)).isEqualTo(AskableInvoices.Prospect.NONE);
    assertThat(draw(all, strict)).hasSize(1);
  }

  private static double bits(AskableInvoices askable, InvoiceNumber number) {
    return askable.best().stream()
        .filter(one -> one.invoice().number().equals(number))
        .mapToDouble(one -> one.evidence().bits())
        .findFirst()
        .orElseThrow();
  }

  private static List<InvoiceNumber> draw(AskableInvoices askable, ChallengeRules rules) {
    return askable
        .draw(Invoices.BUYER, invoice("OTHER", "2025-01-01", "1"), Set.of(), rules, new Random(1))
        .orElseThrow()
        .numbers();
  }

  private static Set<InvoiceNumber> numbersWith(
      List<LedgerInvoice> invoices, LedgerInvoice besides) {
    List<LedgerInvoice> all = new ArrayList<>(invoices);
    all.add(besides);
    return numbers(among(all));
  }

  private static Set<InvoiceNumber> numbers(AskableInvoices askable) {
    return new HashSet<>(askable.best().stream().map(one -> one.invoice().number()).toList());
  }

  private static AskableInvoices among(List<LedgerInvoice> invoices) {
    return AskableInvoices.among(invoices, LEDGER, TODAY, RULES);
  }
}
