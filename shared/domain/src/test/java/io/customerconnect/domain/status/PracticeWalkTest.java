package io.customerconnect.domain.status;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.status.PracticeWalk.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PracticeWalkTest {
  private static final Instant SUBMITTED = Instant.parse("2026-11-25T23:45:00Z");

  @ParameterizedTest
  @CsvSource({
    "100.00, EUR, AB IP AP PD",
    "100.01, EUR, AB IP AP PD",
    "100.05, EUR, AB IP AP PD PD",
    "100.06, EUR, AB IP CA PD",
    "100.07, EUR, AB IP UQ AP PD",
    "100.08, EUR, AB IP UQ",
    "100.09, EUR, AB IP RE",
    "-100.09, EUR, AB IP RE",
    "1007, JPY, AB IP UQ AP PD",
    "100.019, KWD, AB IP RE",
  })
  void theLastDigitOfTheAmountTellsTheWay(String amount, String currency, String codes) {
    Money total = Money.parse(amount, Money.currency(currency));

    assertThat(
            PracticeWalk.steps(total, SUBMITTED).stream()
                .map(step -> step.status().code().map(ResponseCode::code).orElse("?"))
                .collect(joining(" ")))
        .isEqualTo(codes);
  }

  @Test
  void theClockAloneMovesADocumentOn() {
    Money total = euros("100.00");

    assertThat(at(total, Duration.ofMinutes(-5)).word()).isEqualTo("received");
    assertThat(at(total, Duration.ZERO).word()).isEqualTo("received");
    assertThat(at(total, Duration.ofMinutes(2)).word()).isEqualTo("in process");
    assertThat(at(total, Duration.ofMinutes(10).minusMillis(1)).word()).isEqualTo("in process");
    assertThat(at(total, Duration.ofMinutes(10)).word()).isEqualTo("approved");
    assertThat(at(total, Duration.ofDays(365)).word()).isEqualTo("paid");
  }

  @Test
  void itSaysWhenItGoesOnAndWhenItHasArrived() {
    Money total = euros("100.00");

    assertThat(PracticeWalk.next(total, SUBMITTED, SUBMITTED))
        .contains(SUBMITTED.plus(Duration.ofMinutes(2)));
    assertThat(PracticeWalk.next(total, SUBMITTED, SUBMITTED.plus(Duration.ofMinutes(2))))
        .contains(SUBMITTED.plus(Duration.ofMinutes(10)));
    assertThat(PracticeWalk.next(total, SUBMITTED, SUBMITTED.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void stepsComeOneAfterTheOther() {
    for (int digit = 0; digit < 10; digit++) {
      assertThat(PracticeWalk.steps(euros("100.0" + digit), SUBMITTED))
          .extracting(Step::from)
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void everyWordMeansToTheDefaultListWhatTheStepIs() {
    for (int digit = 0; digit < 10; digit++) {
      for (Step step : PracticeWalk.steps(euros("100.0" + digit), SUBMITTED)) {
        assertThat(StatusMapping.DEFAULT.meaningOf(step.word()).map(StatusMapping.Meaning::code))
            .as(step.word())
            .isEqualTo(step.status().code());
      }
    }
  }

  @Test
  void whatIsHeldUpOrRefusedSaysWhyAndWhatToDo() {
    assertThat(at(euros("100.08"), Duration.ofDays(1)).status().clarification())
        .satisfies(
            why -> {
              assertThat(why.reasons()).containsExactly(StatusReason.REFERENCES);
              assertThat(why.actions()).containsExactly(StatusAction.PROVIDE_INFORMATION);
            });
    assertThat(at(euros("100.09"), Duration.ofDays(1)).status().clarification())
        .satisfies(
            why -> {
              assertThat(why.reasons()).containsExactly(StatusReason.PRICES);
              assertThat(why.actions()).containsExactly(StatusAction.ISSUE_NEW_INVOICE);
            });
  }

  @Test
  void halfOfAnOddAmountAndItsRestAreTheWhole() {
    Money total = euros("100.05");

    assertThat(at(total, Duration.ofMinutes(30)).status())
        .isInstanceOfSatisfying(
            InvoiceStatus.PartiallyPaid.class,
            status -> {
              assertThat(status.payment().amount()).contains(euros("50.02"));
              assertThat(status.open()).contains(euros("50.03"));
            });
    assertThat(at(total, Duration.ofMinutes(40)).status()).isInstanceOf(InvoiceStatus.Paid.class);
  }

  @Test
  void whatIsApprovedNamesADayAndWhatIsPaidTheDayInUtc() {
    Money total = euros("100.00");

    assertThat(at(total, Duration.ofMinutes(10)).expectedPayment())
        .isEqualTo(new NamedDate.On(LocalDate.of(2026, 12, 9)));
    assertThat(at(total, Duration.ofMinutes(30)).status())
        .isInstanceOfSatisfying(
            InvoiceStatus.Paid.class,
            paid ->
                assertThat(paid.payment().on()).isEqualTo(Optional.of(LocalDate.of(2026, 11, 26))));
  }

  private static Step at(Money total, Duration after) {
    return PracticeWalk.at(total, SUBMITTED, SUBMITTED.plus(after));
  }

  private static Money euros(String amount) {
    return Money.parse(amount, Money.currency("EUR"));
  }
}
