package io.customerconnect.domain.challenge;

import static io.customerconnect.domain.challenge.Invoices.TODAY;
import static io.customerconnect.domain.challenge.Invoices.irregular;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.VendorChallenges.Replacement;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.RuleSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VendorChallengesTest {
  private static final ChallengeRules RULES = ChallengeRules.DEFAULT;
  private static final List<LedgerInvoice> INVOICES = irregular(40, 1);
  private static final AskableInvoices ASKABLE =
      AskableInvoices.among(INVOICES, Invoices.ledger(), TODAY, RULES);

  private final Random random = new Random(5);

  @Test
  void whoeverComesWithWhateverInvoiceIsAskedTheSame() {
    VendorChallenges asking = ask(VendorChallenges.none(Invoices.VENDOR), INVOICES.getFirst());
    InvoiceNumber asked = asked(asking);

    for (LedgerInvoice first : INVOICES) {
      if (!first.number().equals(asked)) {
        assertThat(asked(ask(asking, first))).isEqualTo(asked);
      }
    }
  }

  @Test
  void whoNamesTheVeryInvoiceThatIsAskedGetsNoOther() {
    VendorChallenges asking = ask(VendorChallenges.none(Invoices.VENDOR), INVOICES.getFirst());
    LedgerInvoice asked =
        INVOICES.stream()
            .filter(invoice -> invoice.number().equals(asked(asking)))
            .findFirst()
            .orElseThrow();

    assertThat(asking.ask(Invoices.BUYER, asked, ASKABLE, TODAY, RULES, random)).isEmpty();
  }

  @Test
  void afterAUsedUpChallengeThereIsOneReplacementAndNeverASecond() {
    VendorChallenges asking = ask(VendorChallenges.none(Invoices.VENDOR), INVOICES.getFirst());
    VendorChallenges replaced = ask(asking.usedUp(), INVOICES.getFirst());

    assertThat(asked(replaced)).isNotEqualTo(asked(asking));
    assertThat(replaced.replacement()).isEqualTo(Replacement.USED);
    assertThat(asked(ask(replaced.usedUp(), INVOICES.getFirst()))).isEqualTo(asked(replaced));
  }

  @Test
  void whatHasBecomeTooOldToBeFoundIsAskedNoMoreAndWhatIsAskedInsteadStays() {
    VendorChallenges asking = ask(VendorChallenges.none(Invoices.VENDOR), INVOICES.getFirst());
    LocalDate lastDay =
        asking.asked().orElseThrow().invoices().getFirst().issueDate().plus(RULES.window());
    List<LedgerInvoice> newer = irregular(40, 2, lastDay);
    AskableInvoices later = AskableInvoices.among(newer, Invoices.ledger(), lastDay, RULES);

    assertThat(asked(ask(asking, newer.getFirst(), later, lastDay))).isEqualTo(asked(asking));
    VendorChallenges next = ask(asking, newer.getFirst(), later, lastDay.plusDays(1));

    assertThat(asked(next)).isNotEqualTo(asked(asking));
    assertThat(next.replacement()).as("no replacement for a mistake").isEqualTo(Replacement.UNUSED);
    for (LedgerInvoice first : newer) {
      if (!first.number().equals(asked(next))) {
        assertThat(ask(next, first, later, lastDay.plusDays(1))).isEqualTo(next);
      }
    }
  }

  @Test
  void whereAllThatCouldBeAskedIsTooOldByNowNothingIsAsked() {
    VendorChallenges asking = ask(VendorChallenges.none(Invoices.VENDOR), INVOICES.getFirst());
    LocalDate later = TODAY.plus(RULES.window()).plusDays(1);

    for (VendorChallenges vendor : List.of(asking, VendorChallenges.none(Invoices.VENDOR))) {
      assertThat(vendor.ask(Invoices.BUYER, INVOICES.getFirst(), ASKABLE, later, RULES, random))
          .isEmpty();
    }
  }

  @Test
  void nobodyWhoNeverGotToStepTwoUsesUpTheReplacement() {
    assertThat(VendorChallenges.none(Invoices.VENDOR).usedUp().replacement())
        .isEqualTo(Replacement.UNUSED);
  }

  @Test
  void whereThereIsNothingElseTheSameIsAskedAgain() {
    AskableInvoices one = new AskableInvoices(List.of(ASKABLE.best().getLast()), 12);
    LedgerInvoice first = ASKABLE.best().getFirst().invoice();
    VendorChallenges asking =
        VendorChallenges.none(Invoices.VENDOR)
            .ask(Invoices.BUYER, first, one, TODAY, RULES, random)
            .orElseThrow();

    assertThat(asking.usedUp().ask(Invoices.BUYER, first, one, TODAY, RULES, random))
        .contains(asking.usedUp());
  }

  @Test
  void inTheStrongerFormAnotherInvoiceJoinsTheOneThatIsAskedAndStays() {
    ChallengeRules stronger = ChallengeRules.of(RuleSettings.NONE.with(ChallengeRules.Form.TWO));
    VendorChallenges asking = ask(VendorChallenges.none(Invoices.VENDOR), INVOICES.getFirst());

    VendorChallenges both =
        asking
            .ask(Invoices.BUYER, INVOICES.getFirst(), ASKABLE, TODAY, stronger, random)
            .orElseThrow();

    assertThat(both.asked().orElseThrow().numbers())
        .hasSize(2)
        .doesNotHaveDuplicates()
        .startsWith(asked(asking));
    assertThat(both.ask(Invoices.BUYER, INVOICES.getFirst(), ASKABLE, TODAY, stronger, random))
        .contains(both);
    assertThat(ask(both, INVOICES.getFirst())).as("in the weaker form, too").isEqualTo(both);
  }

  @Test
  void theInvoiceOfOneLegalEntityIsAskedAtAnotherAndRemembersItsBooks() {
    VendorChallenges asking = ask(VendorChallenges.none(Invoices.VENDOR), INVOICES.getFirst());
    LegalEntityId other = new LegalEntityId("other");
    ChallengeRules stronger = ChallengeRules.of(RuleSettings.NONE.with(ChallengeRules.Form.TWO));

    assertThat(asking.ask(other, INVOICES.getFirst(), ASKABLE, TODAY, RULES, random))
        .contains(asking);
    assertThat(
            asking
                .ask(other, INVOICES.getFirst(), ASKABLE, TODAY, stronger, random)
                .orElseThrow()
                .asked()
                .orElseThrow()
                .invoices())
        .extracting(SecondInvoices.Second::books)
        .containsExactly(Invoices.BUYER, other);
  }

  @Test
  void afterNineFailuresTheBuyerIsToldOnceAndNothingIsAskedAnyMore() {
    VendorChallenges vendor = ask(VendorChallenges.none(Invoices.VENDOR), INVOICES.getFirst());
    LegalEntityId last = new LegalEntityId("last");
    for (int failure = 0; failure < 8; failure++) {
      vendor = vendor.attempted().wrong(new LegalEntityId("earlier"), RULES);
      assertThat(vendor.alarmed()).isEmpty();
    }
    assertThat(vendor.attempted().right().alarmed()).as("the ninth is right").isEmpty();
    vendor = vendor.attempted().wrong(last, RULES);

    assertThat(vendor.alarmed()).contains(last);
    assertThat(vendor.wrong(new LegalEntityId("later"), RULES)).isEqualTo(vendor);
    assertThat(vendor.ask(Invoices.BUYER, INVOICES.getFirst(), ASKABLE, TODAY, RULES, random))
        .isEmpty();
    assertThat(
            vendor.right().ask(Invoices.BUYER, INVOICES.getFirst(), ASKABLE, TODAY, RULES, random))
        .isPresent();
  }

  @Test
  void theBuyerIsToldAnewAfterARightAnswerThatWasStillUnderWay() {
    VendorChallenges vendor = VendorChallenges.none(Invoices.VENDOR);
    for (int attempt = 0; attempt < 9; attempt++) {
      vendor = vendor.attempted();
    }
    VendorChallenges told = vendor.wrong(Invoices.BUYER, RULES);

    VendorChallenges calm = told.right();
    assertThat(calm.alarmed()).isEmpty();
    VendorChallenges again = calm.attempted().wrong(Invoices.BUYER, RULES);

    assertThat(again.alarmed()).contains(Invoices.BUYER);
    assertThat(again.pastAlarms()).isNotEqualTo(told.pastAlarms());
  }

  @Test
  void aVendorWithoutAskableInvoicesIsAskedNothing() {
    assertThat(
            VendorChallenges.none(Invoices.VENDOR)
                .ask(
                    Invoices.BUYER,
                    INVOICES.getFirst(),
                    AskableInvoices.NONE,
                    TODAY,
                    RULES,
                    random))
        .isEmpty();
  }

  private VendorChallenges ask(VendorChallenges vendor, LedgerInvoice first) {
    return ask(vendor, first, ASKABLE, TODAY);
  }

  private VendorChallenges ask(
      VendorChallenges vendor, LedgerInvoice first, AskableInvoices askable, LocalDate day) {
    return vendor.ask(Invoices.BUYER, first, askable, day, RULES, random).orElseThrow();
  }

  private static InvoiceNumber asked(VendorChallenges vendor) {
    return vendor.asked().orElseThrow().numbers().getFirst();
  }
}
