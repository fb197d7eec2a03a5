package io.customerconnect.domain.names;

/**
 * What the normaliser has to know of a character's script. Ranges are those of the Unicode
 * Standard, written out here because {@link Character.UnicodeScript} costs more to load than to
 * use.
 */
final class Scripts {
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;

  /** Final consonants of a Hangul syllable, none included. */
  private static final int FINALS = 28;

  private Scripts() {}

  /** Whether the script writes no blanks between words, so that names are found by character. */
  static boolean isUnspaced(int c) {
    return c >= 0x0E00 && (isHan(c) || isKana(c) || isHangul(c) || isSouthEastAsian(c));
  }

  static boolean isHan(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x3FFFF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || c == 0x3005
        || c == 0x3007;
  }

  static boolean isKana(int c) {
    return isKatakana(c) || (c >= 0x3041 && c <= 0x309F) || (c >= 0x3100 && c <= 0x312F);
  }

  static boolean isKatakana(int c) {
    return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC || (c >= 0x31F0 && c <= 0x31FF);
  }

  static boolean isHangul(int c) {
    return (c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE) || (c >= 0x1100 && c <= 0x11FF);
  }

  private static boolean isSouthEastAsian(int c) {
    return (c >= 0x0E00 && c <= 0x0EFF)
        || (c >= 0x1000 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x17FF);
  }

  static boolean isGreek(int c) {
    return (c >= 0x0370 && c <= 0x03FF) || (c >= 0x1F00 && c <= 0x1FFF);
  }

  static boolean isCyrillic(int c) {
    return c >= 0x0400 && c <= 0x052F;
  }

  static boolean isArabic(int c) {
    return c >= 0x0600 && c <= 0x077F;
  }

  static boolean isHebrew(int c) {
    return c >= 0x0590 && c <= 0x05FF;
  }

  /** 가 but not 각: a syllable that a next key stroke may still close with a consonant. */
  static boolean isSyllableWithoutFinalConsonant(int c) {
    return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE && (c - FIRST_SYLLABLE) % FINALS == 0;
  }

  /** 각 without its final consonant, 가; any other character is itself. */
  static int withoutFinalConsonant(int c) {
    return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE ? c - (c - FIRST_SYLLABLE) % FINALS : c;
  }

  /** The last syllable, in code point order, that begins like this one without final consonant. */
  static int lastWithSameStart(int c) {
    return c + FINALS - 1;
  }
}
