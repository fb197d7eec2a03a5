package io.customerconnect.domain.names;

/**
 * Chinese, Japanese and Korean characters as keys hold them: hiragana as katakana, small kana
 * large, no long vowel marks, and one of the shapes that a Han character has in China, Taiwan and
 * Japan.
 */
final class Ideographs {
  /** A character that is left out. */
  static final int NOTHING = -1;

  private Ideographs() {}

  static int fold(int c) {
    if (Scripts.isHan(c)) {
      return HanVariants.fold(c);
    }
    if (!Scripts.isKana(c)) {
      return c;
    }
    if (c == 'ー' || c == 0x3099 || c == 0x309A) {
      return NOTHING;
    }
    int katakana = c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c;
    int small = "ァィゥェォッャュョヮヵヶ".indexOf(katakana);
    return small < 0 ? katakana : "アイウエオツヤユヨワカケ".charAt(small);
  }

  private static final String KANA =
      "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";
  private static final String[] SYLLABLES =
      ("a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho"
              + " ma mi mu me mo ya yu yo ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo"
              + " da ji zu de do ba bi bu be bo pa pi pu pe po vu")
          .split(" ");

  /** Katakana in Latin letters; empty where the run holds anything else. */
  static String romaji(String run) {
    StringBuilder out = new StringBuilder(run.length() * 2);
    for (int i = 0; i < run.length(); i++) {
      int at = KANA.indexOf(run.charAt(i));
      if (at < 0) {
        return "";
      }
      out.append(SYLLABLES[at]);
    }
    return out.toString();
  }
}
