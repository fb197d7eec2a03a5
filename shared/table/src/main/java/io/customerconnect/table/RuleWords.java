package io.customerconnect.table;

import io.customerconnect.domain.rules.ChallengeRules.Form;
import io.customerconnect.domain.rules.ChallengeRules.WeakPairs;
import io.customerconnect.domain.rules.RuleNumber;
import io.customerconnect.domain.rules.RuleSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers that a customer has of its own, as items keep them: {@code NAME=value} each. */
final class RuleWords {
  private static final String FORM = "FORM";
  private static final String WEAK_PAIRS = "WEAK_PAIRS";

  private RuleWords() {}

  static List<String> of(RuleSettings settings) {
    return Stream.of(
            Arrays.stream(RuleNumber.values())
                .filter(settings.numbers()::containsKey)
                .map(number -> number + "=" + settings.number(number)),
            settings.form().stream().map(form -> FORM + "=" + form),
            settings.weakPairs().stream().map(pairs -> WEAK_PAIRS + "=" + pairs))
        .flatMap(words -> words)
        .toList();
  }

  static RuleSettings read(List<String> words) {
    Map<RuleNumber, Integer> numbers = new EnumMap<>(RuleNumber.class);
    Optional<Form> form = Optional.empty();
    Optional<WeakPairs> weakPairs = Optional.empty();
    for (String word : words) {
      int at = word.indexOf('=');
      String value = word.substring(at + 1);
      switch (word.substring(0, at)) {
        case FORM -> form = Optional.of(Form.valueOf(value));
        case WEAK_PAIRS -> weakPairs = Optional.of(WeakPairs.valueOf(value));
        case String name -> numbers.put(RuleNumber.valueOf(name), Integer.parseInt(value));
      }
    }
    return new RuleSettings(numbers, form, weakPairs);
  }
}
