package io.customerconnect.domain.party;

import java.util.Locale;

/** A language that we have texts in. */
public enum Language {
  DE,
  EN;

  /**
   * The language of a BCP 47 tag such as {@code de-AT} or a bare {@code EN}; English where we have
   * no texts.
   */
  public static Language ofTag(String tag) {
    String primary = tag.strip().toLowerCase(Locale.ROOT);
    return primary.equals("de") || primary.startsWith("de-") || primary.startsWith("de_") ? DE : EN;
  }

  /** The BCP 47 tag. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
