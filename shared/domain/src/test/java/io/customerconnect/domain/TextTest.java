package io.customerconnect.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @ValueSource(strings = {"Müller & Söhne", "株式会社テスト", "شركة المثال", "👩‍👧 GmbH", "Ελλάς Α.Ε."})
  void whatCompaniesAreCalledIsAllowed(String name) {
    assertThat(Text.line("The name", "  " + name + " ", 50)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\u0000b", "a\u202Egnp.exe", "a\u2028b", "a\uD800b", "a\u200Fb", " ", ""})
  void whatDisguisesTextOrBreaksLinesIsRefused(String name) {
    assertThatThrownBy(() -> Text.line("The name", name, 50))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("The name must not");
  }

  @Test
  void lengthCountsCharactersAsPeopleSeeThemAndNotUnits() {
    assertThat(Text.line("The name", "😀".repeat(10), 10)).hasSize(20);
    assertThatThrownBy(() -> Text.line("The name", "😀".repeat(11), 10))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void linesMayBreak() {
    assertThat(Text.lines("The address", "Street 1\r\n12345 Town\n", 50))
        .isEqualTo("Street 1\n12345 Town");
  }
}
