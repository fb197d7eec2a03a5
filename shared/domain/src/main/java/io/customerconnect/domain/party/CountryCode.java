package io.customerconnect.domain.party;

import io.customerconnect.domain.InvalidValueException;
import java.util.Locale;
import java.util.Set;

/** A country: two capital letters of ISO 3166-1 alpha-2. */
public record CountryCode(String value) {
  private static final Set<String> ASSIGNED =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /**
   * @throws InvalidValueException when the code is not an assigned one
   */
  public CountryCode {
    if (!ASSIGNED.contains(value)) {
      throw new InvalidValueException(
          "The country must be a two-letter code of ISO 3166-1, such as DE.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
