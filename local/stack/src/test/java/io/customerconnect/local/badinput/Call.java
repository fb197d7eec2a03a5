package io.customerconnect.local.badinput;

import io.customerconnect.lambda.Json;
import io.customerconnect.template.Trigger.Route;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to a route.
 *
 * @param what is peculiar about it, for messages
 * @param path values of the route's path parameters, not encoded
 * @param query as it stands behind the question mark
 */
record Call(
    String what,
    Route route,
    SortedMap<String, String> path,
    String query,
    Optional<String> authorization,
    Optional<String> contentType,
    String body) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)\\+?}");

  /** The call that a sample event was made from. */
  static Call of(Route route, Json.Obj event) {
    SortedMap<String, String> path = new TreeMap<>();
    event
        .object("pathParameters")
        .members()
        .forEach((name, value) -> path.put(name, ((Json.Str) value).text()));
    String body = event.string("body").orElse("");
    boolean encoded = event.find("isBase64Encoded").filter(Json.of(true)::equals).isPresent();
    return new Call(
        "sample",
        route,
        path,
        event.string("rawQueryString").orElse(""),
        Optional.empty(),
        event.object("headers").string("content-type"),
        encoded ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body);
  }

  Call named(String name) {
    return new Call(name, route, path, query, authorization, contentType, body);
  }

  Call with(String parameter, String value) {
    SortedMap<String, String> changed = new TreeMap<>(path);
    changed.put(parameter, value);
    return new Call(what, route, changed, query, authorization, contentType, body);
  }

  /** With those of the values whose names the route has. */
  Call with(Map<String, String> values) {
    Call changed = this;
    for (String name : path.keySet()) {
      changed = changed.with(name, Optional.ofNullable(values.get(name)).orElse(path.get(name)));
    }
    return changed;
  }

  Call asking(String other) {
    return new Call(what, route, path, other, authorization, contentType, body);
  }

  Call authorizedBy(String header) {
    return new Call(what, route, path, query, Optional.of(header), contentType, body);
  }

  Call sending(String type, String other) {
    return new Call(what, route, path, query, authorization, Optional.of(type), other);
  }

  Call sending(String other) {
    return new Call(what, route, path, query, authorization, contentType, other);
  }

  boolean sendsJson() {
    return !body.isEmpty() && contentType.filter(type -> type.contains("json")).isPresent();
  }

  boolean sendsForm() {
    return !body.isEmpty() && contentType.filter(type -> type.contains("form")).isPresent();
  }

  HttpRequest request(URI address) {
    String encoded =
        PARAMETER
            .matcher(route.path())
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(encode(path.getOrDefault(match.group(1), "unknown"))));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + encoded + (query.isEmpty() ? "" : "?" + query)))
            .method(route.method(), HttpRequest.BodyPublishers.ofString(body));
    authorization.ifPresent(header -> request.header("Authorization", header));
    contentType.ifPresent(type -> request.header("Content-Type", type));
    return request.build();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return route.method() + " " + route.path() + " with " + what;
  }
}
