package io.customerconnect.domain.names;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys under which an entity is filed in the search index.
 *
 * <p>A name gives every rotation of its words (so that any word, and any words in order, are a
 * prefix), its first two words joined ({@code tmobile}), its initials ({@code bmw}), its literal
 * start where stop words sit in it ({@code the body shop}), and the tails of compounds ({@code
 * technik} of Medizintechnik). A name in a script without blanks gives what begins at each of its
 * first dozen characters. Names in Greek, Cyrillic or katakana are filed under further Latin
 * spellings. An identifier gives one key.
 *
 * <p>The result is a pure function of its arguments.
 */
public final class SearchKeys {
  /** The most keys of one entity, whatever it is called. */
  public static final int MOST = 64;

  private static final int MOST_OF_OFFICIAL_NAME = 28;
  private static final int MOST_OF_OTHER_NAME = 14;
  private static final int MOST_ROTATIONS = 8;
  private static final int MOST_POSITIONS = 12;
  private static final int MOST_OTHER_SPELLINGS = 3;
  private static final int FEWEST_INITIALS = 3;
  private static final int MOST_INITIALS = 6;
  private static final int WORDS_OF_START = 3;

  private SearchKeys() {}

  /**
   * The keys of an entity, each once, in a stable order: official name, identifiers, other names.
   *
   * @param officialName as registered, any length
   * @param otherNames former, short, trading and foreign names
   * @param identifiers LEI, VAT id, GLN, participant id, register number, in any notation
   * @return at most {@link #MOST} entries, none for a name without letters or digits
   */
  public static List<NameEntry> of(
      String officialName, Collection<String> otherNames, Collection<String> identifiers) {
    Map<SearchKey, NameEntry> entries = new LinkedHashMap<>();
    addName(officialName, NameSource.OFFICIAL_NAME, MOST_OF_OFFICIAL_NAME, entries);
    for (String identifier : identifiers) {
      Identifiers.canonical(identifier)
          .map(number -> SearchKey.of(SearchKey.IDENTIFIER + number))
          .ifPresent(
              key -> add(new NameEntry(key, NameSource.IDENTIFIER, identifier.strip()), entries));
    }
    for (String other : otherNames) {
      addName(other, NameSource.OTHER_NAME, MOST_OF_OTHER_NAME, entries);
    }
    return List.copyOf(entries.values());
  }

  private static void addName(
      String name, NameSource source, int most, Map<SearchKey, NameEntry> entries) {
    Set<String> texts = textsOf(name);
    texts.stream()
        .limit(1)
        .forEach(text -> add(new NameEntry(SearchKey.ofStart(text), source, name), entries));
    texts.stream()
        .limit(most)
        .forEach(text -> add(new NameEntry(SearchKey.of(text), source, name), entries));
  }

  private static void add(NameEntry entry, Map<SearchKey, NameEntry> entries) {
    if (entries.size() < MOST) {
      entries.putIfAbsent(entry.key(), entry);
    }
  }

  private static Set<String> textsOf(String name) {
    Set<String> texts = new LinkedHashSet<>();
    CompanyName standard = CompanyName.of(name);
    List<Token> words = standard.content();
    if (words.isEmpty()) {
      return texts;
    }
    if (words.stream().anyMatch(Token::isUnspaced)) {
      addPositions(words, texts);
    } else {
      addRotations(words, MOST_ROTATIONS, texts);
      addJoined(words, texts);
      addInitials(words, texts);
    }
    addLiteralStart(standard, texts);
    for (Spelling spelling : Spelling.othersOf(name)) {
      Set<String> others = new LinkedHashSet<>();
      addRotations(CompanyName.spelled(name, spelling).content(), MOST_OTHER_SPELLINGS, others);
      texts.addAll(others);
    }
    return texts;
  }

  /** Each word, followed by the words after it and then by those before it. */
  private static void addRotations(List<Token> words, int most, Set<String> texts) {
    for (int first = 0; first < Math.min(words.size(), most); first++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < words.size() && text.length() < SearchKey.LONGEST * 2; i++) {
        append(words.get((first + i) % words.size()), text);
      }
      texts.add(text.toString());
    }
  }

  /** From each of the first dozen characters to the end; a Latin word counts as one character. */
  private static void addPositions(List<Token> words, Set<String> texts) {
    int positions = 0;
    for (int word = 0; word < words.size() && positions < MOST_POSITIONS; word++) {
      String text = words.get(word).text();
      if (!words.get(word).isUnspaced()) {
        texts.add(textFrom(words, word, 0));
        positions++;
        continue;
      }
      for (int at = 0; at < text.length() && positions < MOST_POSITIONS; ) {
        int c = text.codePointAt(at);
        if (Character.getType(c) != Character.NON_SPACING_MARK) {
          texts.add(textFrom(words, word, at));
          positions++;
        }
        at += Character.charCount(c);
      }
    }
  }

  private static String textFrom(List<Token> words, int word, int at) {
    StringBuilder text = new StringBuilder();
    append(words.get(word), text);
    text.delete(0, at);
    for (int i = word + 1; i < words.size(); i++) {
      append(words.get(i), text);
    }
    return text.toString();
  }

  private static void addJoined(List<Token> words, Set<String> texts) {
    if (words.size() < 2) {
      return;
    }
    StringBuilder text = new StringBuilder(words.get(0).text());
    for (Token word : words.subList(1, words.size())) {
      append(word, text);
    }
    texts.add(text.toString());
  }

  private static void addInitials(List<Token> words, Set<String> texts) {
    if (words.size() < FEWEST_INITIALS || words.size() > MOST_INITIALS) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Token word : words) {
      text.appendCodePoint(word.text().codePointAt(0));
    }
    texts.add(text.append(' ').toString());
  }

  private static void addLiteralStart(CompanyName name, Set<String> texts) {
    List<Token> words = name.words();
    boolean isDifferent = false;
    boolean goesOn = false;
    for (int i = 0; i < Math.min(words.size(), WORDS_OF_START + 1); i++) {
      goesOn |= isDifferent && !name.isLeftOut(i);
      isDifferent |= name.isLeftOut(i);
    }
    if (goesOn) {
      StringBuilder text = new StringBuilder();
      words.forEach(word -> append(word, text));
      texts.add(text.toString());
    }
  }

  static void append(Token word, StringBuilder text) {
    text.append(word.text());
    if (!word.isUnspaced()) {
      text.append(' ');
    }
  }
}
