package io.customerconnect.domain.names;

import java.util.Set;

/**
 * Words that say nothing of a company: and, articles, and the prepositions between them. They are
 * left out of keys and cost nothing where one side lacks them.
 */
final class StopWords {
  static final String AMPERSAND = "&";

  private static final Set<String> AND =
      Set.of(AMPERSAND, "und", "u", "and", "et", "y", "e", "i", "och", "og", "ve", "kai");

  private static final Set<String> OTHERS =
      Set.of(
          // articles
          "the",
          "der",
          "die",
          "das",
          "den",
          "dem",
          "des",
          "le",
          "la",
          "les",
          "el",
          "los",
          "las",
          "il",
          "lo",
          "gli",
          "het",
          "de",
          // prepositions, with their articles
          "of",
          "for",
          "fur",
          "fuer",
          "von",
          "vom",
          "zu",
          "zum",
          "zur",
          "im",
          "du",
          "di",
          "da",
          "do",
          "dos",
          "del",
          "della",
          "dei",
          "degli",
          "delle",
          "van",
          "voor",
          "pour",
          "para",
          "per",
          "tou",
          "tis",
          "ton",
          // what is left of a name's long form
          "gesellschaft",
          "ges",
          "inh",
          "inhaber",
          "firma",
          "fa");

  private StopWords() {}

  static boolean isAnd(String plain) {
    return AND.contains(plain);
  }

  static boolean contains(String plain) {
    return AND.contains(plain) || OTHERS.contains(plain);
  }

  /** Whether a half-typed word may become a stop word. */
  static boolean isBeginning(String plain) {
    return AND.stream().anyMatch(word -> word.startsWith(plain))
        || OTHERS.stream().anyMatch(word -> word.startsWith(plain));
  }
}
