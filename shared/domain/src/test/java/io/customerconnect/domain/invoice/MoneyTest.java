package io.customerconnect.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "1234.5, EUR, 1234.50 EUR",
    "-7, GBP, -7.00 GBP",
    "1500.00, JPY, 1500 JPY",
    "1.234, KWD, 1.234 KWD",
    "-0.00, EUR, 0.00 EUR",
    "12.500, EUR, 12.50 EUR"
  })
  void anAmountHasItsCurrencysDigits(String amount, String currency, String money) {
    assertThat(Money.parse(amount, Money.currency(currency))).hasToString(money);
  }

  @Test
  void equalAmountsAreEqualHoweverTheyWereWritten() {
    assertThat(Money.parse("5", Money.currency("EUR")))
        .isEqualTo(Money.parse("5.00", Money.currency("EUR")));
  }

  @ParameterizedTest
  @CsvSource({"1.005, EUR", "1.5, JPY", "1.2345, BHD", "1234567890123456, EUR"})
  void moreDigitsThanTheCurrencyHasAreRejected(String amount, String currency) {
    assertThatThrownBy(() -> Money.parse(amount, Money.currency(currency)))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "1e9", "1,5", "0x1F", "1.", ".5", "--1", "Infinity", "１２"})
  void filesCarryPlainDecimals(String amount) {
    assertThatThrownBy(() -> Money.parse(amount, Money.currency("EUR")))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eur", "EURO", "ZZZ"})
  void unknownCurrenciesAreRejected(String code) {
    assertThatThrownBy(() -> Money.currency(code)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void goldIsNoCurrencyOfInvoices() {
    assertThatThrownBy(() -> Money.parse("1", Money.currency("XAU")))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void linesOfOneInvoiceAddUpInOneCurrencyOnly() {
    Money euros = Money.parse("0.10", Money.currency("EUR"));

    assertThat(euros.plus(Money.parse("0.20", Money.currency("EUR")))).hasToString("0.30 EUR");
    assertThatThrownBy(() -> euros.plus(Money.parse("0.20", Money.currency("USD"))))
        .isInstanceOf(InvalidValueException.class);
  }
}
