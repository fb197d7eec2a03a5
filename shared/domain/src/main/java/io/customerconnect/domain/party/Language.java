package io.customerconnect.domain.party;

import java.util.Arrays;
import java.util.Locale;

/** A language that we have texts in; each has a bundle named after its tag. */
public enum Language {
  DE,
  EN;

  /**
   * The language of a BCP 47 tag such as {@code de-AT} or a bare {@code EN}; English where we have
   * no texts.
   */
  public static Language ofTag(String tag) {
    String lower = tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values())
        .filter(language -> lower.equals(language.tag()) || lower.startsWith(language.tag() + "-"))
        .findFirst()
        .orElse(EN);
  }

  /** The BCP 47 tag. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
