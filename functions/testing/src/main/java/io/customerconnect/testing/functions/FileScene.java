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
import io.customerconnect.local.queues.QueueServer;
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
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A bucket, queues and a table, and the functions that files go through. */
public final class FileScene implements AutoCloseable {
  private static final String BUCKET = "files";

  private final Deque<String> news = new ArrayDeque<>();
  private Instant now = MONDAY_MORNING;

  /** How far the queues are ahead of the machine, by whose time they take messages. */
  private Duration passed = Duration.ZERO;

  private final ObjectStore objects =
      ObjectStore.temporary(
          Set.of(BUCKET), () -> now, created -> news.add(created.notification().toText()));
  private final LoopbackServer s3 = LoopbackServer.start(new S3Endpoint(objects));
  private final QueueServer sqsServer;
  private final SqsClient sqs;
  private final String chunks;
  private final String books;
  private final RequestStreamHandler split;
  private final RequestStreamHandler load;
  private final RequestStreamHandler ready;

  /**
   * Starts a bucket and queues, and makes the functions between them.
   *
   * @param splitter takes the bucket's news
   * @param loader takes what the splitter puts into the queue
   * @param readier makes books ready for challenges
   */
  public FileScene(
      TestTable table,
      Function<Platform, RequestStreamHandler> splitter,
      Function<Platform, RequestStreamHandler> loader,
      Function<Platform, RequestStreamHandler> readier) {
    sqsServer = QueueServer.start(() -> Instant.now().plus(passed));
    System.setProperty("aws.endpointUrlSqs", sqsServer.endpoint().toString());
    System.setProperty("aws.endpointUrlS3", s3.address().toString());
    sqs =
        SqsClient.builder()
            .region(DynamoDbLocal.REGION)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(AwsCrtHttpClient.builder())
            .build();
    chunks = sqs.createQueue(request -> request.queueName("chunks")).queueUrl();
    books = sqs.createQueue(request -> request.queueName("books")).queueUrl();
    Platform platform =
        new Platform(
            Environment.of(
                Map.of(
                    "TABLE",
                    table.name(),
                    "FILES_BUCKET",
                    BUCKET,
                    "CHUNK_QUEUE_URL",
                    chunks,
                    "BOOKS_QUEUE_URL",
                    books,
                    "AWS_ACCESS_KEY_ID",
                    "test",
                    "AWS_SECRET_ACCESS_KEY",
                    "test")),
            () -> now);
    split = splitter.apply(platform);
    load = loader.apply(platform);
    ready = readier.apply(platform);
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

  /** Gives the readier a message; returns those that are to come again. */
  public List<String> ready(String message) {
    return Scene.deliver(ready, message);
  }

  /** Takes all chunks from their queue. */
  public List<String> chunks() {
    return take(chunks);
  }

  /** Takes from its queue all that is to be made ready. */
  public List<String> books() {
    return take(books);
  }

  private List<String> take(String queue) {
    List<String> bodies = new ArrayList<>();
    while (true) {
      List<Message> messages =
          sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10)).messages();
      if (messages.isEmpty()) {
        return bodies;
      }
      for (Message message : messages) {
        bodies.add(message.body());
        sqs.deleteMessage(
            request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
      }
    }
  }

  /** A while passes, for the queues too. */
  public void pass(Duration time) {
    now = now.plus(time);
    passed = passed.plus(time);
  }

  /** Makes ready all that is to be, also what waits for more, and what follows from that. */
  public void readyAll() {
    pass(Duration.ofMinutes(1));
    for (List<String> some = books(); !some.isEmpty(); some = books()) {
      some.forEach(this::ready);
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
    sqsServer.close();
    s3.close();
    objects.close();
  }
}
