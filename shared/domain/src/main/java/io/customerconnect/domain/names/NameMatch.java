package io.customerconnect.domain.names;

import java.util.List;
import java.util.Optional;

/**
 * How well one candidate's name matches what was typed: the mean over the typed words of each one's
 * best match, weighted by what the word tells, and small terms that part namesakes.
 */
final class NameMatch {
  private static final double IDENTIFIER = 1.3;
  private static final double JOINED = 0.90;
  private static final double INITIALS = 0.88;
  private static final double FIRST_WORD = 0.05;
  private static final double COVERAGE = 0.12;
  private static final double SAME_FORM = 0.02;
  private static final double GROUP = 0.03;
  private static final double OPTIONAL_WEIGHT = 0.3;
  private static final double LITERAL_START = 0.06;
  private static final double FORM_BEGUN = 0.95;
  private static final double TAKEN_ALREADY = 0.5;
  private static final int FEWEST_INITIALS = 2;

  private final TypedName typed;
  private final List<Token> query;
  private final double[] weights;
  private final double totalWeight;
  private final Rarity rarity;
  private final Optional<String> identifier;

  /** What a comparison with one name found. */
  private record Match(double quality, double score) {
    static final Match NONE = new Match(0, 0);

    Match or(Match other) {
      return other.score > score ? other : this;
    }
  }

