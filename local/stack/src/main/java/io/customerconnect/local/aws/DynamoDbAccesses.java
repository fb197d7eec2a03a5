package io.customerconnect.local.aws;

import io.customerconnect.lambda.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a DynamoDB request needs rights for: a transaction needs those of its parts, a query of an
 * index that on the index.
 */
final class DynamoDbAccesses {
  private static final Map<String, String> TRANSACTION_ACTIONS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  private DynamoDbAccesses() {}

  static List<Access> of(String operation, Json.Obj input, Names names) {
    return switch (operation) {
      case "TransactWriteItems", "TransactGetItems" ->
          input.items("TransactItems").stream().flatMap(item -> parts(item, names)).toList();
      case "BatchGetItem", "BatchWriteItem" ->
          input.object("RequestItems").members().keySet().stream()
              .map(table -> access(operation, arn(table, names)))
              .toList();
      case "DescribeStream", "GetShardIterator" ->
          List.of(access(operation, input.string("StreamArn").orElse("*")));
      case "GetRecords" ->
          List.of(access(operation, streamOf(input.string("ShardIterator").orElse(""))));
      case "ListStreams" ->
          List.of(
              access(
                  operation,
                  input.string("TableName").map(table -> arn(table, names)).orElse("*")
                      + "/stream/*"));
      default -> {
        String table = input.string("TableName").map(name -> arn(name, names)).orElse("*");
        yield List.of(
            access(
                operation,
                input.string("IndexName").map(index -> table + "/index/" + index).orElse(table)));
      }
    };
  }

  private static Stream<Access> parts(Json item, Names names) {
    return ((Json.Obj) item)
        .members().entrySet().stream()
            .map(
                part ->
                    access(
                        TRANSACTION_ACTIONS.getOrDefault(part.getKey(), part.getKey()),
                        arn(((Json.Obj) part.getValue()).require("TableName"), names)));
  }

  private static Access access(String action, String resource) {
    return new Access("dynamodb:" + action, resource);
  }

  /** A table may be named by its ARN, too. */
  private static String arn(String table, Names names) {
    return table.startsWith("arn:") ? table : names.tableArn(table);
  }

  /** DynamoDB Local's iterators name their stream between bars. */
  private static String streamOf(String shardIterator) {
    return Stream.of(shardIterator.split("\\|"))
        .filter(part -> part.startsWith("arn:"))
        .findFirst()
        .orElse("*");
  }
}
