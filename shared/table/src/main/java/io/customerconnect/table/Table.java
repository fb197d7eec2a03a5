package io.customerconnect.table;

import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The one table: its name, and a client that reaches it. */
public record Table(DynamoDbClient client, String name) {

  /** The table that the function's environment names. */
  public static Table of(Platform platform) {
    return new Table(
        Aws.client(DynamoDbClient.builder(), platform.environment()),
        platform.environment().require(Setting.TABLE));
  }
}
