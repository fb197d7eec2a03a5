package io.customerconnect.functions.feeds;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.customerconnect.lambda.Environment;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.local.files.ObjectHeaders;
import io.customerconnect.local.files.ObjectKey;
import io.customerconnect.local.files.ObjectStore;
import io.customerconnect.local.files.S3Endpoint;
import io.customerconnect.local.http.LoopbackServer;
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import io.customerconnect.testing.functions.Scene;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A bucket, a queue of chunks and a table, and the two functions between them. */
final class FeedScene implements AutoCloseable {
  private static final String BUCKET = "files";
  private static final TestTable TABLE = DynamoDbLocal.freshTable();

  private final Deque<String> news = new ArrayDeque<>();
  private Instant now = MONDAY_MORNING;
  private final ObjectStore objects =
      ObjectStore.temporary(
          Set.of(BUCKET), () -> now, created -> news.add(created.notification().toText()));
  private final LoopbackServer s3 = LoopbackServer.start(new S3Endpoint(objects));
  private final SQSRestServer sqsServer;
  private final SqsClient sqs;
  private final String queue;
  private final SplitFileHandler split;
  private final LoadChunkHandler load;

  FeedScene() {
    sqsServer = SQSRestServerBuilder.withInterface("127.0.0.1").withPort(0).start();
    String endpoint = "http://127.0.0.1:" + sqsServer.waitUntilStarted().localAddress().getPort();
    System.setProperty("aws.endpointUrlSqs", endpoint);
    System.setProperty("aws.endpointUrlS3", s3.address().toString());
    sqs =
        SqsClient.builder()
            .region(DynamoDbLocal.REGION)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(AwsCrtHttpClient.builder())
            .build();
    queue = sqs.createQueue(request -> request.queueName("chunks")).queueUrl();
    Platform platform =
        new Platform(
            Environment.of(
                Map.of(
                    "TABLE",
                    TABLE.name(),
                    "FILES_BUCKET",
                    BUCKET,
                    "CHUNK_QUEUE_URL",
                    queue,
                    "AWS_ACCESS_KEY_ID",
                    "test",
                    "AWS_SECRET_ACCESS_KEY",
                    "test")),
            () -> now);
    split = new SplitFileHandler(platform);
    load = new LoadChunkHandler(platform);
  }

  static Table table() {
    return new Table(TABLE.client(), TABLE.name());
  }

  static TestTable testTable() {
    return TABLE;
  }

  /** Drops a file. A second passes, so that the next one is newer. */
  String drop(String key, String content) {
    return drop(key, content.getBytes(UTF_8));
  }

  /** As {@link #drop(String, String)}, of bytes; returns the bucket's news of it. */
  String drop(String key, byte[] content) {
    put(key, content);
    return news.removeLast();
  }

  private void put(String key, byte[] content) {
    now = now.plus(Duration.ofSeconds(1));
    try {
      objects.put(
          new ObjectKey(BUCKET, key), ObjectHeaders.none(), new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String key) {
    objects.delete(new ObjectKey(BUCKET, key));
  }

  /** Gives the first function a message; returns whether it is to come again. */
  List<String> split(String message) {
    return Scene.deliver(split, message);
  }

  /** Gives the second function a message. */
  List<String> load(String message) {
    return Scene.deliver(load, message);
  }

  /** Takes all chunks from the queue. */
  List<String> chunks() {
    List<String> chunks = new ArrayList<>();
    while (true) {
      List<Message> messages =
          sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10)).messages();
      if (messages.isEmpty()) {
        return chunks;
      }
      for (Message message : messages) {
        chunks.add(message.body());
        sqs.deleteMessage(
            request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
      }
    }
  }

  /** Drops a file and has all of it loaded; returns the report. */
  Json.Obj deliver(String key, String content) {
    return deliver(key, content.getBytes(UTF_8));
  }

  /** As {@link #deliver(String, String)}, of bytes. */
  Json.Obj deliver(String key, byte[] content) {
    split(drop(key, content));
    chunks().forEach(this::load);
    return report(key);
  }

  Json.Obj report(String key) {
    return findReport(key).orElseThrow(() -> new AssertionError("There is no report on " + key));
  }

  Optional<Json.Obj> findReport(String key) {
    return objects
        .find(new ObjectKey(BUCKET, "reports/" + key + ".json"))
        .map(
            object -> {
              try {
                return Json.readObject(Files.readString(object.content()));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @Override
  public void close() {
    System.clearProperty("aws.endpointUrlSqs");
    System.clearProperty("aws.endpointUrlS3");
    sqs.close();
    sqsServer.stopAndWait();
    s3.close();
    objects.close();
  }
}
