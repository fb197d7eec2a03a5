package io.customerconnect.domain.names;

import java.util.List;
import java.util.Optional;

/**
 * How well one candidate's name matches what was typed: the mean over the typed words of each one's
 * best match, weighted by what the word tells, and small terms that part namesakes.
 */
final class NameMatch {
  private static final double IDENTIFIER = 1.3;
  private static final double FIRST_WORD = 0.05;
  private static final double COVERAGE = 0.12;
  private static final double SAME_FORM = 0.02;
  private static final double GROUP = 0.03;
  private static final double POPULARITY = 0.004;
  private static final double OPTIONAL_WEIGHT = 0.1;

  private final TypedName typed;
  private final List<Token> query;
  private final double[] weights;
  private final double totalWeight;
  private final Optional<String> identifier;

  NameMatch(TypedName typed) {
    this.typed = typed;
    this.query = typed.content();
    this.weights = new double[query.size()];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      boolean last = i == weights.length - 1;
      String text = query.get(i).text();
      weights[i] = last && typed.isOpen() ? Rarity.ofBeginning(text) : Rarity.ofWord(text);
      if (last && typed.isLastOptional()) {
        weights[i] *= OPTIONAL_WEIGHT;
      }
      total += weights[i];
    }
    this.totalWeight = total;
    this.identifier = Identifiers.typed(typed.text());
  }

  <C extends Candidate> Hit<C> of(C candidate) {
    String key = candidate.key().key();
    if (!key.isEmpty() && key.charAt(0) == SearchKey.IDENTIFIER) {
      boolean same = identifier.filter(typed -> key.startsWith(typed, 1)).isPresent();
      return new Hit<>(candidate, same ? IDENTIFIER : 0, NameSource.IDENTIFIER);
    }
    String name = candidate.otherName().orElse(candidate.officialName());
    double score = score(CompanyName.of(name));
    for (Spelling spelling : Spelling.othersOf(name)) {
      score = Math.max(score, score(CompanyName.spelled(name, spelling)));
    }
    if (score > 0) {
      score += candidate.kind() == Candidate.Kind.GROUP ? GROUP : 0;
      score += POPULARITY * Math.log1p(candidate.popularity());
    }
    NameSource source =
        candidate.otherName().isPresent() ? NameSource.OTHER_NAME : NameSource.OFFICIAL_NAME;
    return new Hit<>(candidate, score, source);
  }

  private double score(CompanyName name) {
    List<Token> words = name.content();
    if (words.isEmpty() || query.isEmpty()) {
      return 0;
    }
    boolean[] taken = new boolean[words.size()];
    double sum = 0;
    boolean first = false;
    for (int i = 0; i < query.size(); i++) {
      boolean open = typed.isOpen() && i == query.size() - 1;
      double best = 0;
      int at = -1;
      for (int w = 0; w < words.size(); w++) {
        double match = WordMatch.of(query.get(i), open, words.get(w));
        if (taken[w]) {
          match *= 0.5;
        }
        if (match > best) {
          best = match;
          at = w;
        }
      }
      if (at >= 0) {
        taken[at] = true;
        first |= i == 0 && at == 0 && best > 0.6;
      }
      sum += weights[i] * best;
    }
    double score = sum / totalWeight;
    if (score == 0) {
      return 0;
    }
    double covered = 0;
    double all = 0;
    for (int w = 0; w < words.size(); w++) {
      double weight = Rarity.ofWord(words.get(w).text());
      all += weight;
      covered += taken[w] ? weight : 0;
    }
    score += COVERAGE * covered / all;
    score += first ? FIRST_WORD : 0;
    boolean sameForm =
        name.legalForms().stream().anyMatch(form -> typed.name().legalForms().contains(form));
    return score + (sameForm ? SAME_FORM : 0);
  }
}
