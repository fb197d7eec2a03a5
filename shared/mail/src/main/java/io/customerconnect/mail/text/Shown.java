package io.customerconnect.mail.text;

/**
 * What other people typed, made fit to be shown: nothing that breaks lines where none belong, hides
 * or reverses text, runs on for pages or becomes a link by itself.
 */
public final class Shown {
  /** The most characters that a name of a company or person is shown with. */
  public static final int NAME = 160;

  /** The most characters that a legal name may have; it is shown whole where it is compared. */
  public static final int FULL_NAME = 500;

  /** The most characters that a name in a subject is shown with. */
  public static final int SUBJECT_NAME = 70;

  /** The most characters that a text of several lines is shown with. */
  public static final int TEXT = 2000;

  /** Several scripts stack three marks on a letter; more only serve to smear over other lines. */
  private static final int MAX_MARKS = 4;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final char WORD_JOINER = '\u2060';
  private static final String CUT = "\u2026";

  private Shown() {}

  /**
   * The text in one line: line breaks, tabs and runs of blanks are one blank, control and
   * formatting characters are gone.
   *
   * @param maxLength in characters (code points); a longer text ends in an ellipsis
   */
  public static String line(String text, int maxLength) {
    return cut(clean(text, ' '), maxLength);
  }

  /** As {@link #line}, with the line breaks kept; never more than one empty line in a row. */
  public static String lines(String text, int maxLength) {
    return cut(clean(text, '\n'), maxLength);
  }

  /**
   * The text with an invisible joiner where a mail program would take it for a web address: after
   * the dot in {@code example.com} and after the colon in {@code https://}. So nobody can make our
   * mails carry a link by choosing a name.
   */
  public static String unlinked(String text) {
    StringBuilder unlinked = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      unlinked.append(text.charAt(i));
      if (isDotInAddress(text, i) || text.startsWith("://", i)) {
        unlinked.append(WORD_JOINER);
      }
    }
    return unlinked.toString();
  }

  private static boolean isDotInAddress(String text, int i) {
    return text.charAt(i) == '.'
        && i > 0
        && i + 2 < text.length()
        && Character.isLetterOrDigit(text.charAt(i - 1))
        && Character.isLetterOrDigit(text.charAt(i + 1))
        && Character.isLetter(text.charAt(i + 2));
  }

  private static String clean(String text, char lineBreak) {
    StringBuilder clean = new StringBuilder(text.length());
    int breaks = 0;
    boolean blank = false;
    int marks = 0;
    String unified = text.replace("\r\n", "\n");
    for (int i = 0; i < unified.length(); ) {
      int c = unified.codePointAt(i);
      i += Character.charCount(c);
      Kind kind = kind(c);
      if (kind == Kind.BREAK) {
        breaks++;
      } else if (kind == Kind.BLANK) {
        blank = true;
      } else if (kind != Kind.NOTHING) {
        marks = kind == Kind.MARK ? marks + 1 : 0;
        if (marks <= MAX_MARKS) {
          appendGap(clean, lineBreak, breaks, blank);
          clean.appendCodePoint(c);
          breaks = 0;
          blank = false;
        }
      }
    }
    return clean.toString();
  }

  private static void appendGap(StringBuilder clean, char lineBreak, int breaks, boolean blank) {
    if (clean.isEmpty()) {
      return;
    }
    if (breaks > 0 && lineBreak == '\n') {
      clean.append(breaks == 1 ? "\n" : "\n\n");
    } else if (breaks > 0 || blank) {
      clean.append(' ');
    }
  }

  private static String cut(String text, int maxLength) {
    if (text.codePointCount(0, text.length()) <= maxLength) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, maxLength - 1)).stripTrailing() + CUT;
  }

  private static Kind kind(int codePoint) {
    if (codePoint == '\n'
        || codePoint == '\r'
        || codePoint == 0x0B
        || codePoint == 0x0C
        || codePoint == 0x85) {
      return Kind.BREAK;
    }
    if (codePoint == '\t') {
      return Kind.BLANK;
    }
    return switch (Character.getType(codePoint)) {
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Kind.BREAK;
      case Character.SPACE_SEPARATOR -> Kind.BLANK;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> Kind.MARK;
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          Kind.NOTHING;
      // Joiners are part of words in several scripts and of emoji.
      case Character.FORMAT ->
          codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER
              ? Kind.CHARACTER
              : Kind.NOTHING;
      default -> Kind.CHARACTER;
    };
  }

  private enum Kind {
    CHARACTER,
    MARK,
    BLANK,
    BREAK,
    NOTHING
  }
}
