package io.customerconnect.testing.functions;

import io.customerconnect.testing.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * SQS for this JVM, started when it is first asked for: ElasticMQ, which speaks the real protocol.
 * Clients that functions make find it by themselves.
 */
public final class Queues {
  private static final String ENDPOINT_PROPERTY = "aws.endpointUrlSqs";
  private static final String ENDPOINT = start();
  private static final SqsClient CLIENT = client();

  private Queues() {}

  private static String start() {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    return "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
  }

  private static SqsClient client() {
    System.setProperty(ENDPOINT_PROPERTY, ENDPOINT);
    return SqsClient.builder()
        .region(DynamoDbLocal.REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(AwsCrtHttpClient.builder())
        .build();
  }

  /** The URL of an empty queue of this name. */
  public static String empty(String name) {
    System.setProperty(ENDPOINT_PROPERTY, ENDPOINT);
    String url = CLIENT.createQueue(queue -> queue.queueName(name)).queueUrl();
    take(url);
    return url;
  }

  /** Takes all messages from a queue. */
  public static List<String> take(String url) {
    List<String> bodies = new ArrayList<>();
    for (List<Message> some = receive(url); !some.isEmpty(); some = receive(url)) {
      for (Message message : some) {
        bodies.add(message.body());
        CLIENT.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }

  private static List<Message> receive(String url) {
    return CLIENT.receiveMessage(get -> get.queueUrl(url).maxNumberOfMessages(10)).messages();
  }
}
