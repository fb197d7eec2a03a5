package io.customerconnect.testing;

import io.customerconnect.template.Parameters;
import io.customerconnect.template.Table;
import io.customerconnect.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The DynamoDB endpoint that tests use: DynamoDB Local, started once per JVM when first asked for,
 * or the endpoint that the system property {@code customerconnect.dynamodb.endpoint} names. From
 * then on it is also the endpoint of every client that is made without one.
 *
 * <p>
 *
 * {@snippet :
 * static final TestTable TABLE = DynamoDbLocal.freshTable();
 *
 * Reading cost = TABLE.meter().during(() -> store.find(...));
 * assertThat(cost.requests()).isEqualTo(2);
 * }
 */
public final class DynamoDbLocal {
  /** System property: an endpoint to use instead, as in {@code http://127.0.0.1:8000}. */
  public static final String ENDPOINT_PROPERTY = "customerconnect.dynamodb.endpoint";

  /** System property: the project's root folder. The build sets it. */
  public static final String ROOT_PROPERTY = "customerconnect.root";

  /** Region of every client here. */
  public static final Region REGION = Region.EU_CENTRAL_1;

  private DynamoDbLocal() {}

  /** Where the endpoint listens. */
  public static URI endpoint() {
    return Holder.ENDPOINT;
  }

  /** A client of the endpoint, for as long as the JVM lives. */
  public static DynamoDbClient client(ExecutionInterceptor... interceptors) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint())
        .region(REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(AwsCrtHttpClient.builder())
        .overrideConfiguration(
            configuration -> configuration.executionInterceptors(List.of(interceptors)))
        .build();
  }

  /**
   * A table of its own, empty, with keys and index as {@code template.yaml} has them. It has no
   * stream: with one, DynamoDB Local looks through all that was ever written at each write.
   */
  public static TestTable freshTable() {
    Meter meter = new Meter();
    TestTable table = new TestTable("test-" + UUID.randomUUID(), client(meter), meter);
    TableCreation.create(table.client(), withoutStream(Holder.TABLE), table.name());
    meter.reset();
    return table;
  }

  private static Table withoutStream(Table table) {
    return new Table(
        table.id(),
        table.attributeTypes(),
        table.key(),
        table.indexes(),
        Optional.empty(),
        table.expiryAttribute());
  }

  /** The project's root folder. */
  public static Path root() {
    return Optional.ofNullable(System.getProperty(ROOT_PROPERTY))
        .map(Path::of)
        .orElseThrow(
            () -> new IllegalStateException("System property " + ROOT_PROPERTY + " is not set"));
  }

  private static final class Holder {
    static final Table TABLE =
        Template.read(root().resolve("template.yaml"), Parameters.defaults()).table("Table");
    static final URI ENDPOINT =
        Optional.ofNullable(System.getProperty(ENDPOINT_PROPERTY))
            .map(URI::create)
            .orElseGet(
                () ->
                    DynamoDbLocalProcess.start(root().resolve("local/dynamodb/target/lib"))
                        .endpoint());

    static {
      // Clients that functions under test make themselves find the endpoint as on AWS: from
      // outside.
      System.setProperty("aws.endpointUrlDynamoDb", ENDPOINT.toString());
      System.setProperty("aws.region", REGION.id());
    }
  }
}
