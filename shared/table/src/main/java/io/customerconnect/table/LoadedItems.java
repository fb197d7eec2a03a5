package io.customerconnect.table;

import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.feed.RowOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Items that rows of files make, with other items that are derived from them (entries of an index,
 * members of a list).
 *
 * <p>The item itself is written last, and only over the version that was read: it is the mark that
 * all else has been written. After a crash it is still the old one, and the same row does
 * everything again; of two writers of one item, the one that comes late starts over from what the
 * other has left. It keeps the revision that it was last said by, so that an older row changes
 * nothing in whatever order rows come, and what that row did, so that a row that comes again is
 * told the same.
 */
final class LoadedItems {
  /** As many items as one transaction takes. */
  static final int MAX_ITEMS = 100;

  private static final int MAX_TRIES = 8;

  /** The most displaced lines that an item keeps. */
  private static final int MAX_DISPLACED = 500;

  private static final String REVISION = "revision";
  private static final String LOADED_BY = "loadedBy";
  private static final String DISPLACED = "displaced";
  private static final String DERIVED = "derived";
  private static final Set<String> MARKS =
      Set.of(REVISION, LOADED_BY, DISPLACED, Keys.VERSION, DERIVED);

  private final Table table;
  private final Function<Map<String, AttributeValue>, Items> derivation;
  private final Follower follower;

  /** Hears of derived items that come and go. */
  @FunctionalInterface
  interface Follower {
    /** Called after they have been written and deleted, and before that is marked as done. */
    void changed(Set<Keys.Key> added, Set<Keys.Key> removed);
  }

  /**
   * @param derivation what is derived from an item
   */
  LoadedItems(Table table, Function<Map<String, AttributeValue>, Items> derivation) {
    this(table, derivation, (_, _) -> {});
  }

  /**
   * @param derivation what is derived from an item
   * @param follower is told once what many rows change
   */
  LoadedItems(
      Table table, Function<Map<String, AttributeValue>, Items> derivation, Follower follower) {
    this.table = table;
    this.derivation = derivation;
    this.follower = follower;
  }

  /** Items by their keys. */
  record Items(Map<Keys.Key, Map<String, AttributeValue>> byKey) {
    Items {
      byKey = Map.copyOf(byKey);
    }

    Set<Keys.Key> keys() {
      return byKey.keySet();
    }
  }

  /** Whether rows of one file may say the same of one thing. */
  enum Repetition {
    /**
     * Each row is about something of its own; of several the last counts, and the others are told.
     */
    FAULT,
    /** Many rows name the same thing. */
    NORMAL
  }

  /**
   * What a row wants an item to be, without the marks of its loading.
   *
   * @param leaves attributes that are not the row's to say: they stay as they stand
   */
  record Wanted(
      Map<String, AttributeValue> content,
      Revision revision,
      Repetition repetition,
      Set<String> leaves) {
    Wanted {
      leaves = Set.copyOf(leaves);
    }

    /** As a row that says all there is to say. */
    Wanted(Map<String, AttributeValue> content, Revision revision, Repetition repetition) {
      this(content, revision, repetition, Set.of());
    }

    /** With what it leaves alone as it stands in an item. */
    Wanted over(Map<String, AttributeValue> standing) {
      Map<String, AttributeValue> merged = new HashMap<>(content);
      merged.keySet().removeAll(leaves);
      standing.forEach(
          (name, value) -> {
            if (leaves.contains(name)) {
              merged.put(name, value);
            }
          });
      return new Wanted(merged, revision, repetition, leaves);
    }

    Keys.Key key() {
      return ItemReader.keyOf(content);
    }
  }

  /** An item as it stands. */
  private record Stored(
      Map<String, AttributeValue> content,
      Revision revision,
      Revision loadedBy,
      List<Long> displaced,
      long version,
      Set<Keys.Key> derived) {

    static Stored read(Map<String, AttributeValue> item) {
      ItemReader reader = new ItemReader(item);
      Map<String, AttributeValue> content = new HashMap<>(item);
      content.keySet().removeAll(MARKS);
      return new Stored(
          content,
          Revision.parse(reader.string(REVISION)),
          Revision.parse(reader.string(LOADED_BY)),
          reader.numbers(DISPLACED),
          reader.number(Keys.VERSION),
          reader.strings(DERIVED).stream().map(Keys.Key::parse).collect(Collectors.toSet()));
    }

    /** Said once more. */
    Stored again(Items right) {
      return new Stored(content, revision, loadedBy, displaced, version + 1, right.keys());
    }

    /** What its row is told, or was told before. */
    RowOutcome outcome() {
      return loadedBy.equals(revision)
          ? new RowOutcome.Loaded(displaced)
          : new RowOutcome.Unchanged(displaced);
    }
  }

  /** A row on its way, with all derived keys that were written for it at earlier tries. */
  private record Attempt(Wanted wanted, Set<Keys.Key> written) {}

