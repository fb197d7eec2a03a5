package io.customerconnect.domain.names;

/** Lengths and cuts in characters as people count them: code points, never bytes or surrogates. */
final class CodePoints {
  private CodePoints() {}

  static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The index behind the first {@code count} code points, or the length of a shorter text. */
  static int offset(String text, int count) {
    if (text.length() <= count) {
      return text.length();
    }
    int at = 0;
    for (int i = 0; i < count && at < text.length(); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  static String first(String text, int count) {
    return text.substring(0, offset(text, count));
  }
}
