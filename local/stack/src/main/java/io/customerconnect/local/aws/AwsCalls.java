package io.customerconnect.local.aws;

import io.customerconnect.lambda.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls of AWS's JSON protocols, in the name of a function or of the stack itself. */
public final class AwsCalls {
  /** The access key that may do everything. */
  public static final String OPERATOR = "operator";

  private static final String DYNAMODB = "dynamodb";

  private final HttpClient client;
  private final URI front;
  private final String accessKey;

  public AwsCalls(HttpClient client, URI front, String accessKey) {
    this.client = client;
    this.front = front;
    this.accessKey = accessKey;
  }

  /** A call that was answered with an error. */
  public static final class RefusedException extends RuntimeException {
    RefusedException(String target, int status, String answer) {
      super(target + " was answered with " + status + ": " + answer);
    }
  }

  /** The same calls in somebody else's name. */
  public AwsCalls as(String otherKey) {
    return new AwsCalls(client, front, otherKey);
  }

  public Json.Obj dynamoDb(String operation, Json.Obj input) {
    return call(DYNAMODB, "DynamoDB_20120810." + operation, "application/x-amz-json-1.0", input);
  }

  public Json.Obj streams(String operation, Json.Obj input) {
    return call(
        DYNAMODB, "DynamoDBStreams_20120810." + operation, "application/x-amz-json-1.0", input);
  }

  public Json.Obj sqs(String operation, Json.Obj input) {
    return call("sqs", "AmazonSQS." + operation, "application/x-amz-json-1.0", input);
  }

  private Json.Obj call(String service, String target, String contentType, Json.Obj input) {
    HttpRequest request =
        HttpRequest.newBuilder(front.resolve("/"))
            .header("authorization", new Signature(accessKey, service).header())
            .header("x-amz-target", target)
            .header("content-type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(input.toBytes()))
            .build();
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw new RefusedException(target, response.statusCode(), response.body());
      }
      return response.body().isBlank() ? Json.object() : Json.readObject(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(target + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(target + " was interrupted", e);
    }
  }
}