  /** All that one try writes. */
  private static final class Writes {
    private final List<Map<String, AttributeValue>> puts = new ArrayList<>();
    private final List<Keys.Key> deletes = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Stored> marks = new ArrayList<>();
    private final Set<Keys.Key> added = new HashSet<>();
    private final Set<Keys.Key> removed = new HashSet<>();
  }

  /**
   * Loads rows. Loading them again, or after a crash in between, ends in the same items and the
   * same outcomes.
   *
   * @param rows at most {@value #MAX_ITEMS}
   * @return what became of each row, in their order
   */
  List<RowOutcome> load(List<Wanted> rows) {
    Map<Keys.Key, Attempt> open = new LinkedHashMap<>();
    for (Wanted row : rows) {
      open.merge(
          row.key(),
          new Attempt(row, Set.of()),
          (a, b) -> a.wanted().revision().compareTo(b.wanted().revision()) > 0 ? a : b);
    }
    Map<Keys.Key, Wanted> last = new HashMap<>();
    open.forEach((key, attempt) -> last.put(key, attempt.wanted()));
    Map<Keys.Key, RowOutcome> outcomes = new HashMap<>();
    for (int tries = 1; !open.isEmpty(); tries++) {
      if (tries > MAX_TRIES) {
        throw new ConflictException(Set.of());
      }
      Table.pause(tries - 1);
      open = tryAll(open.values(), outcomes);
    }
    return rows.stream()
        .map(
            row -> {
              Wanted winner = last.getOrDefault(row.key(), row);
              return winner.equals(row)
                  ? outcomes.getOrDefault(row.key(), new RowOutcome.Superseded())
                  : beatenBy(winner.revision(), row.revision());
            })
        .toList();
  }

  /** What an item is to be. */
  @FunctionalInterface
  interface Change {
    /**
     * The content that it gets; empty where it is not to be changed.
     *
     * @param content that it stands with, whoever has changed it last
     */
    Optional<Map<String, AttributeValue>> of(Map<String, AttributeValue> content);
  }

  /**
   * Changes an item otherwise than by a row: its revision stays.
   *
   * @param with is written together with it
   * @throws ConflictException when others were quicker every time
   */
  Saved change(Keys.Key key, Change change, TransactWriteItem with) {
    Set<Keys.Key> written = Set.of();
    for (int tries = 1; tries <= MAX_TRIES; tries++) {
      Optional<Stored> before = table.get(key).map(Stored::read);
      if (before.isEmpty()) {
        return Saved.NOT_FOUND;
      }
      Stored stands = before.get();
      Optional<Map<String, AttributeValue>> next = change.of(stands.content());
      if (next.isEmpty() && written.isEmpty()) {
        return Saved.CHANGED_MEANWHILE;
      }
      Wanted wanted =
          new Wanted(next.orElse(stands.content()), stands.revision(), Repetition.FAULT);
      Writes writes = new Writes();
      decide(new Attempt(wanted, written), before, writes);
      if (write(writes, next.isPresent() ? List.of(with) : List.of()).isEmpty()) {
        return next.isPresent() ? Saved.SAVED : Saved.CHANGED_MEANWHILE;
      }
      written =
          writes.marks.stream()
              .flatMap(mark -> mark.derived().stream())
              .collect(Collectors.toSet());
      Table.pause(tries);
    }
    throw new ConflictException(Set.of());
  }

  private static RowOutcome beatenBy(Revision winner, Revision revision) {
    return winner.file().equals(revision.file())
        ? new RowOutcome.Duplicate()
        : new RowOutcome.Superseded();
  }

  /** Writes what it can, and returns what has to start over. */
  private Map<Keys.Key, Attempt> tryAll(
      Collection<Attempt> attempts, Map<Keys.Key, RowOutcome> outcomes) {
    Map<Keys.Key, Map<String, AttributeValue>> found =
        table.batchGet(attempts.stream().map(attempt -> attempt.wanted().key()).toList());
    Writes writes = new Writes();
    for (Attempt attempt : attempts) {
      Keys.Key key = attempt.wanted().key();
      Optional<Stored> before = Optional.ofNullable(found.get(key)).map(Stored::read);
      decide(attempt, before, writes).ifPresent(outcome -> outcomes.put(key, outcome));
    }
    Set<Integer> lost = write(writes, List.of());
    Map<Keys.Key, Attempt> again = new LinkedHashMap<>();
    for (int i = 0; i < writes.attempts.size(); i++) {
      Wanted wanted = writes.attempts.get(i).wanted();
      Stored mark = writes.marks.get(i);
      if (lost.isEmpty()) {
        outcomes.put(
            wanted.key(),
            mark.revision().compareTo(wanted.revision()) > 0
                ? beatenBy(mark.revision(), wanted.revision())
                : mark.outcome());
      } else {
        again.put(wanted.key(), new Attempt(wanted, mark.derived()));
      }
    }
    return again;
  }

