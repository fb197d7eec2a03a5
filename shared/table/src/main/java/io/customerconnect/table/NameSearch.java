package io.customerconnect.table;

import io.customerconnect.domain.names.Hit;
import io.customerconnect.domain.names.KeyRange;
import io.customerconnect.domain.names.Ranking;
import io.customerconnect.domain.names.SearchPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Finds groups and legal entities by what is typed of a name or an identifier: one query, a second
 * one where the first brings too little, and never more.
 */
public final class NameSearch {
  private final Table table;

  public NameSearch(Table table) {
    this.table = table;
  }

  /** The best, best first; none for a text that holds nothing to search for. */
  public List<Hit<SearchResult>> find(String typed, int most) {
    SearchPlan plan = SearchPlan.of(typed);
    List<SearchResult> candidates = new ArrayList<>();
    plan.first().ifPresent(range -> candidates.addAll(query(range)));
    if (plan.first().isPresent()) {
      plan.next(List.copyOf(candidates)).ifPresent(range -> candidates.addAll(query(range)));
    }
    return Ranking.best(typed, candidates, most);
  }

  private List<SearchResult> query(KeyRange range) {
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
                .limit(SearchPlan.CANDIDATES)
                .build())
        .items()
        .stream()
        .map(EntryItem::read)
        .toList();
  }
}
