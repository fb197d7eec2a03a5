package io.customerconnect.local.aws;

import io.customerconnect.local.queues.QueueServer;
import io.customerconnect.template.Bucket;
import io.customerconnect.template.References;
import io.customerconnect.template.Template;
import io.customerconnect.template.TemplateException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template's resources are called on this machine: by their logical ids. */
public final class Names implements References {
  public static final String REGION = QueueServer.REGION;
  public static final String ACCOUNT = QueueServer.ACCOUNT;

  private final URI front;
  private final String tableArns;
  private final Map<String, String> types;
  private final Map<String, String> bucketNames;
  private final Map<String, String> streamArns;

  /**
   * @param front where AWS's services are reached
   * @param streamArns ARNs of the streams, by the tables' logical ids
   */
  public Names(Template template, URI front, Map<String, String> streamArns) {
    this.front = front;
    this.streamArns = Map.copyOf(streamArns);
    this.types = types(template);
    this.bucketNames =
        template.buckets().stream()
            .collect(Collectors.toMap(Bucket::id, bucket -> bucketName(bucket)));
    this.tableArns =
        streamArns.values().stream()
            .findFirst()
            .map(arn -> arn.substring(0, arn.indexOf(":table/") + ":table/".length()))
            .orElse(arn("dynamodb", "table/"));
  }

  private static Map<String, String> types(Template template) {
    return Stream.of(
            template.functions().stream()
                .map(function -> Map.entry(function.id(), "AWS::Serverless::Function")),
            template.queues().stream().map(queue -> Map.entry(queue.id(), "AWS::SQS::Queue")),
            template.tables().stream().map(table -> Map.entry(table.id(), "AWS::DynamoDB::Table")),
            template.buckets().stream().map(bucket -> Map.entry(bucket.id(), "AWS::S3::Bucket")),
            template.rules().stream().map(rule -> Map.entry(rule.id(), "AWS::Events::Rule")),
            template.apis().stream().map(api -> Map.entry(api.id(), "AWS::Serverless::HttpApi")),
            template.clients().stream()
                .map(client -> Map.entry(client.id(), "AWS::Cognito::UserPoolClient")),
            template.headers().stream()
                .map(headers -> Map.entry(headers.id(), "AWS::CloudFront::ResponseHeadersPolicy")),
            template.otherResources().entrySet().stream())
        .flatMap(entries -> entries)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private String bucketName(Bucket bucket) {
    return bucket
        .name()
        .map(name -> name.resolve(this))
        .orElse(bucket.id().toLowerCase(Locale.ROOT));
  }

  @Override
  public String ref(String id) {
    return switch (type(id)) {
      case "AWS::SQS::Queue" -> queueUrl(id);
      case "AWS::S3::Bucket" -> bucketNames.getOrDefault(id, id);
      default -> id;
    };
  }

  @Override
  public String attribute(String id, String name) {
    String type = type(id);
    return switch (type + "." + name) {
      case "AWS::SQS::Queue.Arn" -> queueArn(id);
      case "AWS::SQS::Queue.QueueName" -> id;
      case "AWS::SQS::Queue.QueueUrl" -> queueUrl(id);
      case "AWS::DynamoDB::Table.Arn" -> tableArn(id);
      case "AWS::DynamoDB::Table.StreamArn" ->
          streamArns.getOrDefault(id, tableArn(id) + "/stream/none");
      case "AWS::S3::Bucket.Arn" -> bucketArn(ref(id));
      case "AWS::Serverless::Function.Arn" -> functionArn(id);
      default -> {
        if (!name.equals("Arn")) {
          throw new TemplateException("The local stack does not know " + id + "." + name);
        }
        yield arn(type.replaceAll("^AWS::|::.*$", "").toLowerCase(Locale.ROOT), id);
      }
    };
  }

  /** The URL that functions are given for a queue. */
  public String queueUrl(String queue) {
    return front + "/" + ACCOUNT + "/" + queue;
  }

  public static String queueArn(String queue) {
    return arn("sqs", queue);
  }

  /** The logical id of the queue with this ARN. */
  public static String queueOf(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  public String tableArn(String table) {
    return tableArns + table;
  }

  public static String bucketArn(String bucket) {
    return "arn:aws:s3:::" + bucket;
  }

  public static String functionArn(String function) {
    return arn("lambda", "function:" + function);
  }

  static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }

  private String type(String id) {
    String type = types.get(id);
    if (type == null) {
      throw new TemplateException("The local stack knows no resource " + id);
    }
    return type;
  }
}
