package io.customerconnect.local.aws;

import io.customerconnect.lambda.Json;
import java.util.Arrays;

/**
 * A request to a service, as far as its rights depend on it.
 *
 * @param path decoded
 * @param query as it came
 * @param target the header {@code x-amz-target}; empty where the protocol has none
 * @param body empty where the service says nothing in it
 */
record AwsRequest(String method, String path, String query, String target, String body) {

  /** The operation that the target names. */
  String operation() {
    return target.substring(target.indexOf('.') + 1);
  }

  boolean hasQuery(String name) {
    return Arrays.stream(query.split("&")).anyMatch(part -> part.split("=", 2)[0].equals(name));
  }

  /** The body's JSON. */
  Json.Obj json() {
    return body.isEmpty() ? Json.object() : Json.readObject(body);
  }
}
