package io.customerconnect.domain.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which ranges of keys to ask for while somebody types: at most two, one after the other.
 *
 * <p>The first is the shortest run of typed words that is likely to fit on one page; the second is
 * asked only where that brought too little: the same with more words where the page was full, other
 * words where it was not. So a superfluous or mistyped word costs a request and excludes nothing.
 *
 * <pre>{@code
 * SearchPlan plan = SearchPlan.of(typed);
 * plan.first().ifPresent(range -> {
 *   List<Item> answer = query(range);          // at most SearchPlan.CANDIDATES
 *   plan.next(answer).ifPresent(more -> answer.addAll(query(more)));
 *   return Ranking.best(typed, answer, 10);
 * });
 * }</pre>
 */
public final class SearchPlan {
  /** How many items to take of a range: the limit of a request. */
  public static final int CANDIDATES = 128;

  /** Bits at which a few million entries leave less than a page. */
  private static final double SELECTIVE = 15;

  private static final int ENOUGH_GOOD_HITS = 5;
  private static final double GOOD = 0.80;
  private static final double PERFECT = 0.97;
  private static final int SHORTEST_BEGINNING = 3;

  private final TypedName typed;
  private final Optional<String> identifier;
  private final List<Choice> choices;
  private final Optional<Choice> first;

  private SearchPlan(TypedName typed) {
    this.typed = typed;
    this.identifier = Identifiers.typed(typed.text());
    this.choices = choices(typed);
    this.first = best(choices);
  }

  /**
   * The plan for a text.
   *
   * @param typed anything; of more than 200 characters the first 200 are read
   */
  public static SearchPlan of(String typed) {
    return new SearchPlan(TypedName.of(typed));
  }

  /** Typed words from an index up to another, and how much they tell. */
  private record Choice(int from, int to, double bits) {
    int words() {
      return to - from;
    }

    boolean overlaps(Choice other) {
      return from < other.to && other.from < to;
    }

    boolean contains(Choice other) {
      return from <= other.from && other.to <= to;
    }
  }

  /** The first range; empty when the text holds nothing that can be searched for yet. */
  public Optional<KeyRange> first() {
    return identifier
        .map(number -> KeyRange.startingWith(SearchKey.IDENTIFIER + number))
        .or(() -> first.map(this::range));
  }

  /**
   * What to ask for after the first answer.
   *
   * @param answer the items of the first range, at most {@link #CANDIDATES}
   * @return empty when the answer is good enough or nothing else can be asked
   */
  public Optional<KeyRange> next(List<? extends Candidate> answer) {
    if (identifier.isPresent()) {
      return answer.isEmpty() ? first.map(this::range) : Optional.empty();
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Choice asked = first.get();
    List<? extends Hit<?>> hits = Ranking.best(typed.text(), answer, ENOUGH_GOOD_HITS);
    boolean isPerfect = !hits.isEmpty() && hits.getFirst().score() >= PERFECT;
    boolean isEnough = hits.size() == ENOUGH_GOOD_HITS && hits.getLast().score() >= GOOD;
    if (isPerfect || isEnough) {
      return Optional.empty();
    }
    if (answer.size() >= CANDIDATES) {
      Optional<Choice> longer =
          best(choices.stream().filter(c -> c.contains(asked) && !c.equals(asked)).toList());
      if (longer.isPresent()) {
        return longer.map(this::range);
      }
    }
    return best(choices.stream().filter(choice -> !choice.overlaps(asked)).toList())
        .map(this::range)
        .or(this::joined)
        .or(this::beginning);
  }

  /** T Mobile for TMobile: all typed words as one. */
  private Optional<KeyRange> joined() {
    if (typed.content().size() != 2) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    typed.content().forEach(word -> text.append(word.text()));
    return Optional.of(KeyRange.startingWith(text.toString()));
  }

  /** The first half of a word that may be mistyped further on. */
  private Optional<KeyRange> beginning() {
    String text = typed.content().getFirst().text();
    int length = CodePoints.count(text);
    int kept = Math.max(SHORTEST_BEGINNING, length * 3 / 5);
    return kept < length
        ? Optional.of(KeyRange.startingWith(CodePoints.first(text, kept)))
        : Optional.empty();
  }

  private static List<Choice> choices(TypedName typed) {
    List<Choice> choices = new ArrayList<>();
    List<Token> words = typed.content();
    for (int from = 0; from < words.size(); from++) {
      double bits = 0;
      for (int to = from + 1; to <= words.size(); to++) {
        boolean open = typed.isOpen() && to == words.size();
        String text = words.get(to - 1).text();
        bits += open ? Rarity.ofBeginning(text) : Rarity.ofWord(text);
        choices.add(new Choice(from, to, bits));
      }
    }
    return choices;
  }

  /** The shortest selective choice, the most telling where there are several or none. */
  private static Optional<Choice> best(List<Choice> choices) {
    return choices.stream().max(SearchPlan::compare);
  }

  private static int compare(Choice a, Choice b) {
    boolean selective = a.bits >= SELECTIVE && b.bits >= SELECTIVE;
    if (selective && a.words() != b.words()) {
      return Integer.compare(b.words(), a.words());
    }
    int byBits = Double.compare(a.bits, b.bits);
    return byBits == 0 ? Integer.compare(b.from, a.from) : byBits;
  }

  private KeyRange range(Choice choice) {
    StringBuilder text = new StringBuilder();
    for (int i = choice.from; i < choice.to; i++) {
      SearchKeys.append(typed.content().get(i), text);
    }
    boolean open = typed.isOpen() && choice.to == typed.content().size();
    if (open && !typed.content().getLast().isUnspaced()) {
      String beginning = text.substring(0, text.length() - 1);
      if (SearchKey.decidesPartition(beginning)) {
        return KeyRange.startingWith(beginning);
      }
    }
    return KeyRange.startingWith(text.toString());
  }
}
