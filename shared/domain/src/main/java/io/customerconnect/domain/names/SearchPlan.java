package io.customerconnect.domain.names;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which ranges of keys to ask for while somebody types: at most two, one after the other.
 *
 * <p>A typed text can be read in several ways: by one of its words, by several in order, by words
 * joined, by a word that a mistyped one may have been, or that holds it further on. Each reading is
 * a range of keys, worth as much as it is likely to bring the name that is meant among the first
 * keys of the range. The best is asked first, and the next best only where the answer does not
 * match all that was typed as well as the index can have it. So a superfluous word costs a request
 * at most, and excludes nothing.
 *
 * <pre>{@code
 * SearchPlan plan = SearchPlan.of(typed, vocabulary);
 * plan.first().ifPresent(range -> {
 *   List<Item> answer = query(range);          // at most range.most()
 *   plan.next(answer).ifPresent(more -> answer.addAll(query(more)));
 *   return plan.best(answer, 10);
 * });
 * }</pre>
 */
public final class SearchPlan {
  private static final double MATCHES_ALL = 0.93;
  private static final int ENOUGH = 3;

  /** A second request that is worth less is not made. */
  private static final double LEAST_WORTH = 0.05;

  private final TypedName typed;
  private final Ranking ranking;
  private final Optional<String> identifier;
  private final Readings readings;
  private final List<Reading> asTyped;
  private final Optional<Reading> first;

  private SearchPlan(TypedName typed, Vocabulary vocabulary) {
    Rarity rarity = new Rarity(vocabulary);
    this.typed = typed;
    this.ranking = new Ranking(typed, rarity);
    this.identifier = Identifiers.typed(typed.text());
    this.readings = new Readings(typed, vocabulary, rarity);
    this.asTyped = readings.asTyped();
    this.first =
        Stream.concat(asTyped.stream(), readings.doubtful(Readings.Doubt.UNKNOWN_WORDS).stream())
            .max(Reading.BY_WORTH);
  }

  /**
   * The plan for a text.
   *
   * @param typed anything; of more than 200 characters the first 200 are read, and of those the
   *     first 12 words
   * @param vocabulary of the index that will be asked, or an earlier state of it
   */
  public static SearchPlan of(String typed, Vocabulary vocabulary) {
    return new SearchPlan(TypedName.of(typed), vocabulary);
  }

  /** The first range; empty when the text holds nothing that can be searched for yet. */
  public Optional<KeyRange> first() {
    return identifier
        .map(number -> KeyRange.startingWith(SearchKey.IDENTIFIER + number, Reading.MOST))
        .or(() -> first.map(Reading::range));
  }

  /**
   * What to ask for after the first answer.
   *
   * @param answer the items of the first range
   * @return empty when the answer is good enough or nothing else can be asked
   */
  public Optional<KeyRange> next(List<? extends Candidate> answer) {
    if (identifier.isPresent()) {
      return answer.isEmpty() ? first.map(Reading::range) : Optional.empty();
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Reading asked = first.get();
    boolean isCut = answer.size() >= asked.range().most();
    long matches =
        answer.stream()
            .filter(candidate -> ranking.quality(candidate) >= MATCHES_ALL * ranking.attainable())
            .count();
    if (matches >= (isCut && typed.content().size() > 1 ? ENOUGH : 1)) {
      return Optional.empty();
    }
    return Stream.concat(asTyped.stream(), readings.doubtful(Readings.Doubt.ALL_WORDS).stream())
        .filter(reading -> reading.worth() >= LEAST_WORTH)
        .filter(reading -> !reading.range().equals(asked.range()))
        .filter(reading -> isCut || !reading.range().from().startsWith(asked.range().from()))
        .max(Reading.BY_WORTH)
        .map(Reading::range);
  }

  /** The best hits of all that was brought, best first, each entity once. */
  public <C extends Candidate> List<Hit<C>> best(Collection<C> candidates, int most) {
    return ranking.best(candidates, most);
  }
}
