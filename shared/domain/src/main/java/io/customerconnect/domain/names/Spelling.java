package io.customerconnect.domain.names;

import java.util.EnumSet;
import java.util.Set;

/**
 * A way to write words of another alphabet in Latin letters. {@link #STANDARD} is the one all keys
 * and typed texts have in common; the others are further ways in which people type the same name.
 */
enum Spelling {
  /**
   * Letter by letter, so that half a word is spelled like the beginning of the whole: ELOT 743
   * without its rules for neighbours; for Cyrillic the letters that most languages agree on.
   */
  STANDARD,
  /** ELOT 743 in full: αυ af before voiceless letters, γγ ng, μπ b at the start. */
  ELOT,
  /** Greek as typed on Latin keyboards, by the looks of the letter: ω w, η h, χ x, υ u. */
  GREEKLISH,
  /** The Ukrainian resolution of 2010: г h, и y, and є ї ю я with y at the start of a word. */
  UKRAINIAN,
  /** Russian in passports and on maps: х kh, and no y before vowels of the ending ия. */
  RUSSIAN,
  /** Serbian and Macedonian Latin without its diacritics: ж z, ц c, ч c, ш s. */
  SERBIAN,
  /** Katakana in Latin letters (Hepburn, long vowels short). */
  ROMAJI;

  /** The spellings beside the standard one that the letters of the name call for. */
  static Set<Spelling> othersOf(String name) {
    Set<Spelling> others = EnumSet.noneOf(Spelling.class);
    for (int at = 0; at < name.length(); ) {
      int c = Character.toLowerCase(name.codePointAt(at));
      at += Character.charCount(c);
      if (c < 0x0370) {
        continue;
      }
      if (Scripts.isGreek(c)) {
        others.add(ELOT);
        others.add(GREEKLISH);
      } else if (Scripts.isCyrillic(c)) {
        if ("іїєґ".indexOf(c) >= 0) {
          others.add(UKRAINIAN);
        } else if ("ђјљњћџѓќѕ".indexOf(c) >= 0) {
          others.add(SERBIAN);
        } else if ("хщыэё".indexOf(c) >= 0) {
          others.add(RUSSIAN);
        }
      } else if (Scripts.isKatakana(c) || (c >= 0xFF66 && c <= 0xFF9D)) {
        others.add(ROMAJI);
      }
    }
    return others;
  }
}
