package io.customerconnect.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.party.DocumentType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAmountTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.234,56",
        "1,234.56",
        "1 234.56",
        "1 234,56",
        "1'234.56",
        "1’234,56",
        "1234.56",
        "1234,56",
        " 1234.56 ",
        "+1,234.56",
        "1\u00A0234,56",
        "1\u202F234,56",
        "1\u2009234.56",
        "１，２３４．５６",
        "１２３４．５６",
        "١٬٢٣٤٫٥٦",
        "1234.5600",
        "EUR 1.234,56",
        "1.234,56 eur",
        "€1,234.56",
        "1 234,56 €"
      })
  void oneAmountInManyNotations(String typed) {
    assertThat(matches(typed, "1234.56", "EUR")).isTrue();
    assertThat(matches(typed, "1234.57", "EUR")).isFalse();
    assertThat(matches(typed, "-1234.56", "EUR")).describedAs("a credit").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1.234,56", "1234.56-", "(1,234.56)", "\u22121234,56", "- 1 234.56"})
  void aSignCountsOnInvoicesAndNotOnCreditNotes(String typed) {
    assertThat(matches(typed, "1234.56", "EUR")).isFalse();
    assertThat(TypedAmount.parse(typed).matches(money("1234.56", "EUR"), DocumentType.CREDIT_NOTE))
        .isTrue();
    assertThat(matches(typed, "-1234.56", "EUR")).isTrue();
  }

  @Test
  void onePointOrCommaBeforeThreeDigitsIsReadBothWays() {
    assertThat(TypedAmount.parse("1.234").readings())
        .containsExactly(new BigDecimal("1.234"), new BigDecimal("1234"));
    assertThat(matches("1.234", "1234", "EUR")).isTrue();
    assertThat(matches("1,234", "1234", "EUR")).isTrue();
    assertThat(matches("1.234", "1.234", "KWD")).isTrue();
    assertThat(matches("1.234", "1234", "JPY")).isTrue();
    assertThat(matches("1.234", "1.23", "EUR")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12,34,567.89|1234567.89",
        "1,23,456|123456",
        "1.234.567|1234567",
        "1,234,567|1234567",
        "1'234'567.05|1234567.05",
        "1.234,-|1234",
        "1'234.--|1234",
        "12,-|12",
        "0,5|0.50",
        ",50|0.50",
        "007.50|7.50"
      })
  void groupsAsInIndiaAndDecimalsLeftOut(String typed, String amount) {
    assertThat(matches(typed, amount, "INR")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NaN",
        "Infinity",
        "1e9",
        "0x1F",
        "-0",
        "0.00",
        "(0)",
        "1.234.56",
        "1,2,3",
        "1.23.45,6",
        "12 34",
        "--5",
        "-5-",
        "(-5)",
        "(5",
        "5)",
        "1234567890123456789012345678901234567890",
        "1234567890123456",
        "1.23456",
        "EUR",
        "EUR 5 EUR",
        "ZZZ 5",
        "5 euros",
        "=1+1",
        "one"
      })
  void whatIsNoAmountIsRejected(String typed) {
    assertThatThrownBy(() -> TypedAmount.parse(typed)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void anotherCurrencyIsAnotherAmount() {
    assertThat(matches("EUR 5", "5", "EUR")).isTrue();
    assertThat(matches("USD 5", "5", "EUR")).isFalse();
  }

  @Test
  void whateverIsTypedIsReadAtMostTwoWaysOrRejected() {
    Random random = new Random(20);
    String alphabet = "0123456789.,' -+()€E";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        List<BigDecimal> readings = TypedAmount.parse(typed.toString()).readings();
        assertThat(readings).describedAs(typed.toString()).hasSizeBetween(1, 2);
        assertThat(readings).noneMatch(reading -> reading.signum() == 0);
      } catch (InvalidValueException _) {
        // Most of it is no amount.
      }
    }
  }

  private static boolean matches(String typed, String amount, String currency) {
    return TypedAmount.parse(typed).matches(money(amount, currency), DocumentType.INVOICE);
  }

  private static Money money(String amount, String currency) {
    return Money.parse(amount, Money.currency(currency));
  }
}
