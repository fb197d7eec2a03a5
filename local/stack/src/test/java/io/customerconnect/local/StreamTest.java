package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamTest {
  private final Stack stack = SharedStack.get();

  @Test
  void recordThatTheFilterLeavesOutWakesNobody() {
    stack.settle();
    long before = stack.function("Relay").invocations();

    put("N#" + UUID.randomUUID());

    assertThat(stack.settle()).isTrue();
    assertThat(stack.function("Relay").invocations()).isEqualTo(before);
  }

  @Test
  void recordThatCannotBeReadIsGivenUpAfterItsRetriesAndTheNextOneGoesThrough() {
    stack.settle();
    long before = dead();
    long invocations = stack.function("Relay").invocations();

    String unreadable = "R#" + UUID.randomUUID();
    put(unreadable);
    assertThat(stack.settle()).isTrue();

    assertThat(dead()).isEqualTo(before + 1);
    // The first try and ten more, as the template says.
    assertThat(stack.function("Relay").invocations() - invocations).isEqualTo(11);
    assertThat(notice().object("DDBStreamBatchInfo").find("batchSize").orElseThrow().toText())
        .isEqualTo("1");

    // The filter takes what is added and changed, and not what is deleted.
    delete(unreadable);
    assertThat(stack.settle()).isTrue();
    assertThat(stack.function("Relay").invocations() - invocations).isEqualTo(11);

    SharedStack.newSupplier();
    assertThat(stack.settle()).isTrue();
    assertThat(stack.function("Relay").invocations() - invocations).isGreaterThan(11);
    assertThat(dead()).isEqualTo(before + 1);
  }

  private long dead() {
    return stack.depth("RelayDeadLetters").waiting();
  }

  private Json.Obj notice() {
    Json.Obj message =
        (Json.Obj)
            stack
                .operator()
                .sqs(
                    "ReceiveMessage",
                    Json.object()
                        .with("QueueUrl", stack.names().queueUrl("RelayDeadLetters"))
                        .with("VisibilityTimeout", 0))
                .items("Messages")
                .getFirst();
    return Json.readObject(message.require("Body"));
  }

  private void put(String sortKey) {
    stack
        .operator()
        .dynamoDb("PutItem", Json.object().with("TableName", "Table").with("Item", item(sortKey)));
  }

  private void delete(String sortKey) {
    stack
        .operator()
        .dynamoDb(
            "DeleteItem", Json.object().with("TableName", "Table").with("Key", item(sortKey)));
  }

  private static Json.Obj item(String sortKey) {
    return Json.object()
        .with("PK", Json.object().with("S", "A#nobody"))
        .with("SK", Json.object().with("S", sortKey));
  }
}
