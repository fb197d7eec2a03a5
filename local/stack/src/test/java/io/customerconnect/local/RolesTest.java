package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.aws.Access;
import io.customerconnect.local.aws.AwsCalls;
import io.customerconnect.local.aws.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {
  private final Stack stack = SharedStack.get();
  private final AwsCalls tickets = stack.operator().as("Tickets");

  @Test
  void functionMayDoWhatItsRoleAllows() {
    tickets.dynamoDb("Query", query());

    assertThat(role("Tickets").uses())
        .contains(new Access("dynamodb:Query", stack.names().tableArn("Table")));
  }

  @Test
  void functionMayNotDoMore() {
    assertThatThrownBy(
            () ->
                tickets.dynamoDb(
                    "PutItem",
                    Json.object()
                        .with("TableName", "Table")
                        .with("Item", Json.object().with("PK", s("x")).with("SK", s("y")))))
        .hasMessageContaining("400")
        .hasMessageContaining("AccessDeniedException")
        .hasMessageContaining("Tickets is not authorized to perform dynamodb:PutItem");
  }

  @Test
  void transactionNeedsTheRightsOfItsParts() {
    Json.Obj delete =
        Json.object()
            .with(
                "Delete",
                Json.object()
                    .with("TableName", "Table")
                    .with("Key", Json.object().with("PK", s("x")).with("SK", s("y"))));

    assertThatThrownBy(
            () ->
                stack
                    .operator()
                    .as("Connect")
                    .dynamoDb(
                        "TransactWriteItems",
                        Json.object().with("TransactItems", List.of(delete), item -> item)))
        .hasMessageContaining("dynamodb:DeleteItem");
  }

  @Test
  void rightToTheTableIsNoneToItsIndex() {
    assertThatThrownBy(
            () ->
                stack.operator().as("Notices").dynamoDb("Query", query().with("IndexName", "GSI1")))
        .hasMessageContaining("table/Table/index/GSI1");
  }

  @Test
  void anotherQueueIsRefused() {
    assertThatThrownBy(
            () ->
                stack
                    .operator()
                    .as("Relay")
                    .sqs(
                        "SendMessage",
                        Json.object()
                            .with("QueueUrl", stack.names().queueUrl("FileQueue"))
                            .with("MessageBody", "x")))
        .hasMessageContaining("403")
        .hasMessageContaining("sqs:SendMessage");
  }

  @Test
  void unknownKeyIsRefused() {
    assertThatThrownBy(() -> stack.operator().as("Nobody").dynamoDb("Query", query()))
        .hasMessageContaining("UnrecognizedClientException");
  }

  @Test
  void superfluousRightIsFound() {
    assertThat(role("Tickets").unused()).extracting(Role.Right::action).doesNotContain("logs:*");
    assertThat(role("SplitFile").unused())
        .extracting(Role.Right::action)
        .doesNotContain("logs:PutLogEvents");
  }

  private Role role(String function) {
    return stack.roles().stream()
        .filter(role -> role.function().equals(function))
        .findFirst()
        .orElseThrow();
  }

  private static Json.Obj query() {
    return Json.object()
        .with("TableName", "Table")
        .with("KeyConditionExpression", "PK = :pk")
        .with("ExpressionAttributeValues", Json.object().with(":pk", s("nobody")));
  }

  private static Json.Obj s(String value) {
    return Json.object().with("S", value);
  }
}
