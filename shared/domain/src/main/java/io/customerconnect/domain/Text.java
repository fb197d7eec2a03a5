package io.customerconnect.domain;

/** Rules for text that people type or files carry. */
public final class Text {
  private Text() {}

  /**
   * The text without blanks around it.
   *
   * @param what what the text is, to begin the message with, as in "The legal name"
   * @param maxLength in characters (code points)
   * @throws InvalidValueException when nothing is left, when it is too long, or when it holds
   *     control, formatting (bidirectional overrides among them) or unpaired surrogate characters
   */
  public static String line(String what, String text, int maxLength) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new InvalidValueException(what + " must not be empty.");
    }
    check(what, stripped, maxLength, "");
    return stripped;
  }

  /** As {@link #line}, with line breaks and tabs allowed. */
  public static String lines(String what, String text, int maxLength) {
    String stripped = text.strip().replace("\r\n", "\n");
    if (stripped.isEmpty()) {
      throw new InvalidValueException(what + " must not be empty.");
    }
    check(what, stripped, maxLength, "\n\t");
    return stripped;
  }

  private static void check(String what, String text, int maxLength, String allowedControls) {
    if (text.codePointCount(0, text.length()) > maxLength) {
      throw new InvalidValueException(
          what + " must not be longer than " + maxLength + " characters.");
    }
    text.codePoints()
        .filter(c -> !isPrintable(c) && allowedControls.indexOf(c) < 0)
        .findFirst()
        .ifPresent(
            c -> {
              throw new InvalidValueException(
                  what + " must not hold the control character U+%04X.".formatted(c));
            });
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      // Joiners are part of words in several scripts and of emoji; the other format characters
      // only serve to disguise text.
      case Character.FORMAT -> codePoint == 0x200C || codePoint == 0x200D;
      default -> true;
    };
  }
}
