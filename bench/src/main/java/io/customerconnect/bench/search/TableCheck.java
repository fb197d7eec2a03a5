package io.customerconnect.bench.search;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.names.Hit;
import io.customerconnect.domain.names.Vocabulary;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.NameSearch;
import io.customerconnect.table.SearchResult;
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.TestTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the index in memory against DynamoDB Local: the same hits, requests and capacity units. */
final class TableCheck {
  private static final int ENTITIES = 2_000;
  private static final int QUERIES = 200;

  private TableCheck() {}

  /** What was compared. Fails when anything differs. */
  static String run(QuerySet set) {
    QuerySet part = part(set);
    MemoryIndex memory = MemoryIndex.of(part);
    Vocabulary vocabulary = memory.vocabulary();
    TestTable testTable = DynamoDbLocal.freshTable();
    Table table = new Table(testTable.client(), testTable.name());
    load(part, new DirectoryStore(table));
    NameSearch inMemory = new NameSearch(memory, () -> vocabulary);
    NameSearch inTable = new NameSearch(NameSearch.indexOf(table), () -> vocabulary);
    int found = 0;
    double units = 0;
    for (Query query : part.queries()) {
      List<Hit<SearchResult>> expected = inMemory.find(query.text(), 10);
      MemoryIndex.Cost cost = memory.cost();
      List<Hit<SearchResult>> hits = new ArrayList<>();
      Reading reading = testTable.meter().during(() -> hits.addAll(inTable.find(query.text(), 10)));
      same(query, "hits", expected, hits);
      same(query, "requests", cost.requests(), reading.requests());
      // DynamoDB Local counts nothing where nothing is found; AWS counts half a unit.
      same(query, "units", cost.units() - cost.empty() / 2.0, reading.readUnits());
      found += hits.size();
      units += reading.readUnits();
    }
    return "DynamoDB Local: %d queries on %d entities, %d hits, %.1f RCU, all as in memory"
        .formatted(part.queries().size(), part.entities().size(), found, units);
  }

  private static void same(Query query, String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(
          "Other %s for \"%s\": in memory %s, in the table %s"
              .formatted(what, query.text(), expected, actual));
    }
  }

  private static void load(QuerySet part, DirectoryStore store) {
    List<DirectoryStore.Row> rows = new ArrayList<>();
    for (LegalEntity entity : part.entities()) {
      rows.add(
          new DirectoryStore.Row(
              entity, new Revision(new FileVersion(Instant.EPOCH, "bench"), rows.size() + 2L)));
    }
    for (int from = 0; from < rows.size(); from += DirectoryStore.MAX_ROWS) {
      store.load(rows.subList(from, Math.min(rows.size(), from + DirectoryStore.MAX_ROWS)));
    }
  }

  /** Some queries of every kind, with what they want and what may be in the way. */
  private static QuerySet part(QuerySet set) {
    Map<String, LegalEntity> all = new LinkedHashMap<>();
    set.entities().forEach(entity -> all.put(entity.id().value(), entity));
    Map<String, LegalEntity> some = new LinkedHashMap<>();
    List<Query> queries = new ArrayList<>();
    int step = Math.max(1, set.queries().size() / QUERIES);
    for (int i = 0; i < set.queries().size(); i += step) {
      Query query = set.queries().get(i);
      queries.add(query);
      all.values().stream()
          .filter(entity -> entity.id().value().equals(query.wanted().id()))
          .forEach(entity -> some.put(entity.id().value(), entity));
    }
    for (LegalEntity entity : set.entities()) {
      if (some.size() < ENTITIES) {
        some.putIfAbsent(entity.id().value(), entity);
      }
    }
    List<LegalEntity> entities = List.copyOf(some.values());
    return new QuerySet(
        set.name(),
        entities,
        entities.stream().flatMap(entity -> entity.group().stream()).distinct().toList(),
        queries,
        set.kinds());
  }
}
