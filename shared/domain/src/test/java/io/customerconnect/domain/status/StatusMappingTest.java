package io.customerconnect.domain.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.status.BuyerWords.Word;
import io.customerconnect.domain.status.StatusMapping.Meaning;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class StatusMappingTest {
  private static final Money TOTAL = euros("100.00");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 12);

  @ParameterizedTest
  @CsvSource({
    "paid, PD",
    "PAID, PD",
    "bezahlt, PD",
    "cleared, PD",
    "ausgeglichen, PD",
    "Payée, PD",
    "payee, PD",
    "zapłacona, PD",
    "zaplacona, PD",
    "in Prüfung, IP",
    "in Pruefung, IP",
    "IN_PRUEFUNG, IP",
    "In-Prüfung, IP",
    "open, IP",
    "blocked for payment, UQ",
    "Zahlsperre, UQ",
    "storniert, RE",
    "refusée, RE",
    "bon à payer, AP",
    "freigegeben, AP",
    "scheduled for payment, AP",
    "unter Vorbehalt, CA",
    "eingegangen, AB",
    "İşlemde, IP",
  })
  void commonWordsOfLedgersAreKnownHoweverTheyAreWritten(String word, String code) {
    assertThat(StatusMapping.DEFAULT.meaningOf(word))
        .map(Meaning::code)
        .map(ResponseCode::code)
        .contains(code);
  }

  @ParameterizedTest
  @EnumSource(ResponseCode.class)
  void theCodesAreWordsForThemselves(ResponseCode code) {
    assertThat(StatusMapping.DEFAULT.meaningOf(code.code())).map(Meaning::code).contains(code);
  }

  @Test
  void anUnknownWordIsKeptAndNotGuessedFromItsParts() {
    assertThat(read("unpaid since Tuesday"))
        .isEqualTo(new InvoiceStatus.Unmapped("unpaid since Tuesday"));
    assertThat(read("Zahlstatus 7").code()).isEmpty();
    assertThat(read("Zahlstatus 7").open(TOTAL)).isEqualTo(TOTAL);
  }

  @Test
  void theBuyersOwnListGoesBeforeTheDefaultOne() {
    StatusMapping mapping =
        StatusMapping.DEFAULT.with(
            new BuyerWords(
                List.of(
                    new Word("Open", ResponseCode.PAID, Optional.empty()),
                    new Word("Z|9: x", ResponseCode.PAID, Optional.empty()),
                    new Word("R", ResponseCode.UNDER_QUERY, Optional.of(StatusReason.PRICES)))));

    assertThat(mapping.meaningOf("open")).map(Meaning::code).contains(ResponseCode.PAID);
    assertThat(mapping.meaningOf("z|9: X")).map(Meaning::code).contains(ResponseCode.PAID);
    assertThat(mapping.meaningOf("r"))
        .contains(new Meaning(ResponseCode.UNDER_QUERY, Optional.of(StatusReason.PRICES)));
    assertThat(mapping.meaningOf("paid")).map(Meaning::code).contains(ResponseCode.PAID);
  }

  @Test
  void aListThatMakesNoSenseSaysWhy() {
    assertThatThrownBy(() -> StatusMapping.of(List.of("ok")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("colon");
    assertThatThrownBy(() -> StatusMapping.of(List.of("OK: fine")))
        .hasMessageContaining("\"OK\" is no status code");
    assertThatThrownBy(() -> StatusMapping.of(List.of("UQ WHY: fine")))
        .hasMessageContaining("\"WHY\" is no reason code");
    assertThatThrownBy(() -> StatusMapping.of(List.of("AP: fine", "RE: Fine")))
        .hasMessageContaining("two meanings");
    assertThatThrownBy(() -> StatusMapping.of(List.of("AP: fine |"))).hasMessageContaining("empty");
  }

  @Test
  void aBuyersListThatMakesNoSenseSaysWhy() {
    Word fine = new Word("fine", ResponseCode.ACCEPTED, Optional.empty());
    assertThatThrownBy(
            () -> new BuyerWords(List.of(fine, new Word(" FINE", fine.code(), fine.reason()))))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("\"FINE\" is there twice");
    assertThatThrownBy(() -> new Word("no", ResponseCode.REJECTED, Optional.empty()))
        .hasMessageContaining("needs a reason");
    assertThatThrownBy(() -> new Word("  ", fine.code(), fine.reason()))
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> new Word("-_.", fine.code(), fine.reason()))
        .hasMessageContaining("letters or digits");
    assertThatThrownBy(() -> new Word("x".repeat(101), fine.code(), fine.reason()))
        .hasMessageContaining("100");
    List<Word> many =
        IntStream.rangeClosed(0, BuyerWords.MAX_WORDS)
            .mapToObj(i -> new Word("word " + i, fine.code(), fine.reason()))
            .toList();
    assertThatThrownBy(() -> new BuyerWords(many)).hasMessageContaining("at most 200");
  }

  @Test
  void whatIsInTheBooksWithoutAStatusHasArrived() {
    assertThat(StatusMapping.DEFAULT.read(entry(), TOTAL))
        .isEqualTo(new InvoiceStatus.Acknowledged(Clarification.NONE));
  }

  @Test
  void theBuyersCodeCountsMoreThanItsWord() {
    StatusEntry entry =
        new StatusEntry(
            Optional.of("open"),
            Optional.of(ResponseCode.ACCEPTED),
            Clarification.NONE,
            Payment.UNKNOWN);

    assertThat(StatusMapping.DEFAULT.read(entry, TOTAL))
        .isEqualTo(new InvoiceStatus.Accepted(Clarification.NONE));
  }

  @Test
  void aPaymentCountsMoreThanAWordForAStepBefore() {
    assertThat(read("approved", paid("100.00"))).isInstanceOf(InvoiceStatus.Paid.class);
    assertThat(read("status 7", paid("100.00"))).isInstanceOf(InvoiceStatus.Paid.class);
    assertThat(read("storniert", paid("100.00"))).isInstanceOf(InvoiceStatus.Rejected.class);
  }

  @Test
  void aPartOfTheAmountLeavesTheRestOpen() {
    InvoiceStatus status = read("approved", paid("40.00"));

    assertThat(status)
        .isEqualTo(
            new InvoiceStatus.PartiallyPaid(
                paid("40.00"), Optional.of(euros("60.00")), Clarification.NONE));
    assertThat(status.code()).contains(ResponseCode.PAID);
    assertThat(status.open(TOTAL)).isEqualTo(euros("60.00"));
  }

  @Test
  void aWordForPartlyPaidNeedsNoAmounts() {
    InvoiceStatus status = read("teilweise bezahlt");

    assertThat(status)
        .isEqualTo(
            new InvoiceStatus.PartiallyPaid(
                Payment.UNKNOWN, Optional.empty(), Clarification.of(StatusReason.PARTIALLY_PAID)));
    assertThat(status.open(TOTAL)).isEqualTo(TOTAL);
  }

  @Test
  void theLastPartMakesItPaid() {
    assertThat(read("teilweise bezahlt", paid("100.00"))).isInstanceOf(InvoiceStatus.Paid.class);
  }

  @Test
  void aCashDiscountIsNoPartialPayment() {
    assertThat(read("ausgeglichen", paid("97.00"))).isInstanceOf(InvoiceStatus.Paid.class);
    assertThat(read("ausgeglichen", paid("95.00"))).isInstanceOf(InvoiceStatus.Paid.class);
    assertThat(read("ausgeglichen", paid("94.99"))).isInstanceOf(InvoiceStatus.PartiallyPaid.class);
    assertThat(read("partially paid", paid("97.00")))
        .isInstanceOf(InvoiceStatus.PartiallyPaid.class);
    assertThat(read("approved", paid("97.00"))).isInstanceOf(InvoiceStatus.PartiallyPaid.class);
  }

  @Test
  void moreThanTheAmountIsPaidToo() {
    assertThat(read("paid", paid("110.00")).open(TOTAL)).isEqualTo(euros("0.00"));
  }

  @Test
  void theRestOfACreditNoteHasItsSign() {
    StatusEntry entry = entry(Optional.empty(), paid("-40.00"));

    assertThat(StatusMapping.DEFAULT.read(entry, euros("-100.00")).open(euros("-100.00")))
        .isEqualTo(euros("-60.00"));
  }

  @Test
  void aReasonThatIsNotGivenIsTakenFromTheWord() {
    assertThat(read("Preisabweichung").clarification().reasons())
        .containsExactly(StatusReason.PRICES);
    assertThat(read("blocked for payment").clarification())
        .isEqualTo(Clarification.of("blocked for payment"));
  }

  @Test
  void aReasonThatIsGivenStands() {
    Clarification delivery = Clarification.of(StatusReason.DELIVERY);
    StatusEntry entry =
        new StatusEntry(
            Optional.of("Preisabweichung"), Optional.empty(), delivery, Payment.UNKNOWN);

    assertThat(StatusMapping.DEFAULT.read(entry, TOTAL))
        .isEqualTo(new InvoiceStatus.UnderQuery(delivery));
  }

  @ParameterizedTest
  @EnumSource(
      value = ResponseCode.class,
      names = {"UNDER_QUERY", "CONDITIONALLY_ACCEPTED", "REJECTED"})
  void aCodeThatNeedsAReasonIsRefusedWithoutOne(ResponseCode code) {
    StatusEntry bare =
        new StatusEntry(Optional.empty(), Optional.of(code), Clarification.NONE, Payment.UNKNOWN);
    StatusEntry noIssue =
        new StatusEntry(
            Optional.empty(),
            Optional.of(code),
            Clarification.of(StatusReason.NO_ISSUE),
            Payment.UNKNOWN);

    assertThatThrownBy(() -> StatusMapping.DEFAULT.read(bare, TOTAL))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining(code.code());
    assertThatThrownBy(() -> StatusMapping.DEFAULT.read(noIssue, TOTAL))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void whatIsRejectedIsNotOpen() {
    assertThat(read("rejected").open(TOTAL)).isEqualTo(euros("0.00"));
  }

  private static InvoiceStatus read(String word) {
    return read(word, Payment.UNKNOWN);
  }

  private static InvoiceStatus read(String word, Payment payment) {
    return StatusMapping.DEFAULT.read(entry(Optional.of(word), payment), TOTAL);
  }

  private static StatusEntry entry() {
    return entry(Optional.empty(), Payment.UNKNOWN);
  }

  private static StatusEntry entry(Optional<String> word, Payment payment) {
    return new StatusEntry(word, Optional.empty(), Clarification.NONE, payment);
  }

  private static Payment paid(String amount) {
    return new Payment(Optional.of(DAY), Optional.of(euros(amount)), Optional.empty());
  }

  private static Money euros(String amount) {
    return Money.parse(amount, Money.currency("EUR"));
  }
}
