package io.customerconnect.table;

import static io.customerconnect.testing.Fixtures.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.ConnectionRules;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What each step takes, in requests and capacity units as DynamoDB Local counts them: a write in a
 * transaction once, where AWS counts it twice, and a read of what is not there not at all, where
 * AWS counts it as a small item.
 */
class CostsTest {
  private static final TestTable TEST_TABLE = DynamoDbLocal.freshTable();

  private final Table table = new Table(TEST_TABLE.client(), TEST_TABLE.name());
  private final Relationships relationships = new Relationships(table, ConnectionRules.DEFAULT);
  private final TicketStore tickets = new TicketStore(table);
  private final Scene scene = new Scene(table);

  @Test
  void reading() {
    TicketNumber number = scene.ask(scene.buyer());

    assertThat(cost(() -> relationships.find(scene.account(), scene.buyer().id())))
        .isEqualTo("GetItem x1; 1 RCU, 0 WCU");
    assertThat(cost(() -> relationships.list(scene.account(), Optional.empty(), 100)))
        .isEqualTo("Query x1; 0.5 RCU, 0 WCU");
    assertThat(cost(() -> tickets.find(number))).isEqualTo("Query x1; 1 RCU, 0 WCU");
    assertThat(cost(() -> tickets.list(scene.account(), Optional.empty(), 50)))
        .isEqualTo("Query x1; 0.5 RCU, 0 WCU");
    assertThat(cost(() -> tickets.notices(scene.account(), Optional.empty(), 50)))
        .isEqualTo("Query x1; 0.5 RCU, 0 WCU");
  }

  @Test
  void aConfirmation() {
    TicketNumber number = scene.ask(scene.buyer());

    // Relationship, ticket, history and notice; in the index the one goes and the other changes.
    assertThat(cost(() -> scene.apply(new Command.Confirm(number, Optional.empty()))))
        .isEqualTo("GetItem x1, TransactWriteItems x1; 1 RCU, 6 WCU");
  }

  @Test
  void everyItemOfARequestTakesOneWriteUnit() {
    TicketNumber number = scene.ask(scene.buyer());

    assertThat(table.partition(Keys.ticket(number).pk()))
        .hasSize(2)
        .allSatisfy(item -> assertThat(size(item)).isLessThan(1024));
    assertThat(table.partition(Keys.accountPartition(scene.account())))
        .hasSize(5)
        .allSatisfy(item -> assertThat(size(item)).isLessThan(1024));
  }

  /** An upper bound of the size that AWS counts, in bytes. */
  private static int size(Map<String, AttributeValue> item) {
    return item.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void connectingWithAGroupOfTwentyFive() {
    List<LegalEntity> members =
        IntStream.range(0, Relationships.MAX_TRANSITIONS)
            .mapToObj(i -> customer("m" + i + "-" + UUID.randomUUID()))
            .toList();
    members.forEach(scene::put);
    List<LegalEntityId> ids = members.stream().map(LegalEntity::id).toList();
    List<Transition> changes = members.stream().map(scene::asking).toList();

    assertThat(cost(() -> relationships.snapshot(scene.account(), ids)))
        .isEqualTo("BatchGetItem x1; 26 RCU, 0 WCU");
    assertThat(TEST_TABLE.meter().during(() -> relationships.commit(changes)).requestsByOperation())
        .isEqualTo(Map.of("TransactWriteItems", 1));
  }

  private static String cost(Runnable action) {
    return TEST_TABLE.meter().during(action).toString();
  }
}
