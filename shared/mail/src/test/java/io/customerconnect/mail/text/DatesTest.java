package io.customerconnect.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  private static final Instant WINTER = Instant.parse("2026-12-23T23:20:30Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DE | EN | Thursday, 24 December 2026, 00:20 (UTC+1)",
        "DE | DE | Donnerstag, 24. Dezember 2026, 00:20 Uhr (UTC+1)",
        "GB | EN | Wednesday, 23 December 2026, 23:20 (UTC)",
        "IN | EN | Thursday, 24 December 2026, 04:50 (UTC+5:30)",
        "CO | DE | Mittwoch, 23. Dezember 2026, 18:20 Uhr (UTC−5)",
        "US | EN | Wednesday, 23 December 2026, 23:20 (UTC)",
      })
  void aMomentIsInTheCountrysTimeAndInUtcWhereItHasSeveral(
      String country, Language language, String expected) {
    assertThat(dates(language, country).moment(WINTER)).isEqualTo(expected);
  }

  @Test
  void summerTimeIsSeen() {
    assertThat(dates(Language.DE, "AT").moment(Instant.parse("2026-06-01T10:05:00Z")))
        .isEqualTo("Montag, 1. Juni 2026, 12:05 Uhr (UTC+2)");
  }

  @Test
  void aDaySaysWhenItIsInUtc() {
    assertThat(dates(Language.EN, "DE").day(WINTER)).isEqualTo("Thursday, 24 December 2026");
    assertThat(dates(Language.EN, "US").day(WINTER)).isEqualTo("Wednesday, 23 December 2026 (UTC)");
  }

  @Test
  void everyCountryWithAZoneIsACountryAndTheZoneAZone() {
    Properties zones = Texts.properties("zones");

    assertThat(zones).hasSizeGreaterThan(220);
    assertThat(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2))
        .containsAll(zones.stringPropertyNames());
    assertThat(zones.values()).allSatisfy(zone -> ZoneId.of((String) zone));
  }

  private static Dates dates(Language language, String country) {
    return new Dates(Texts.in(language), Optional.of(new CountryCode(country)));
  }
}
