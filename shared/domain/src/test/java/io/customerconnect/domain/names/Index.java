package io.customerconnect.domain.names;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** An index in memory, and what searches asked of it. */
final class Index {
  private final NavigableMap<String, Found> entries = new TreeMap<>();
  private final WordCounts words = new WordCounts();
  private final List<KeyRange> asked = new ArrayList<>();
  private Vocabulary vocabulary = Vocabulary.EMPTY;

  /** An entry of the index. */
  record Found(Kind kind, String id, String officialName, Optional<String> otherName, SearchKey key)
      implements Candidate {}

  /** An index of companies that are called so; their ids are their names. */
  static Index of(String... names) {
    Index index = new Index();
    for (String name : names) {
      index.add(Candidate.Kind.LEGAL_ENTITY, name, List.of(), List.of());
    }
    return index;
  }

  Index add(String name, List<String> otherNames, List<String> identifiers) {
    return add(Candidate.Kind.LEGAL_ENTITY, name, otherNames, identifiers);
  }

  Index addGroup(String name) {
    return add(Candidate.Kind.GROUP, name, List.of(), List.of());
  }

  private Index add(
      Candidate.Kind kind, String name, List<String> otherNames, List<String> identifiers) {
    for (NameEntry entry : SearchKeys.of(name, otherNames, identifiers)) {
      Optional<String> other =
          entry.source() == NameSource.OTHER_NAME ? Optional.of(entry.name()) : Optional.empty();
      entries.put(
          entry.key().partition() + "\0" + entry.key().key() + "#" + kind + name,
          new Found(kind, name, name, other, entry.key()));
      words.add(entry.key());
    }
    return this;
  }

  /** From now on searches know the words of what was added. */
  Index withVocabulary() {
    vocabulary = Vocabulary.of(words);
    return this;
  }

  /** The names that are shown, best first. */
  List<String> find(String typed) {
    return hits(typed).stream().map(hit -> hit.candidate().officialName()).toList();
  }

  List<Hit<Found>> hits(String typed) {
    asked.clear();
    SearchPlan plan = SearchPlan.of(typed, vocabulary);
    List<Found> found = new ArrayList<>();
    plan.first().ifPresent(range -> found.addAll(read(range)));
    if (!asked.isEmpty()) {
      plan.next(List.copyOf(found)).ifPresent(range -> found.addAll(read(range)));
    }
    return plan.best(found, 10);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What the last search asked for. */
  List<KeyRange> asked() {
    return asked;
  }

  private List<Found> read(KeyRange range) {
    asked.add(range);
    String partition = range.partition() + "\0";
    return entries
        .subMap(partition + range.from(), true, partition + range.to(), true)
        .values()
        .stream()
        .limit(range.most())
        .toList();
  }
}
