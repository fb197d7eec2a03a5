package io.customerconnect.table;

import io.customerconnect.domain.names.Vocabulary;
import io.customerconnect.domain.names.WordCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The vocabulary of the name index as it was some seconds ago. Looking for changes is one query,
 * not made for every search; the base is read only when it is another one.
 */
final class VocabularyCache implements Supplier<Vocabulary> {
  static final Duration FRESH = Duration.ofSeconds(20);

  private final VocabularyStore store;
  private final InstantSource clock;
  private Optional<Known> known = Optional.empty();

  /**
   * What was read, and when.
   *
   * @param base the words of the base as text: it is parsed anew only when something has changed
   */
  private record Known(
      Instant at, VocabularyStore.State state, String base, Vocabulary vocabulary) {}

  VocabularyCache(VocabularyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public synchronized Vocabulary get() {
    Instant now = clock.instant();
    if (known.filter(read -> now.isBefore(read.at().plus(FRESH))).isEmpty()) {
      known = read(now).or(() -> known);
    }
    return known.map(Known::vocabulary).orElse(Vocabulary.EMPTY);
  }

  private Optional<Known> read(Instant now) {
    VocabularyStore.State state = store.state();
    Optional<Known> same =
        known.filter(
            before ->
                before.state().base().equals(state.base())
                    && before.state().gains().keySet().equals(state.gains().keySet()));
    if (same.isPresent()) {
      return same.map(before -> new Known(now, state, before.base(), before.vocabulary()));
    }
    return known
        .filter(before -> before.state().base().equals(state.base()))
        .map(Known::base)
        .or(() -> store.base(state))
        .map(base -> new Known(now, state, base, vocabulary(base, state)));
  }

  private static Vocabulary vocabulary(String base, VocabularyStore.State state) {
    WordCounts all = WordCounts.read(base);
    all.add(state.gained());
    return Vocabulary.of(all);
  }
}
