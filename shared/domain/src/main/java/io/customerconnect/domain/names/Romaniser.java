package io.customerconnect.domain.names;

import java.text.Normalizer;

/**
 * Writes one lower case word in Latin letters without marks: é e, ß ss, ø o, ж zh, χ ch. Letters of
 * scripts that are not romanised stay, with their optional marks taken off.
 */
final class Romaniser {
  private static final String VOICELESS = "θκξπσςτφχψ";

  private Romaniser() {}

  /** The word as typed texts and keys spell it. */
  static String standard(String word) {
    return spell(word, Spelling.STANDARD);
  }

  /** The word in another spelling; equal to the standard one where the spelling has no say. */
  static String spell(String word, Spelling spelling) {
    if (isPlain(word)) {
      return word;
    }
    StringBuilder out = new StringBuilder(word.length() + 8);
    for (int at = 0; at < word.length(); ) {
      int c = word.codePointAt(at);
      int next = at + Character.charCount(c);
      if (c < 0x80) {
        out.append((char) c);
      } else if (Scripts.isGreek(c)) {
        next = greek(word, at, out, spelling);
      } else if (Scripts.isCyrillic(c)) {
        cyrillic(c, at == 0, out, spelling);
      } else if (Scripts.isArabic(c)) {
        arabic(c, out);
      } else if (Scripts.isHebrew(c)) {
        hebrew(c, out);
      } else {
        latin(c, out);
      }
      at = next;
    }
    return out.toString();
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static void latin(int c, StringBuilder out) {
    switch (c) {
      case 'ß', 'ẞ' -> out.append("ss");
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      case 'ø' -> out.append('o');
      case 'ł' -> out.append('l');
      case 'đ', 'ð' -> out.append('d');
      case 'þ' -> out.append("th");
      case 'ı' -> out.append('i');
      case 'ħ' -> out.append('h');
      case 'ŧ' -> out.append('t');
      case 'ŋ' -> out.append("ng");
      case 'ə' -> out.append('e');
      case 'ĸ' -> out.append('k');
      case 'ƒ' -> out.append('f');
      default -> withoutMarks(c, out);
    }
  }

  private static void withoutMarks(int c, StringBuilder out) {
    if (c >= 0x0900 && (c < 0x1E00 || c > 0x1EFF)) {
      out.appendCodePoint(c);
      return;
    }
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
    for (int at = 0; at < parts.length(); ) {
      int part = parts.codePointAt(at);
      at += Character.charCount(part);
      if (Character.getType(part) != Character.NON_SPACING_MARK) {
        out.appendCodePoint(part);
      }
    }
  }

  /** Appends the letter at the index, with the next one where both are one sound. */
  private static int greek(String word, int at, StringBuilder out, Spelling spelling) {
    char letter = greekLetter(word, at);
    char following = at + 1 < word.length() ? greekLetter(word, at + 1) : ' ';
    boolean byLooks = spelling == Spelling.GREEKLISH;
    boolean elot = spelling == Spelling.ELOT;
    // A diaeresis parts the two letters, and an accent on the first does.
    boolean together = at + 1 < word.length() && isOneSound(word.charAt(at), word.charAt(at + 1));
    switch (letter) {
      case 'ο' -> {
        if (following == 'υ' && together) {
          out.append("ou");
          return at + 2;
        }
        out.append('o');
      }
      case 'α', 'ε', 'η' -> {
        String vowel = letter == 'α' ? "a" : letter == 'ε' ? "e" : byLooks ? "h" : "i";
        if (following == 'υ' && together) {
          char after = at + 2 < word.length() ? word.charAt(at + 2) : ' ';
          out.append(vowel);
          boolean voiceless = after == ' ' || VOICELESS.indexOf(after) >= 0;
          out.append(byLooks ? 'u' : elot && voiceless ? 'f' : 'v');
          return at + 2;
        }
        out.append(vowel);
      }
      case 'γ' -> {
        if (elot && (following == 'γ' || following == 'ξ' || following == 'χ')) {
          out.append('n');
        } else {
          out.append('g');
        }
      }
      case 'μ' -> {
        if (elot && following == 'π' && at == 0) {
          out.append('b');
          return at + 2;
        }
        out.append('m');
      }
      case 'β' -> out.append(byLooks ? 'b' : 'v');
      case 'δ' -> out.append('d');
      case 'ζ' -> out.append('z');
      case 'θ' -> out.append("th");
      case 'ι' -> out.append('i');
      case 'κ' -> out.append('k');
      case 'λ' -> out.append('l');
      case 'ν' -> out.append('n');
      case 'ξ' -> out.append(byLooks ? "ks" : "x");
      case 'π' -> out.append('p');
      case 'ρ' -> out.append('r');
      case 'σ', 'ς' -> out.append('s');
      case 'τ' -> out.append('t');
      case 'υ' -> out.append(byLooks ? 'u' : 'y');
      case 'φ' -> out.append('f');
      case 'χ' -> out.append(byLooks ? "x" : "ch");
      case 'ψ' -> out.append("ps");
      case 'ω' -> out.append(byLooks ? 'w' : 'o');
      default -> {
        if (letter != ' ') {
          out.append(letter);
        }
      }
    }
    return at + 1;
  }

  private static boolean isOneSound(char first, char second) {
    return "ΰϋύυ".indexOf(second) >= 2 && "άέήό".indexOf(first) < 0;
  }

  /** The Greek letter without accents; a blank for a mark. */
  private static char greekLetter(String word, int at) {
    char c = word.charAt(at);
    if (c >= 'α' && c <= 'ω') {
      return c;
    }
    String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    char base = parts.charAt(0);
    return Character.getType(base) == Character.NON_SPACING_MARK ? ' ' : base;
  }

  private static void cyrillic(int c, boolean atStart, StringBuilder out, Spelling spelling) {
    boolean serbian = spelling == Spelling.SERBIAN;
    boolean ukrainian = spelling == Spelling.UKRAINIAN;
    switch (c) {
      case 'а' -> out.append('a');
      case 'б' -> out.append('b');
      case 'в' -> out.append('v');
      case 'г' -> out.append(ukrainian ? 'h' : 'g');
      case 'ґ', 'ѓ' -> out.append('g');
      case 'д' -> out.append('d');
      case 'ђ' -> out.append(serbian ? "dj" : "d");
      case 'е', 'э', 'ё', 'ѐ' -> out.append('e');
      case 'є' -> out.append(ukrainian && !atStart ? "ie" : "ye");
      case 'ж' -> out.append(serbian ? "z" : "zh");
      case 'з' -> out.append('z');
      case 'ѕ' -> out.append("dz");
      case 'и' -> out.append(ukrainian ? 'y' : 'i');
      case 'і', 'ѝ' -> out.append('i');
      case 'ї' -> out.append(ukrainian && atStart ? "yi" : "i");
      case 'й' -> out.append(ukrainian && !atStart ? 'i' : 'y');
      case 'ј' -> out.append('j');
      case 'к', 'ќ' -> out.append('k');
      case 'л' -> out.append('l');
      case 'љ' -> out.append("lj");
      case 'м' -> out.append('m');
      case 'н' -> out.append('n');
      case 'њ' -> out.append("nj");
      case 'о' -> out.append('o');
      case 'п' -> out.append('p');
      case 'р' -> out.append('r');
      case 'с' -> out.append('s');
      case 'т' -> out.append('t');
      case 'ћ' -> out.append('c');
      case 'у', 'ў' -> out.append('u');
      case 'ф' -> out.append('f');
      case 'х' -> out.append(ukrainian || spelling == Spelling.RUSSIAN ? "kh" : "h");
      case 'ц' -> out.append(serbian ? "c" : "ts");
      case 'ч' -> out.append(serbian ? "c" : "ch");
      case 'џ' -> out.append("dz");
      case 'ш' -> out.append(serbian ? "s" : "sh");
      case 'щ' -> out.append(ukrainian || spelling == Spelling.RUSSIAN ? "shch" : "sht");
      case 'ъ' -> out.append(spelling == Spelling.RUSSIAN ? "" : "a");
      case 'ы' -> out.append('y');
      case 'ь' -> out.append("");
      case 'ю' -> out.append(ukrainian && !atStart ? "iu" : "yu");
      case 'я' -> out.append(ukrainian && !atStart ? "ia" : "ya");
      default -> withoutMarks(c, out);
    }
  }

  /** One form for letters that are typed in several, and no vowel signs. */
  private static void arabic(int c, StringBuilder out) {
    switch (c) {
      case 'آ', 'أ', 'إ', 'ٱ' -> out.append('ا');
      case 'ى', 'ی', 'ئ' -> out.append('ي');
      case 'ؤ' -> out.append('و');
      case 'ة' -> out.append('ه');
      case 'ک' -> out.append('ك');
      case 'ء', 'ـ' -> out.append("");
      default -> {
        if (Character.getType(c) != Character.NON_SPACING_MARK) {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** Final forms as the letter itself, and no points. */
  private static void hebrew(int c, StringBuilder out) {
    switch (c) {
      case 'ך' -> out.append('כ');
      case 'ם' -> out.append('מ');
      case 'ן' -> out.append('נ');
      case 'ף' -> out.append('פ');
      case 'ץ' -> out.append('צ');
      default -> {
        if (Character.getType(c) != Character.NON_SPACING_MARK) {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
