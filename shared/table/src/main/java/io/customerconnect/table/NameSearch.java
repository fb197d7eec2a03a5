package io.customerconnect.table;

import io.customerconnect.domain.names.Hit;
import io.customerconnect.domain.names.KeyRange;
import io.customerconnect.domain.names.SearchPlan;
import io.customerconnect.domain.names.Vocabulary;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Finds groups and legal entities by what is typed of a name or an identifier: one query, a second
 * one where the first brings too little, and never more.
 */
public final class NameSearch {
  private final NameIndex index;
  private final Supplier<Vocabulary> vocabulary;

  /** Of a table; the vocabulary is read when it is first asked for, and again as time passes. */
  public NameSearch(Table table, InstantSource clock) {
    this(indexOf(table), new VocabularyCache(new VocabularyStore(table), clock));
  }

  public NameSearch(NameIndex index, Supplier<Vocabulary> vocabulary) {
    this.index = index;
    this.vocabulary = vocabulary;
  }

  /** The name index of a table. */
  public static NameIndex indexOf(Table table) {
    return range -> query(table, range);
  }

  /** The best, best first; none for a text that holds nothing to search for. */
  public List<Hit<SearchResult>> find(String typed, int most) {
    SearchPlan plan = SearchPlan.of(typed, vocabulary.get());
    List<SearchResult> candidates = new ArrayList<>();
    plan.first().ifPresent(range -> candidates.addAll(index.read(range)));
    if (plan.first().isPresent()) {
      plan.next(List.copyOf(candidates)).ifPresent(range -> candidates.addAll(index.read(range)));
    }
    return plan.best(candidates, most);
  }

  private static List<SearchResult> query(Table table, KeyRange range) {
    return table
        .client()
        .query(
            QueryRequest.builder()
                .tableName(table.name())
                .keyConditionExpression("PK = :pk AND SK BETWEEN :from AND :to")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(range.partition()),
                        ":from", AttributeValue.fromS(range.from()),
                        ":to", AttributeValue.fromS(range.to())))
                .limit(range.most())
                .build())
        .items()
        .stream()
        .map(EntryItem::read)
        .toList();
  }
}
