package io.customerconnect.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class DynamoDbLocalTest {
  private static final TestTable TABLE = DynamoDbLocal.freshTable();

  private static Map<String, AttributeValue> item(String sort) {
    return Map.of(
        "PK", AttributeValue.fromS("A"),
        "SK", AttributeValue.fromS(sort),
        "G1PK", AttributeValue.fromS("I"),
        "G1SK", AttributeValue.fromS(sort));
  }

  private static void put(String sort) {
    TABLE.client().putItem(request -> request.tableName(TABLE.name()).item(item(sort)));
  }

  @Test
  void meterCountsRequestsAndCapacityOfTableAndIndex() {
    Reading put = TABLE.meter().during(() -> put("1"));

    assertThat(put.requestsByOperation()).containsExactly(Map.entry("PutItem", 1));
    assertThat(put.writeUnits()).isEqualTo(2);
    assertThat(put.calls().getFirst().indexUnits()).isEqualTo(1);
    assertThat(put).hasToString("PutItem x1; 0 RCU, 2 WCU");
  }

  @Test
  void meterTellsReadsFromWrites() {
    put("2");
    Reading reading =
        TABLE
            .meter()
            .during(
                () ->
                    TABLE
                        .client()
                        .getItem(
                            request ->
                                request
                                    .tableName(TABLE.name())
                                    .key(
                                        Map.of(
                                            "PK", AttributeValue.fromS("A"),
                                            "SK", AttributeValue.fromS("2")))));

    assertThat(reading.readUnits()).isEqualTo(0.5);
    assertThat(reading.writeUnits()).isZero();
  }

  @Test
  void refusedWriteCountsAsARequest() {
    put("3");
    TABLE.meter().reset();

    assertThatThrownBy(
            () ->
                TABLE
                    .client()
                    .putItem(
                        request ->
                            request
                                .tableName(TABLE.name())
                                .item(item("3"))
                                .conditionExpression("attribute_not_exists(PK)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThat(TABLE.meter().reading().requests("PutItem")).isOne();
  }

  @Test
  void everyTestClassGetsATableOfItsOwn() {
    put("4");
    TestTable other = DynamoDbLocal.freshTable();

    assertThat(other.name()).isNotEqualTo(TABLE.name());
    assertThat(other.client().scan(request -> request.tableName(other.name())).items()).isEmpty();
  }

  @Test
  void missingJarsAreNamedInOneLine() {
    assertThatThrownBy(() -> DynamoDbLocalProcess.start(Path.of("nowhere")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("mvn -pl local/dynamodb");
  }
}
