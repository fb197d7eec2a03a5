package io.customerconnect.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB leaves to whoever asks: a query ends after a megabyte, whatever its limit. */
class TableTest {
  private static final int LARGE = 300_000;

  private final TestTable testTable = DynamoDbLocal.freshTable();
  private final Table table = new Table(testTable.client(), testTable.name());

  @ParameterizedTest
  @EnumSource
  void fewerItemsThanAskedForMeansThatThereAreNoMore(Table.Order order) {
    fill("a", 10);

    assertThat(table.range(range("a"), order, 9)).hasSize(9);
    assertThat(table.range(range("a"), order, 100)).hasSize(10);
  }

  @Test
  void aPageOfSeveralPartitionsLeavesNothingOut() {
    fill("a", 8);
    fill("b", 8);

    Optional<Cursor> after = Optional.empty();
    int found = 0;
    do {
      Page<Map<String, AttributeValue>> page =
          table.merged(Table.Place.TABLE, List.of("a", "b"), "0", "~", after, 5);
      found += page.items().size();
      after = page.next();
    } while (after.isPresent());

    assertThat(found).isEqualTo(16);
  }

  private static Table.Range range(String partition) {
    return new Table.Range(Table.Place.TABLE, partition, "0", "~", Optional.empty());
  }

  private void fill(String partition, int items) {
    IntStream.range(0, items)
        .mapToObj(
            i ->
                ItemBuilder.item(new Keys.Key(partition, "%03d".formatted(i) + partition))
                    .set("large", "x".repeat(LARGE))
                    .build())
        .forEach(item -> table.client().putItem(put -> put.tableName(table.name()).item(item)));
  }
}
