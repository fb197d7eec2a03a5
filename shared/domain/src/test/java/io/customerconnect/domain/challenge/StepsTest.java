package io.customerconnect.domain.challenge;

import static io.customerconnect.domain.challenge.Invoices.answer;
import static io.customerconnect.domain.challenge.Invoices.creditNote;
import static io.customerconnect.domain.challenge.Invoices.first;
import static io.customerconnect.domain.challenge.Invoices.invoice;
import static io.customerconnect.domain.challenge.Invoices.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.rules.ChallengeRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
  private static final LedgerInvoice INVOICE = invoice("RE-2026/0815", "2026-01-09", "1234.56");
  private static final StepOne.Result NOT_FOUND = new StepOne.Result.NotFound();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RE-2026/0815|2026-01-09|1234.56",
        "re 2026 0815|2026-01-09|1.234,56",
        "Re.2026.0815|2026-01-09|1'234.56 EUR"
      })
  void aRightAnswerLeadsToTheVendorHoweverItIsWritten(String number, String date, String amount) {
    assertThat(compare(first(number, date, amount), row("4711", INVOICE)))
        .isEqualTo(new StepOne.Result.Found(Invoices.VENDOR, INVOICE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RE-2026/0816|2026-01-09|1234.56",
        "RE-2026/0815|2026-01-10|1234.56",
        "RE-2026/0815|2026-01-09|1234.57",
        "RE-2026/0815|2026-01-09|-1234.56",
        "RE-2026/0815|2026-09-01|1234.56"
      })
  void whicheverPartIsWrongTheResultIsTheSame(String number, String date, String amount) {
    assertThat(compare(first(number, date, amount), row("4711", INVOICE))).isEqualTo(NOT_FOUND);
  }

  @Test
  void aNumberOfTwoVendorsNeverConnectsEvenIfOnlyOneOfThemFits() {
    assertThat(
            compare(
                first("RE-2026/0815", "2026-01-09", "1234.56"),
                row("4711", INVOICE),
                row("4712", invoice("RE 2026 0815", "2025-12-01", "99.00"))))
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void theSameNumberTwiceOfOneVendorFitsByTheRowThatIsMeant() {
    LedgerInvoice other = invoice("RE-2026/0815", "2026-02-09", "77.00");

    assertThat(
            compare(
                first("RE-2026/0815", "2026-02-09", "77"),
                row("4711", INVOICE),
                row("4711", other)))
        .isEqualTo(new StepOne.Result.Found(Invoices.VENDOR, other));
    assertThat(
            compare(
                first("RE-2026/0815", "2026-02-09", "1234.56"),
                row("4711", INVOICE),
                row("4711", other)))
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void zerosInFrontAreForgivenUnlessTheyMakeADifference() {
    LedgerInvoice padded = invoice("0000611365", "2026-01-09", "55.94");
    LedgerInvoice bare = invoice("611365", "2026-01-10", "44.00");

    assertThat(compare(first("611365", "2026-01-09", "55.94"), row("4711", padded)))
        .isEqualTo(new StepOne.Result.Found(Invoices.VENDOR, padded));
    assertThat(compare(first("611365", "2026-01-10", "44"), row("4712", padded), row("4711", bare)))
        .isEqualTo(new StepOne.Result.Found(Invoices.VENDOR, bare));
  }

  @Test
  void whoLeavesOutZerosIsFoundEvenWhereAnotherVendorHasTheBareNumber() {
    LedgerInvoice padded = invoice("0000611365", "2026-01-09", "55.94");
    LedgerInvoice bare = invoice("611365", "2026-01-10", "44.00");
    FirstAnswer typed = first("611365", "2026-01-09", "55.94");

    assertThat(compare(typed, row("4711", padded), row("4712", bare)))
        .isEqualTo(new StepOne.Result.Found(Invoices.VENDOR, padded));
    assertThat(
            compare(
                typed, row("4711", padded), row("4712", invoice("611365", "2026-01-09", "55.94"))))
        .describedAs("data that fit two vendors")
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void dataThatFitTwoVendorsNeverConnectHoweverManyOthersHaveTheNumber() {
    LedgerInvoice bare = invoice("611365", "2026-01-09", "55.94");
    LedgerInvoice unlike = invoice("611365", "2026-01-10", "44.00");
    LedgerInvoice padded = invoice("0000611365", "2026-01-09", "55.94");
    LedgerInvoice unlikePadded = invoice("0000611365", "2026-01-10", "44.00");
    FirstAnswer typed = first("611365", "2026-01-09", "55.94");

    assertThat(compare(typed, row("4711", bare), row("4712", unlike), row("4713", padded)))
        .isEqualTo(NOT_FOUND);
    assertThat(compare(typed, row("4711", bare), row("4712", padded), row("4713", unlikePadded)))
        .isEqualTo(NOT_FOUND);
    assertThat(compare(typed, row("4711", bare), row("4712", unlikePadded)))
        .isEqualTo(new StepOne.Result.Found(Invoices.VENDOR, bare));
  }

  @Test
  void aNumberOfLessThanFourCharactersProvesNothing() {
    assertThat(
            compare(
                first("123", "2026-01-09", "55.94"),
                row("4711", invoice("123", "2026-01-09", "55.94"))))
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void invoicesFromBeforeTheWindowProveNothingAndTakeNothingFromOthers() {
    LedgerInvoice old = invoice("RE-2026/0815", "2024-03-01", "99.00");

    assertThat(compare(first("RE-2026/0815", "2024-03-01", "99"), row("4712", old)))
        .isEqualTo(NOT_FOUND);
    assertThat(
            compare(
                first("RE-2026/0815", "2026-01-09", "1234.56"),
                row("4711", INVOICE),
                row("4712", old)))
        .isEqualTo(new StepOne.Result.Found(Invoices.VENDOR, INVOICE));
  }

  @Test
  void creditNotesFitWithEitherSign() {
    LedgerInvoice credit = creditNote("GS-1001", "2026-01-09", "-80.00");

    for (String amount : List.of("80", "-80", "80-", "(80.00)")) {
      assertThat(compare(first("GS-1001", "2026-01-09", amount), row("4711", credit)))
          .isEqualTo(new StepOne.Result.Found(Invoices.VENDOR, credit));
    }
  }

  @Test
  void allInvoicesThatAreAskedForMustBeRight() {
    LedgerInvoice one = invoice("RE-1", "2025-01-09", "17.31");
    LedgerInvoice two = invoice("RE-2", "2025-05-09", "423.90");
    SecondInvoices both = SecondInvoices.of(Invoices.BUYER, one, two);

    assertThat(
            second(
                both,
                Map.of(
                    one.number(), answer("2025-01-09", "17.31"),
                    two.number(), answer("2025-05-09", "423,90"))))
        .isEqualTo(Verdict.RIGHT);
    assertThat(
            second(
                both,
                Map.of(
                    one.number(), answer("2025-01-09", "17.31"),
                    two.number(), answer("2025-05-09", "423,91"))))
        .isEqualTo(Verdict.WRONG);
    assertThat(second(both, Map.of(one.number(), answer("2025-01-09", "17.31"))))
        .isEqualTo(Verdict.WRONG);
    assertThat(
            second(
                both,
                Map.of(
                    one.number(), answer("2025-05-09", "423.90"),
                    two.number(), answer("2025-01-09", "17.31"))))
        .describedAs("the other way round")
        .isEqualTo(Verdict.WRONG);
  }

  @Test
  void whatTheBuyerHasWithdrawnMeanwhileCannotBeAnswered() {
    LedgerInvoice gone = invoice("RE-3", "2025-01-09", "17.31");

    assertThat(
            second(
                SecondInvoices.of(Invoices.BUYER, gone),
                Map.of(gone.number(), answer("2025-01-09", "17.31"))))
        .isEqualTo(Verdict.WRONG);
  }

  @Test
  void datesMayDifferOnlyAsFarAsTheBuyerAllows() {
    ChallengeRules tolerant = ChallengeRules.DEFAULT.withDateTolerance(3);
    FirstAnswer late = first("RE-2026/0815", "2026-01-12", "1234.56");
    FirstAnswer later = first("RE-2026/0815", "2026-01-13", "1234.56");
    CountedAttempt attempt = CountedAttemptTest.granted(Step.FIRST, tolerant);

    assertThat(StepOne.compare(attempt, late, List.of(row("4711", INVOICE))))
        .isInstanceOf(StepOne.Result.Found.class);
    assertThat(StepOne.compare(attempt, later, List.of(row("4711", INVOICE)))).isEqualTo(NOT_FOUND);
  }

  private static StepOne.Result compare(FirstAnswer answer, VendorInvoice... rows) {
    return StepOne.compare(CountedAttemptTest.granted(Step.FIRST), answer, List.of(rows));
  }

  private static Verdict second(SecondInvoices asked, Map<InvoiceNumber, InvoiceAnswer> answers) {
    return StepTwo.compare(
        CountedAttemptTest.granted(Step.SECOND),
        asked,
        answers,
        List.of(invoice("RE-1", "2025-01-09", "17.31"), invoice("RE-2", "2025-05-09", "423.90")));
  }
}
