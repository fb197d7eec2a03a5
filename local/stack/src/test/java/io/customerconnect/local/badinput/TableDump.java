package io.customerconnect.local.badinput;

import static java.util.stream.Collectors.toCollection;

import io.customerconnect.local.Stack;
import io.customerconnect.table.Keys;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads the stack's whole table, past the functions' roles. */
final class TableDump implements AutoCloseable {
  private final DynamoDbClient client;
  private final String table;

  TableDump(Stack stack) {
    client =
        DynamoDbClient.builder()
            .endpointOverride(stack.dynamoDb())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("OPERATOR", "local")))
            .httpClientBuilder(AwsCrtHttpClient.builder())
            .build();
    table = stack.template().tables().getFirst().id();
  }

  /** Every item as a text, but for the mark that the hourly run leaves by itself. */
  SortedSet<String> items() {
    String progress = Keys.dueProgress().pk();
    return client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
        .map(TreeMap::new)
        .map(Object::toString)
        .filter(item -> !item.contains("PK=AttributeValue(S=" + progress + ")"))
        .collect(toCollection(TreeSet::new));
  }

  @Override
  public void close() {
    client.close();
  }
}
