package io.customerconnect.testing.functions;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Environment;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.local.files.ObjectHeaders;
import io.customerconnect.local.files.ObjectKey;
import io.customerconnect.local.files.ObjectStore;
import io.customerconnect.local.files.S3Endpoint;
import io.customerconnect.local.http.LoopbackServer;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.function.Function;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A bucket, a queue of chunks and a table, and the two functions that files go through. */
public final class FileScene implements AutoCloseable {
  private static final String BUCKET = "files";

  private final Deque<String> news = new ArrayDeque<>();
  private Instant now = MONDAY_MORNING;
  private final ObjectStore objects =
      ObjectStore.temporary(
          Set.of(BUCKET), () -> now, created -> news.add(created.notification().toText()));
  private final LoopbackServer s3 = LoopbackServer.start(new S3Endpoint(objects));
  private final SQSRestServer sqsServer;
  private final SqsClient sqs;
  private final String queue;
  private final RequestStreamHandler split;
  private final RequestStreamHandler load;

  /**
   * Starts a bucket and a queue, and makes the functions between them.
   *
   * @param splitter takes the bucket's news
   * @param loader takes what the splitter puts into the queue
   */
  public FileScene(
      TestTable table,
      Function<Platform, RequestStreamHandler> splitter,
      Function<Platform, RequestStreamHandler> loader) {
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
                    table.name(),
                    "FILES_BUCKET",
                    BUCKET,
                    "CHUNK_QUEUE_URL",
                    queue,
                    "AWS_ACCESS_KEY_ID",
                    "test",
                    "AWS_SECRET_ACCESS_KEY",
                    "test")),
            () -> now);
    split = splitter.apply(platform);
    load = loader.apply(platform);
  }

  /** Drops a file; returns the bucket's news of it. A second passes: the next one is newer. */
  public String drop(String key, String content) {
    return drop(key, content.getBytes(UTF_8));
  }

  /** As {@link #drop(String, String)}, of bytes. */
  public String drop(String key, byte[] content) {
    return drop(key, new ByteArrayInputStream(content));
  }

  /** As {@link #drop(String, String)}, of a stream, which is never in memory as a whole. */
  public String drop(String key, InputStream content) {
    now = now.plus(Duration.ofSeconds(1));
    try {
      objects.put(new ObjectKey(BUCKET, key), ObjectHeaders.none(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return news.removeLast();
  }

  /** Deletes a file. */
  public void delete(String key) {
    objects.delete(new ObjectKey(BUCKET, key));
  }

  /** Gives the splitter a message; returns those that are to come again. */
  public List<String> split(String message) {
    return Scene.deliver(split, message);
  }

  /** Gives the loader a message; returns those that are to come again. */
  public List<String> load(String message) {
    return Scene.deliver(load, message);
  }

  /** Takes all chunks from the queue. */
  public List<String> chunks() {
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
  public Json.Obj deliver(String key, String content) {
    return deliver(key, content.getBytes(UTF_8));
  }

  /** As {@link #deliver(String, String)}, of bytes. */
  public Json.Obj deliver(String key, byte[] content) {
    split(drop(key, content));
    chunks().forEach(this::load);
    return report(key);
  }

  /** The report on a file. */
  public Json.Obj report(String key) {
    return findReport(key).orElseThrow(() -> new AssertionError("There is no report on " + key));
  }

  /** The report on a file, if there is one yet. */
  public Optional<Json.Obj> findReport(String key) {
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
