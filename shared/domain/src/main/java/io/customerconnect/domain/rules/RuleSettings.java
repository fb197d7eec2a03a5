package io.customerconnect.domain.rules;

import static io.customerconnect.domain.rules.RuleNumber.ATTEMPTS;
import static io.customerconnect.domain.rules.RuleNumber.ATTEMPTS_PER_SUPPLIER;
import static io.customerconnect.domain.rules.RuleNumber.ATTEMPTS_PER_VENDOR_NUMBER;
import static io.customerconnect.domain.rules.RuleNumber.EXPIRY_DAYS;
import static io.customerconnect.domain.rules.RuleNumber.FIRST_REMINDER_DAYS;
import static io.customerconnect.domain.rules.RuleNumber.SECOND_REMINDER_DAYS;
import static io.customerconnect.domain.rules.RuleNumber.THIRD_REMINDER_DAYS;

import io.customerconnect.domain.rules.ChallengeRules.Form;
import io.customerconnect.domain.rules.ChallengeRules.WeakPairs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer has of its own among the numbers; whatever it does not have is as usual.
 *
 * @param numbers within their ranges, and in order with each other and with the usual ones
 */
public record RuleSettings(
    Map<RuleNumber, Integer> numbers, Optional<Form> form, Optional<WeakPairs> weakPairs) {

  /** Everything as usual. */
  public static final RuleSettings NONE =
      new RuleSettings(Map.of(), Optional.empty(), Optional.empty());

  /**
   * @throws InvalidRuleException when a number is out of its range, or does not go with another
   */
  public RuleSettings {
    numbers = Map.copyOf(numbers);
    for (RuleNumber number : RuleNumber.values()) {
      int value = value(numbers, number);
      if (value < number.least() || value > number.most()) {
        throw new InvalidRuleException(
            number,
            "This must be a whole number from " + number.least() + " to " + number.most() + ".");
      }
    }
    atLeast(numbers, ATTEMPTS_PER_SUPPLIER, ATTEMPTS, "of one challenge");
    atLeast(numbers, ATTEMPTS_PER_VENDOR_NUMBER, ATTEMPTS, "of one challenge");
    after(numbers, SECOND_REMINDER_DAYS, FIRST_REMINDER_DAYS, "the first reminder");
    after(numbers, THIRD_REMINDER_DAYS, SECOND_REMINDER_DAYS, "the second reminder");
    after(numbers, EXPIRY_DAYS, THIRD_REMINDER_DAYS, "the third reminder");
  }

  /** The same with a number. */
  public RuleSettings with(RuleNumber number, int value) {
    Map<RuleNumber, Integer> all = new HashMap<>(numbers);
    all.put(number, value);
    return new RuleSettings(all, form, weakPairs);
  }

  /** The same in another form. */
  public RuleSettings with(Form other) {
    return new RuleSettings(numbers, Optional.of(other), weakPairs);
  }

  /** The same where weak pairs are, or are not, asked. */
  public RuleSettings with(WeakPairs other) {
    return new RuleSettings(numbers, form, Optional.of(other));
  }

  /** The number in force. */
  public int number(RuleNumber number) {
    return value(numbers, number);
  }

  private static int value(Map<RuleNumber, Integer> numbers, RuleNumber number) {
    return numbers.getOrDefault(number, number.usual());
  }

  private static void atLeast(
      Map<RuleNumber, Integer> numbers, RuleNumber number, RuleNumber other, String what) {
    if (value(numbers, number) < value(numbers, other)) {
      throw new InvalidRuleException(
          number,
          "This must not be less than the attempts "
              + what
              + ", which are "
              + value(numbers, other)
              + ".");
    }
  }

  private static void after(
      Map<RuleNumber, Integer> numbers, RuleNumber number, RuleNumber other, String what) {
    if (value(numbers, number) <= value(numbers, other)) {
      throw new InvalidRuleException(
          number,
          "This must be later than " + what + ", which is on day " + value(numbers, other) + ".");
    }
  }
}
