package io.customerconnect.mail.text;

import java.util.List;

/** A text in a reader's language: our words with values in their places. */
public record Phrase(List<Run> runs) {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  public Phrase {
    runs = List.copyOf(runs);
  }

  /**
   * The phrase for a place that knows characters only, as a subject or the text part of a mail.
   * Values that are written from right to left are isolated (Unicode Standard Annex 9), so that
   * they leave the order of our words alone.
   */
  public String plain() {
    StringBuilder plain = new StringBuilder();
    for (Run run : runs) {
      switch (run) {
        case Run.Words(String characters) -> plain.append(characters);
        case Run.Value(String characters) -> plain.append(isolated(characters));
        case Run.Emphasis(String characters) -> plain.append(isolated(characters));
      }
    }
    return plain.toString();
  }

  /** The characters, isolated where they are written from right to left. */
  public static String isolated(String characters) {
    return characters.codePoints().anyMatch(Phrase::isRightToLeft)
        ? FIRST_STRONG_ISOLATE + characters + POP_DIRECTIONAL_ISOLATE
        : characters;
  }

  private static boolean isRightToLeft(int codePoint) {
    byte directionality = Character.getDirectionality(codePoint);
    return directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
