package io.customerconnect.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.rules.ChallengeRules.Form;
import io.customerconnect.domain.rules.ChallengeRules.WeakPairs;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleSettingsTest {

  @Test
  void aCustomerWithoutNumbersOfItsOwnHasTheUsualOnes() {
    ChallengeRules challenge = ChallengeRules.of(RuleSettings.NONE);
    ConnectionRules asking = ConnectionRules.of(RuleSettings.NONE);

    assertThat(challenge.failures()).isEqualTo(3);
    assertThat(challenge.lock()).isEqualTo(Duration.ofHours(24));
    assertThat(challenge.life()).isEqualTo(Duration.ofHours(24));
    assertThat(challenge.failuresPerPair()).isEqualTo(9);
    assertThat(challenge.failuresPerVendor()).isEqualTo(9);
    assertThat(challenge.bits()).isEqualTo(20);
    assertThat(challenge.form()).isEqualTo(Form.ONE);
    assertThat(challenge.weakPairs()).isEqualTo(WeakPairs.ALLOWED);
    assertThat(asking.timetable().reminders())
        .containsExactly(Duration.ofDays(3), Duration.ofDays(10), Duration.ofDays(20));
    assertThat(asking.timetable().expiry()).isEqualTo(Duration.ofDays(30));
    assertThat(asking.maxRequests()).isEqualTo(3);
    assertThat(asking.requestWindow()).isEqualTo(Duration.ofDays(90));
  }

  @ParameterizedTest
  @EnumSource
  void aNumberOutOfItsRangeIsRefusedWithItsName(RuleNumber number) {
    assertRefused(Map.of(number, number.least() - 1), number);
    assertRefused(Map.of(number, number.most() + 1), number);
    assertRefused(Map.of(number, 1_000), number);
  }

  @ParameterizedTest
  @CsvSource({
    "ATTEMPTS, 5, ATTEMPTS_PER_SUPPLIER, 4",
    "ATTEMPTS, 5, ATTEMPTS_PER_VENDOR_NUMBER, 4",
    "FIRST_REMINDER_DAYS, 10, SECOND_REMINDER_DAYS, 10",
    "SECOND_REMINDER_DAYS, 12, THIRD_REMINDER_DAYS, 12",
    "THIRD_REMINDER_DAYS, 29, EXPIRY_DAYS, 29"
  })
  void numbersThatDoNotGoTogetherAreRefusedAtTheLaterOne(
      RuleNumber one, int value, RuleNumber atFault, int otherValue) {
    assertRefused(new EnumMap<>(Map.of(one, value, atFault, otherValue)), atFault);
  }

  @Test
  void theUsualNumbersCountWhereOnlyOneIsSet() {
    assertRefused(Map.of(RuleNumber.EXPIRY_DAYS, 20), RuleNumber.EXPIRY_DAYS);
  }

  private static void assertRefused(Map<RuleNumber, Integer> numbers, RuleNumber atFault) {
    assertThatThrownBy(() -> new RuleSettings(numbers, Optional.empty(), Optional.empty()))
        .isInstanceOfSatisfying(
            InvalidRuleException.class, refusal -> assertThat(refusal.number()).isEqualTo(atFault));
  }
}
