package io.customerconnect.domain.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a name apart into words, whatever was typed: control characters, halves of surrogate pairs
 * and emoji are as good as blanks.
 *
 * <p>Apostrophes vanish, other punctuation parts words, and single letters in a row are one word:
 * {@code S.A.} sa, {@code H & M} hm, {@code E.ON} eon.
 */
final class Tokeniser {
  /** Code points of a name that are read; the rest of a longer one says nothing more. */
  static final int LONGEST_NAME = 512;

  private static final String APOSTROPHES = "'’‘`´ʼʹʻ‛′״׳";
  private static final String SIGNS_OF_TRADE = "™®©℠";

  private final Spelling spelling;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private boolean currentIsRun;
  private Gap gap = Gap.BLANK;

  /** What stands before a word. */
  private enum Gap {
    NONE,
    DOT,
    OTHER_SIGN,
    BLANK
  }

  private record Piece(String text, boolean isRun, Gap before) {
    boolean isSingle() {
      return !isRun && text.length() == 1;
    }

    boolean isAmpersand() {
      return text.equals(StopWords.AMPERSAND);
    }

    boolean isTight() {
      return before != Gap.BLANK;
    }
  }

  private Tokeniser(Spelling spelling) {
    this.spelling = spelling;
  }

  /** The words of a complete name. */
  static List<Token> name(String name, Spelling spelling) {
    Tokeniser tokeniser = new Tokeniser(spelling);
    tokeniser.read(name);
    return tokeniser.joined(Ending.COMPLETE);
  }

  /** The words of a text that somebody may still be typing. */
  static List<Token> typed(String typed) {
    Tokeniser tokeniser = new Tokeniser(Spelling.STANDARD);
    tokeniser.read(typed);
    return tokeniser.joined(Ending.OPEN);
  }

  /** Whether more letters may follow the last word. */
  private enum Ending {
    COMPLETE,
    OPEN
  }

  private void read(String raw) {
    String text = compatible(CodePoints.first(raw, LONGEST_NAME));
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c < 0x80) {
        ascii((char) c);
      } else {
        other(c);
      }
    }
    endWord();
  }

  /** NFKC: full-width and half-width forms, ligatures and ㈱ as the letters they stand for. */
  private static String compatible(String raw) {
    boolean ascii = true;
    boolean signs = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      ascii &= c < 0x80;
      signs |= SIGNS_OF_TRADE.indexOf(c) >= 0;
    }
    if (ascii) {
      return raw;
    }
    String text = raw;
    if (signs) {
      StringBuilder without = new StringBuilder(raw.length());
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        without.append(SIGNS_OF_TRADE.indexOf(c) >= 0 ? ' ' : c);
      }
      text = without.toString();
    }
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private void ascii(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      letter(c, false);
    } else if (c >= 'A' && c <= 'Z') {
      letter((char) (c + ('a' - 'A')), false);
    } else if (c == '&' || c == '+') {
      endWord();
      current.append('&');
      endWord();
    } else if (c == '.') {
      separate(Gap.DOT);
    } else if (c <= ' ') {
      separate(Gap.BLANK);
    } else if (c != '\'' && c != '`') {
      separate(Gap.OTHER_SIGN);
    }
  }

  private void other(int c) {
    if (Scripts.isUnspaced(c)) {
      int folded = Ideographs.fold(c);
      if (folded != Ideographs.NOTHING) {
        letter(folded, true);
      }
      return;
    }
    if (Character.isDigit(c)) {
      letter('0' + Character.digit(c, 10), false);
      return;
    }
    int type = Character.getType(c);
    if (Character.isLetter(c) || type == Character.COMBINING_SPACING_MARK) {
      if (APOSTROPHES.indexOf(c) < 0) {
        letter(Character.toLowerCase(c), false);
      }
    } else if (type == Character.NON_SPACING_MARK) {
      // Marks of Indic scripts are vowels; a stray accent is dropped with the others later on.
      if (current.length() > 0 && !currentIsRun) {
        current.appendCodePoint(c);
      }
    } else if (type != Character.FORMAT && APOSTROPHES.indexOf(c) < 0) {
      separate(Character.isSpaceChar(c) ? Gap.BLANK : Gap.OTHER_SIGN);
    }
  }

  private void letter(int c, boolean isRun) {
    if (current.length() > 0 && currentIsRun != isRun) {
      endWord();
    }
    currentIsRun = isRun;
    current.appendCodePoint(c);
  }

  private void separate(Gap kind) {
    endWord();
    if (kind == Gap.BLANK) {
      gap = Gap.BLANK;
    } else if (gap != Gap.BLANK) {
      gap = gap == Gap.NONE ? kind : Gap.OTHER_SIGN;
    }
  }

  private void endWord() {
    if (current.length() == 0) {
      return;
    }
    String raw = current.toString();
    current.setLength(0);
    String text = currentIsRun ? run(raw) : word(raw);
    if (!text.isEmpty()) {
      boolean isRun = currentIsRun && spelling != Spelling.ROMAJI;
      pieces.add(new Piece(text, isRun || Scripts.isUnspaced(text.codePointAt(0)), gap));
      gap = Gap.NONE;
    }
    currentIsRun = false;
  }

  private String run(String raw) {
    return spelling == Spelling.ROMAJI ? Ideographs.romaji(IdeographicForms.strip(raw)) : raw;
  }

  private String word(String raw) {
    String word = Romaniser.spell(raw, spelling);
    boolean hasArticle = word.length() > 2 && word.startsWith("ال");
    return hasArticle ? word.substring(2) : word;
  }

  /** Joins what belongs together; an ampersand between single letters goes. */
  private List<Token> joined(Ending ending) {
    List<Token> tokens = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); ) {
      Piece piece = pieces.get(i);
      if (!piece.isSingle() || piece.isAmpersand()) {
        tokens.add(piece.isRun() ? Token.run(piece.text()) : Token.word(piece.text()));
        i++;
        continue;
      }
      StringBuilder letters = new StringBuilder(piece.text());
      int next = i + 1;
      while (next < pieces.size()) {
        int behindSign = pieces.get(next).isAmpersand() ? next + 1 : next;
        if (behindSign >= pieces.size()) {
          break;
        }
        Piece following = pieces.get(behindSign);
        if (following.isSingle() && !following.isAmpersand()) {
          boolean open = ending == Ending.OPEN && behindSign == pieces.size() - 1;
          if (open && !following.isTight() && gap == Gap.NONE) {
            break;
          }
        } else if (behindSign > next || !endsAbbreviation(following)) {
          break;
        }
        letters.append(following.text());
        next = behindSign + 1;
      }
      tokens.add(Token.word(letters.toString()));
      i = next;
    }
    return tokens;
  }

  /** The ON of E.ON and the KG of Co.KG's first half: two letters behind a dot without a blank. */
  private static boolean endsAbbreviation(Piece following) {
    return following.before() == Gap.DOT && !following.isRun() && following.text().length() == 2;
  }
}
