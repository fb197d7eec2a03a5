package io.customerconnect.mail.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.Language;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts english = Texts.in(Language.EN);

  @Test
  void valuesStandInTheirPlaces() {
    assertThat(
            english.plain(
                TextKey.ASK_SUBJECT_FIRST,
                Arg.of("supplier", "Miller Ltd"),
                Arg.of("ticket", "CC-1")))
        .isEqualTo("Is Miller Ltd your supplier? (Ticket CC-1)");
  }

  @Test
  void aValueIsNeverTakenForAPlaceholder() {
    assertThat(english.plain(TextKey.MAIL_GREETING, Arg.of("name", "{name} {ticket} {")))
        .isEqualTo("Hello {name} {ticket} {,");
  }

  @Test
  void aMissingValueIsAnError() {
    assertThatThrownBy(() -> english.plain(TextKey.MAIL_GREETING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mail.greeting")
        .hasMessageContaining("{name}");
  }

  @Test
  void aValueWithoutAPlaceIsAnError() {
    assertThatThrownBy(() -> english.plain(TextKey.ASK_TITLE, Arg.of("name", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{name}");
  }

  @Test
  void namesFromRightToLeftAreIsolatedInPlainText() {
    assertThat(english.plain(TextKey.MAIL_GREETING, Arg.of("name", "שלום 12")))
        .isEqualTo("Hello \u2068שלום 12\u2069,");
  }

  @Test
  void countriesAreNamedInTheReadersLanguage() {
    assertThat(english.country(new CountryCode("AT"))).isEqualTo("Austria");
    assertThat(Texts.in(Language.DE).country(new CountryCode("AT"))).isEqualTo("Österreich");
  }
}
