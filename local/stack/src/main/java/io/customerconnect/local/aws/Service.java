package io.customerconnect.local.aws;

import io.customerconnect.lambda.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service behind the front: which accesses a request of its protocol takes. */
enum Service {
  DYNAMODB("dynamodb") {
    @Override
    List<Access> accesses(AwsRequest request, Names names) {
      return DynamoDbAccesses.of(request.operation(), request.json(), names);
    }
  },
  SQS("sqs") {
    @Override
    List<Access> accesses(AwsRequest request, Names names) {
      Json.Obj input = request.json();
      String queue =
          input
              .string("QueueUrl")
              .map(url -> url.substring(url.lastIndexOf('/') + 1))
              .or(() -> input.string("QueueName"))
              .orElse("*");
      // A batch needs the right to each of its parts.
      String action = request.operation().replaceFirst("Batch$", "");
      return List.of(new Access("sqs:" + action, Names.queueArn(queue)));
    }
  },
  SES("ses") {
    @Override
    List<Access> accesses(AwsRequest request, Names names) {
      if (!request.method().equals("POST") || !request.path().equals("/v2/email/outbound-emails")) {
        return List.of(new Access("ses:" + request.method() + request.path(), "*"));
      }
      Json.Obj input = request.json();
      String from = input.string("FromEmailAddress").orElse("");
      String domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
      List<Access> accesses = new ArrayList<>();
      accesses.add(new Access("ses:SendEmail", Names.arn("ses", "identity/" + domain)));
      input
          .string("ConfigurationSetName")
          .ifPresent(
              set ->
                  accesses.add(
                      new Access("ses:SendEmail", Names.arn("ses", "configuration-set/" + set))));
      return accesses;
    }
  },
  S3("s3") {
    @Override
    List<Access> accesses(AwsRequest request, Names names) {
      String[] parts = request.path().substring(1).split("/", 2);
      String bucket = Names.bucketArn(parts[0]);
      if (parts.length < 2 || parts[1].isEmpty()) {
        return List.of(new Access("s3:ListBucket", bucket));
      }
      String action =
          switch (request.method()) {
            case "GET", "HEAD" -> "s3:GetObject";
            case "DELETE" -> "s3:DeleteObject";
            default -> "s3:PutObject";
          };
      String version = request.hasQuery("versionId") ? "Version" : "";
      return List.of(new Access(action + version, bucket + "/" + parts[1]));
    }
  };

  private static final Map<String, Service> BY_NAME =
      Map.of("dynamodb", DYNAMODB, "sqs", SQS, "ses", SES, "s3", S3);

  private final String scope;

  Service(String scope) {
    this.scope = scope;
  }

  /** The service that a credential scope names. */
  static Optional<Service> named(String scope) {
    return Optional.ofNullable(BY_NAME.get(scope));
  }

  String scope() {
    return scope;
  }

  /** Whether what is asked for stands in the body; else the body may be large and is passed on. */
  boolean saysInBody() {
    return this != S3;
  }

  /** The accesses that a request takes; each must be allowed. */
  abstract List<Access> accesses(AwsRequest request, Names names);
}
