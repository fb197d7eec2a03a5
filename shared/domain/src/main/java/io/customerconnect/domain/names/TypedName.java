package io.customerconnect.domain.names;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that somebody types into the search field, as the normaliser reads it.
 *
 * <p>The last word is open while no blank or sign follows it: more letters may come. It is optional
 * when it may become a legal form or stop word, as the g of {@code Müller G}.
 */
final class TypedName {
  /** Code points that are read. */
  static final int LONGEST = 200;

  /** Words that are read: no name needs more to be found, and what is pasted behind it is none. */
  static final int MOST_WORDS = 12;

  private final String text;
  private final CompanyName name;
  private final List<Token> content;
  private final boolean isOpen;
  private final boolean isLastOptional;

  private TypedName(
      String text, CompanyName name, List<Token> content, boolean isOpen, boolean isLastOptional) {
    this.text = text;
    this.name = name;
    this.content = content;
    this.isOpen = isOpen;
    this.isLastOptional = isLastOptional;
  }

  static TypedName of(String typed) {
    String text = CodePoints.first(typed, LONGEST);
    List<Token> all = Tokeniser.typed(text);
    List<Token> tokens = all.subList(0, Math.min(all.size(), MOST_WORDS));
    boolean open = endsInsideWord(text) && tokens.size() == all.size();
    CompanyName name = CompanyName.read(tokens);
    List<Token> content = new ArrayList<>(name.content());
    if (open && !content.isEmpty() && content.getLast().isUnspaced()) {
      String run = content.removeLast().text();
      int begun = IdeographicForms.begunAtEnd(run);
      content.add(Token.run(run.substring(0, run.length() - begun)));
    }
    boolean optional = false;
    if (open && tokens.size() > 1 && !content.isEmpty()) {
      Token last = tokens.getLast();
      if (name.isLeftOut(name.words().size() - 1) && content.size() < tokens.size()) {
        content.add(last);
        optional = true;
      } else if (content.size() > 1) {
        optional = mayBeLeftOut(tokens);
      }
    }
    return new TypedName(text, name, content, open, optional);
  }

  private static boolean mayBeLeftOut(List<Token> tokens) {
    String last = tokens.getLast().plain();
    if (StopWords.isBeginning(last)) {
      return true;
    }
    StringBuilder words = new StringBuilder(last);
    for (int from = tokens.size() - 1; from > 0; from--) {
      if (LegalForms.isBeginning(words.toString())) {
        return true;
      }
      words.insert(0, tokens.get(from - 1).plain() + " ");
    }
    return false;
  }

  private static boolean endsInsideWord(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int last = text.codePointBefore(text.length());
    return Character.isLetterOrDigit(last) || Character.getType(last) == Character.NON_SPACING_MARK;
  }

  String text() {
    return text;
  }

  CompanyName name() {
    return name;
  }

  /** The words to look for, an optional last one included. */
  List<Token> content() {
    return content;
  }

  boolean isOpen() {
    return isOpen;
  }

  boolean isLastOptional() {
    return isLastOptional;
  }
}
