package io.customerconnect.domain.feed;

import io.customerconnect.domain.InvalidValueException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shapes of VAT ids. Those of the European Union are the ones of Council Regulation 904/2010 as
 * VIES states them; Great Britain, Northern Ireland, Norway and Switzerland write a prefix too.
 * Elsewhere tax numbers have no common shape, and 4 to 20 letters and digits, four of them digits,
 * will do. Whether a number is assigned is not asked.
 */
final class VatId {
  /** By prefix, what follows it. */
  private static final Map<String, Pattern> SHAPES =
      Map.ofEntries(
              Map.entry("AT", "U\\d{8}"),
              Map.entry("BE", "[01]\\d{9}"),
              Map.entry("BG", "\\d{9,10}"),
              Map.entry("CH", "E\\d{9}(MWST|TVA|IVA)?"),
              Map.entry("CY", "\\d{8}[A-Z]"),
              Map.entry("CZ", "\\d{8,10}"),
              Map.entry("DE", "\\d{9}"),
              Map.entry("DK", "\\d{8}"),
              Map.entry("EE", "\\d{9}"),
              Map.entry("EL", "\\d{9}"),
              Map.entry("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
              Map.entry("FI", "\\d{8}"),
              Map.entry("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
              Map.entry("GB", "(\\d{9}|\\d{12}|(GD|HA)\\d{3})"),
              Map.entry("HR", "\\d{11}"),
              Map.entry("HU", "\\d{8}"),
              Map.entry("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
              Map.entry("IT", "\\d{11}"),
              Map.entry("LT", "(\\d{9}|\\d{12})"),
              Map.entry("LU", "\\d{8}"),
              Map.entry("LV", "\\d{11}"),
              Map.entry("MT", "\\d{8}"),
              Map.entry("NL", "[A-Z0-9+*]{12}"),
              Map.entry("NO", "\\d{9}(MVA)?"),
              Map.entry("PL", "\\d{10}"),
              Map.entry("PT", "\\d{9}"),
              Map.entry("RO", "\\d{2,10}"),
              Map.entry("SE", "\\d{12}"),
              Map.entry("SI", "\\d{8}"),
              Map.entry("SK", "\\d{10}"),
              Map.entry("XI", "(\\d{9}|\\d{12}|(GD|HA)\\d{3})"))
          .entrySet()
          .stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, shape -> Pattern.compile(shape.getValue())));

  private static final Pattern ELSEWHERE = Pattern.compile("(?=(.*\\d){4})[A-Z0-9]{4,20}");

  private static final Pattern SEPARATORS = Pattern.compile("[ ./-]");

  private VatId() {}

  /**
   * The id in capital letters without blanks, dots, hyphens and slashes, with its prefix.
   *
   * @param country of the company, as ISO 3166-1 alpha-2: whose prefix is meant where none is given
   * @throws InvalidValueException when it has another shape than its prefix asks for
   */
  static String normalise(String text, String country) {
    String id = SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    String ownPrefix = country.equals("GR") ? "EL" : country;
    boolean fits = fits(id) || (!SHAPES.containsKey(ownPrefix) && ELSEWHERE.matcher(id).matches());
    if (fits) {
      return id;
    }
    if (fits(ownPrefix + id)) {
      return ownPrefix + id;
    }
    throw new InvalidValueException("The VAT id does not have the shape of its country.");
  }

  private static boolean fits(String id) {
    if (id.length() < 3) {
      return false;
    }
    Pattern shape = SHAPES.get(id.substring(0, 2));
    return shape != null && shape.matcher(id.substring(2)).matches();
  }
}