  /**
   * Writes all of one try, the marks last.
   *
   * @param with is written together with the marks
   * @return the places of those that others were quicker with; empty when all is written
   */
  private Set<Integer> write(Writes writes, List<TransactWriteItem> with) {
    table.batchWrite(writes.puts, writes.deletes.stream().distinct().toList());
    if (!writes.added.isEmpty() || !writes.removed.isEmpty()) {
      follower.changed(writes.added, writes.removed);
    }
    return table.transactTelling(
        Stream.concat(writes.marks.stream().map(mark -> table.putNext(item(mark))), with.stream())
            .toList());
  }

  /**
   * Adds what has to be written for a row.
   *
   * @return what became of the row where nothing is to be marked
   */
  private Optional<RowOutcome> decide(Attempt given, Optional<Stored> before, Writes writes) {
    Attempt attempt =
        new Attempt(
            given.wanted().over(before.map(Stored::content).orElse(Map.of())), given.written());
    Wanted wanted = attempt.wanted();
    int age = before.map(known -> known.revision().compareTo(wanted.revision())).orElse(-1);
    if (before.isPresent() && age > 0) {
      if (attempt.written().isEmpty()) {
        return Optional.of(beatenBy(before.get().revision(), wanted.revision()));
      }
      repair(attempt, before.get(), writes);
      return Optional.empty();
    }
    Items derived = derivation.apply(wanted.content());
    boolean isSame =
        before
            .filter(
                known ->
                    known.content().equals(wanted.content())
                        && known.derived().equals(derived.keys()))
            .isPresent();
    if (isSame && attempt.written().isEmpty() && (age == 0 || isRepetition(wanted, before))) {
      return before.map(Stored::outcome);
    }
    Items known =
        attempt.written().isEmpty()
            ? before.map(item -> derivation.apply(item.content())).orElse(new Items(Map.of()))
            : new Items(Map.of());
    derived
        .byKey()
        .forEach(
            (key, item) -> {
              if (!item.equals(known.byKey().get(key))) {
                writes.puts.add(item);
              }
            });
    Set<Keys.Key> old = new HashSet<>(attempt.written());
    before.ifPresent(item -> old.addAll(item.derived()));
    old.removeAll(derived.keys());
    writes.deletes.addAll(old);
    if (attempt.written().isEmpty()) {
      Set<Keys.Key> added = new HashSet<>(derived.keys());
      before.ifPresent(item -> added.removeAll(item.derived()));
      writes.added.addAll(added);
      writes.removed.addAll(old);
    }
    writes.attempts.add(attempt);
    writes.marks.add(mark(wanted, before, derived, isSame ? Extent.NONE : Extent.CONTENT));
    return Optional.empty();
  }

  private static boolean isRepetition(Wanted wanted, Optional<Stored> before) {
    return wanted.repetition() == Repetition.NORMAL
        && before.filter(known -> isOfSameFile(known.revision(), wanted)).isPresent();
  }

  private static boolean isOfSameFile(Revision revision, Wanted wanted) {
    return revision.file().equals(wanted.revision().file());
  }

  /**
   * Where an earlier try wrote something over what somebody newer has written. It is marked anew:
   * whoever has read it before, and is changing it now, has to start over, or would leave behind
   * what is written here.
   */
  private void repair(Attempt attempt, Stored newer, Writes writes) {
    Items right = derivation.apply(newer.content());
    writes.puts.addAll(right.byKey().values());
    attempt.written().stream()
        .filter(key -> !right.keys().contains(key))
        .forEach(writes.deletes::add);
    writes.attempts.add(attempt);
    writes.marks.add(newer.again(right));
  }

  /** What of an item changes. */
  private enum Extent {
    NONE,
    CONTENT
  }

  private static Stored mark(Wanted wanted, Optional<Stored> before, Items derived, Extent extent) {
    Revision revision = wanted.revision();
    List<Long> displaced = new ArrayList<>();
    Revision loadedBy = revision;
    if (before.isPresent()) {
      Stored known = before.get();
      if (isOfSameFile(known.revision(), wanted)) {
        displaced.addAll(known.displaced());
        if (known.revision().line() != revision.line() && displaced.size() < MAX_DISPLACED) {
          displaced.add(known.revision().line());
        }
      }
      if (extent == Extent.NONE && !isOfSameFile(known.loadedBy(), wanted)) {
        loadedBy = known.loadedBy();
      }
    }
    return new Stored(
        wanted.content(),
        revision,
        loadedBy,
        displaced,
        before.map(Stored::version).orElse(0L) + 1,
        derived.keys());
  }

  private static Map<String, AttributeValue> item(Stored mark) {
    Map<String, AttributeValue> item = new HashMap<>(mark.content());
    item.putAll(
        ItemBuilder.attributes()
            .set(REVISION, mark.revision().text())
            .set(LOADED_BY, mark.loadedBy().text())
            .setNumbers(DISPLACED, mark.displaced())
            .set(Keys.VERSION, mark.version())
            .set(DERIVED, mark.derived().stream().map(Keys.Key::text).toList())
            .build());
    return item;
  }
}
