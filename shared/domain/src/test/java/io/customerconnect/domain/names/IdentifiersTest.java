package io.customerconnect.domain.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers are found with and without what people put around them. */
class IdentifiersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE811000111",
        "811000111",
        "DE 811 000 111",
        "de-811.000.111",
        "9930:de811000111",
        "iso6523-actorid-upis::9930:DE811000111",
        "０811000111",
        "00811000111",
      })
  void blanksCountrySchemeAndLeadingZerosMakeNoDifference(String typed) {
    assertThat(Identifiers.canonical(typed)).contains("811000111");
    assertThat(Identifiers.typed(typed)).contains("811000111");
  }

  @ParameterizedTest
  @CsvSource({
    "HRB 00123,123",
    "0088:4000000000017,4000000000017",
    "9990QWERTZ00HAFEN042,9990qwertz00hafen042",
    "CHE-100.200.300,100200300",
    "ATU10000001,10000001",
    "ESX1234567X,1234567x",
  })
  void eachKindHasOneForm(String identifier, String canonical) {
    assertThat(Identifiers.canonical(identifier)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hafenkron", "Hafenkron 24", "24 Hafenkron", "123", "", "000", "🚀"})
  void namesAreNoIdentifiers(String typed) {
    assertThat(Identifiers.typed(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "0000", "-- ."})
  void nothingIsNoIdentifier(String identifier) {
    assertThat(Identifiers.canonical(identifier)).isEmpty();
  }
}
