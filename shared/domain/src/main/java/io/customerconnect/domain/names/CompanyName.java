package io.customerconnect.domain.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A company name as the normaliser reads it: words without accents, case, legal form and stop
 * words.
 */
public final class CompanyName {
  private final List<Token> words;
  private final BitSet isLeftOut;
  private final Set<String> legalForms;

  private CompanyName(List<Token> words, BitSet isLeftOut, Set<String> legalForms) {
    this.words = words;
    this.isLeftOut = isLeftOut;
    this.legalForms = legalForms;
  }

  /** The name read in the spelling that keys and typed texts have in common. */
  public static CompanyName of(String name) {
    return spelled(name, Spelling.STANDARD);
  }

  static CompanyName spelled(String name, Spelling spelling) {
    return read(Tokeniser.name(name, spelling));
  }

  static CompanyName read(List<Token> tokens) {
    List<Token> words = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      if (!token.isUnspaced()) {
        words.add(token);
        continue;
      }
      String stripped = IdeographicForms.strip(token.text());
      if (!stripped.isEmpty()) {
        words.add(Token.run(stripped));
      }
    }
    if (words.isEmpty()) {
      words = tokens;
    }
    LegalForms.Found forms = LegalForms.in(words);
    BitSet leftOut = forms.isForm();
    int left = 0;
    for (int i = 0; i < words.size(); i++) {
      if (StopWords.contains(words.get(i).plain())) {
        leftOut.set(i);
      }
      left += leftOut.get(i) ? 0 : 1;
    }
    if (left == 0) {
      leftOut = new BitSet();
    }
    return new CompanyName(words, leftOut, forms.kinds());
  }

  /**
   * The same text for all spellings of a name, empty for one without letters: to count how often a
   * company is asked for. Legal forms, accents, case, stop words and punctuation make no
   * difference; the order of words does.
   */
  public String comparisonKey() {
    StringBuilder key = new StringBuilder();
    for (Token word : content()) {
      if (key.length() > 0) {
        key.append(' ');
      }
      key.append(word.text());
    }
    return key.toString();
  }

  /** The words that name the company; all words where only stop words and forms are given. */
  List<Token> content() {
    List<Token> content = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      if (!isLeftOut.get(i)) {
        content.add(words.get(i));
      }
    }
    return content;
  }

  /** All words but the legal forms of scripts without blanks. */
  List<Token> words() {
    return words;
  }

  /** Whether {@link #words()}{@code .get(i)} is a stop word or part of a legal form. */
  boolean isLeftOut(int i) {
    return isLeftOut.get(i);
  }

  /** The kinds of company that the legal forms stand for. */
  Set<String> legalForms() {
    return legalForms;
  }
}
