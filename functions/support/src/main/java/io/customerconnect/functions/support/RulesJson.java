package io.customerconnect.functions.support;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.rules.ChallengeRules.Form;
import io.customerconnect.domain.rules.ChallengeRules.WeakPairs;
import io.customerconnect.domain.rules.InvalidRuleException;
import io.customerconnect.domain.rules.RuleNumber;
import io.customerconnect.domain.rules.RuleSettings;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The numbers that a customer's challenges and requests go by, as the API has them. */
final class RulesJson {
  private static final String FIELD = "rules";
  private static final String FORM = "secondInvoices";
  private static final String WEAK_PAIRS = "weakPairs";

  private RulesJson() {}

  /** What is to be set; what is missing or {@code null} is as usual. */
  static RuleSettings read(Fields request) {
    Optional<Fields> sent = request.object(FIELD);
    if (sent.isEmpty()) {
      return RuleSettings.NONE;
    }
    Fields fields = sent.get();
    Map<RuleNumber, Integer> numbers = new EnumMap<>(RuleNumber.class);
    for (RuleNumber number : RuleNumber.values()) {
      fields
          .findInteger(number.word(), number.least(), number.most())
          .ifPresent(value -> numbers.put(number, value));
    }
    Optional<Form> form = fields.find(FORM, word -> of(Form.values(), word));
    Optional<WeakPairs> weakPairs = fields.find(WEAK_PAIRS, word -> of(WeakPairs.values(), word));
    fields.noOthers();
    try {
      return new RuleSettings(numbers, form, weakPairs);
    } catch (InvalidRuleException e) {
      throw Problem.of(
              ProblemType.INVALID_FIELD,
              String.valueOf(e.getMessage()),
              FIELD + "." + e.number().word())
          .asException();
    }
  }

  /** What a customer has of its own. */
  static Json.Obj own(RuleSettings settings) {
    Json.Obj json = Json.object();
    for (RuleNumber number : RuleNumber.values()) {
      if (settings.numbers().containsKey(number)) {
        json = json.with(number.word(), settings.number(number));
      }
    }
    return json.with(FORM, settings.form().map(RulesJson::word))
        .with(WEAK_PAIRS, settings.weakPairs().map(RulesJson::word));
  }

  /** What is in force, with its usual numbers. */
  static Json.Obj inForce(RuleSettings settings) {
    Json.Obj json = Json.object();
    for (RuleNumber number : RuleNumber.values()) {
      json = json.with(number.word(), settings.number(number));
    }
    return json.with(FORM, word(settings.form().orElse(Form.ONE)))
        .with(WEAK_PAIRS, word(settings.weakPairs().orElse(WeakPairs.ALLOWED)));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E of(E[] values, String word) {
    return Arrays.stream(values)
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "This must be one of: "
                        + String.join(", ", Arrays.stream(values).map(RulesJson::word).toList())
                        + "."));
  }
}