  NameMatch(TypedName typed, Rarity rarity) {
    this.typed = typed;
    this.rarity = rarity;
    this.query = typed.content();
    this.weights = new double[query.size()];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rarity.bits(entries(query.get(i), isOpen(i)));
      if (i == weights.length - 1 && typed.isLastOptional()) {
        weights[i] *= OPTIONAL_WEIGHT;
      }
      total += weights[i];
    }
    this.totalWeight = total;
    this.identifier = Identifiers.typed(typed.text());
  }

  /** The best quality that there can be: a word that is not known is one edit away at best. */
  double attainable() {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      boolean isKnown = entries(query.get(i), isOpen(i)) > 0;
      sum += weights[i] * (isKnown ? 1 : WordMatch.ONE_EDIT);
    }
    return totalWeight == 0 ? 1 : sum / totalWeight;
  }

  private boolean isOpen(int i) {
    return typed.isOpen() && i == query.size() - 1;
  }

  private double entries(Token word, boolean isOpen) {
    if (word.isUnspaced()) {
      return rarity.entriesOfRun(word.text());
    }
    return isOpen ? rarity.entriesOfBeginning(word.text()) : rarity.entriesOfWord(word.text());
  }

  /** How well all typed words match, from 0 to 1. */
  double quality(Candidate candidate) {
    return isIdentifier(candidate)
        ? (isSameIdentifier(candidate) ? 1 : 0)
        : match(name(candidate)).quality();
  }

  <C extends Candidate> Hit<C> of(C candidate) {
    if (isIdentifier(candidate)) {
      return new Hit<>(
          candidate, isSameIdentifier(candidate) ? IDENTIFIER : 0, NameSource.IDENTIFIER);
    }
    double score = match(name(candidate)).score();
    if (score > 0 && candidate.kind() == Candidate.Kind.GROUP) {
      score += GROUP;
    }
    return new Hit<>(
        candidate,
        score,
        candidate.otherName().isPresent() ? NameSource.OTHER_NAME : NameSource.OFFICIAL_NAME);
  }

  private static boolean isIdentifier(Candidate candidate) {
    String key = candidate.key().key();
    return !key.isEmpty() && key.charAt(0) == SearchKey.IDENTIFIER;
  }

  private boolean isSameIdentifier(Candidate candidate) {
    return identifier.filter(typed -> candidate.key().key().startsWith(typed, 1)).isPresent();
  }

  private static String name(Candidate candidate) {
    return candidate.otherName().orElse(candidate.officialName());
  }

  private Match match(String name) {
    Match best = match(CompanyName.of(name));
    for (Spelling spelling : Spelling.othersOf(name)) {
      best = best.or(match(CompanyName.spelled(name, spelling)));
    }
    return best;
  }

  private Match match(CompanyName name) {
    List<Token> words = name.content();
    if (words.isEmpty() || query.isEmpty()) {
      return Match.NONE;
    }
    boolean[] taken = new boolean[words.size()];
    double sum = 0;
    boolean isFirst = false;
    for (int i = 0; i < query.size(); i++) {
      double best = 0;
      int at = -1;
      int to = -1;
      for (int w = 0; w < words.size(); w++) {
        double match = WordMatch.of(query.get(i), isOpen(i), words.get(w));
        if (taken[w]) {
          match *= TAKEN_ALREADY;
        }
        if (match > best) {
          best = match;
          at = w;
          to = w + 1;
        }
      }
      if (best < JOINED) {
        // T-Mobile for tmobile, and tmobile for T-Mobile.
        for (int w = 0; w + 1 < words.size(); w++) {
          if (isJoined(query.get(i), isOpen(i), words.get(w), words.get(w + 1))) {
            best = JOINED;
            at = w;
            to = w + 2;
          }
        }
        for (int w = 0; w < words.size(); w++) {
          boolean withNext =
              i + 1 < query.size() && isJoined(words.get(w), false, query.get(i), query.get(i + 1));
          boolean withLast = i > 0 && isJoined(words.get(w), false, query.get(i - 1), query.get(i));
          if (withNext || withLast) {
            best = JOINED;
            at = w;
            to = w + 1;
          }
        }
      }
      if (best < FORM_BEGUN
          && i == query.size() - 1
          && typed.isLastOptional()
          && beginsFormOf(name, query.get(i))) {
        best = FORM_BEGUN;
        at = -1;
        to = -1;
      }
      for (int w = Math.max(0, at); w < to; w++) {
        taken[w] = true;
      }
      isFirst |= i == 0 && at == 0 && best > 0.6;
      sum += weights[i] * best;
    }
    double quality = sum / totalWeight;
    if (quality < INITIALS && query.size() == 1 && isInitials(query.getFirst().text(), words)) {
      return new Match(INITIALS, INITIALS + COVERAGE);
    }
    if (quality == 0) {
      return Match.NONE;
    }
    double score =
        quality
            + COVERAGE * covered(words, taken)
            + (isFirst ? FIRST_WORD : 0)
            + (isLiteralStart(name) ? LITERAL_START : 0);
    boolean sameForm =
        name.legalForms().stream().anyMatch(form -> typed.name().legalForms().contains(form));
    return new Match(quality, score + (sameForm ? SAME_FORM : 0));
  }

  /** Whether the word may be the beginning of what is left out of the name, as g is of GmbH. */
  private static boolean beginsFormOf(CompanyName name, Token word) {
    for (int i = 0; i < name.words().size(); i++) {
      if (name.isLeftOut(i) && name.words().get(i).plain().startsWith(word.plain())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name starts as typed, word by word, stop words and forms included. */
  private boolean isLiteralStart(CompanyName name) {
    List<Token> all = typed.name().words();
    if (all.size() > name.words().size()) {
      return false;
    }
    for (int i = 0; i < all.size(); i++) {
      String text = all.get(i).text();
      String word = name.words().get(i).text();
      boolean isOpen = typed.isOpen() && i == all.size() - 1;
      if (isOpen ? !word.startsWith(text) : !word.equals(text)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isJoined(Token typed, boolean isOpen, Token first, Token second) {
    String text = typed.text();
    String head = first.text();
    String tail = second.text();
    return text.length() > head.length()
        && text.startsWith(head)
        && (isOpen
            ? tail.startsWith(text.substring(head.length()))
            : text.length() == head.length() + tail.length() && text.endsWith(tail));
  }

  private static boolean isInitials(String typed, List<Token> words) {
    if (typed.length() < FEWEST_INITIALS || typed.length() > words.size()) {
      return false;
    }
    for (int i = 0; i < typed.length(); i++) {
      if (words.get(i).text().charAt(0) != typed.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The part of the name that was typed, by what its words tell. */
  private double covered(List<Token> words, boolean[] taken) {
    double covered = 0;
    double all = 0;
    for (int w = 0; w < words.size(); w++) {
      double weight = rarity.bits(entries(words.get(w), false));
      all += weight;
      covered += taken[w] ? weight : 0;
    }
    return covered / all;
  }
}
