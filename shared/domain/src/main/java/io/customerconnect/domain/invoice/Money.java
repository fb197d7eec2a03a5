package io.customerconnect.domain.invoice;

import io.customerconnect.domain.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency.
 *
 * @param amount with exactly the currency's own digits: 0 for JPY, 2 for EUR, 3 for KWD
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
  /** The most digits before the decimal point. */
  public static final int MAX_INTEGER_DIGITS = 15;

  /**
   * @throws InvalidValueException when there are more decimals than the currency has, too many
   *     digits, or the currency is none that is paid in
   */
  public Money {
    int digits = currency.getDefaultFractionDigits();
    if (digits < 0) {
      throw new InvalidValueException(
          "%s is not a currency that invoices are in.".formatted(currency));
    }
    if (amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
      throw new InvalidValueException(
          "The amount must not have more than "
              + MAX_INTEGER_DIGITS
              + " digits before the decimal point.");
    }
    try {
      amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException _) {
      throw new InvalidValueException(
          "An amount in %s has at most %d decimals.".formatted(currency, digits));
    }
  }

  /**
   * An amount as files carry it: digits with a decimal point, perhaps a minus in front.
   *
   * @throws InvalidValueException when it looks otherwise, or the currency does not allow it
   */
  public static Money parse(String amount, Currency currency) {
    if (amount.length() > 40 || !amount.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
      throw new InvalidValueException(
          "The amount must be digits with a decimal point, such as 1234.56.");
    }
    return new Money(new BigDecimal(amount), currency);
  }

  /**
   * The currency with this code.
   *
   * @throws InvalidValueException when ISO 4217 has none
   */
  public static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException _) {
      throw new InvalidValueException(
          "The currency must be a three-letter code of ISO 4217, such as EUR.");
    }
  }

  /**
   * The sum of lines of one invoice.
   *
   * @throws InvalidValueException when the sum gets too large
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new InvalidValueException("Amounts in different currencies have no sum.");
    }
    return new Money(amount.add(other.amount), currency);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
