package io.customerconnect.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP API.
 *
 * @param id its logical id
 * @param authorizers who may call, by name
 * @param cors what browsers may do from other origins
 * @param throttle of a route that has none of its own; none: that of the AWS account
 * @param throttles of routes, by their keys as in {@code GET /groups/{groupId}}
 */
public record HttpApi(
    String id,
    Map<String, JwtAuthorizer> authorizers,
    Optional<Cors> cors,
    Optional<Throttle> throttle,
    Map<String, Throttle> throttles) {
  public HttpApi {
    authorizers = Map.copyOf(authorizers);
    throttles = Map.copyOf(throttles);
  }

  /**
   * How many requests are let through.
   *
   * @param rate a second, in the long run
   * @param burst at once
   */
  public record Throttle(int rate, int burst) {}

  /**
   * Tokens that are accepted.
   *
   * @param issuer the issuer's URL
   * @param audience a token is for one of these
   */
  public record JwtAuthorizer(Value issuer, List<Value> audience) {
    public JwtAuthorizer {
      audience = List.copyOf(audience);
    }
  }

  /** Cross-origin rules; a list with {@code *} allows all. */
  public record Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposedHeaders,
      Optional<Duration> maxAge) {
    public Cors {
      origins = List.copyOf(origins);
      methods = List.copyOf(methods);
      headers = List.copyOf(headers);
      exposedHeaders = List.copyOf(exposedHeaders);
    }
  }
}
