package io.customerconnect.local.api;

import com.sun.net.httpserver.HttpExchange;
import io.customerconnect.lambda.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Makes the event of a request, in payload format 2.0. */
final class HttpEvents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
  private static final String API = "local";

  private HttpEvents() {}

  static Json.Obj event(
      HttpExchange exchange,
      RouteTable.Match match,
      byte[] body,
      Optional<Json.Obj> claims,
      Instant now) {
    String path = RouteTable.decode(exchange.getRequestURI().getRawPath());
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    Json.Obj event =
        Json.object()
            .with("version", "2.0")
            .with("routeKey", match.key())
            .with("rawPath", path)
            .with("rawQueryString", query);
    List<String> cookies =
        exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
            .flatMap(line -> List.of(line.split("; *")).stream())
            .toList();
    if (!cookies.isEmpty()) {
      event = event.with("cookies", cookies, Json::of);
    }
    event = event.with("headers", headers(exchange));
    Json.Obj parameters = queryParameters(query);
    if (!parameters.members().isEmpty()) {
      event = event.with("queryStringParameters", parameters);
    }
    event = event.with("requestContext", context(exchange, match, path, claims, now));
    if (!match.pathParameters().isEmpty()) {
      event = event.with("pathParameters", object(match.pathParameters()));
    }
    return withBody(event, exchange, body);
  }

  private static Json.Obj headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("cookie")) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
              }
            });
    headers.put("x-forwarded-for", exchange.getRemoteAddress().getAddress().getHostAddress());
    headers.put("x-forwarded-proto", "http");
    headers.put("x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()));
    return object(headers);
  }

  /** Several values of one name are joined by a comma. */
  private static Json.Obj queryParameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String part : query.split("&", -1)) {
      if (!part.isEmpty()) {
        String[] pair = part.split("=", 2);
        parameters.merge(
            decodeForm(pair[0]), pair.length < 2 ? "" : decodeForm(pair[1]), (a, b) -> a + "," + b);
      }
    }
    return object(parameters);
  }

  private static String decodeForm(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return encoded;
    }
  }

  private static Json.Obj context(
      HttpExchange exchange,
      RouteTable.Match match,
      String path,
      Optional<Json.Obj> claims,
      Instant now) {
    Json.Obj context = Json.object().with("accountId", "000000000000").with("apiId", API);
    if (claims.isPresent()) {
      context =
          context.with(
              "authorizer",
              Json.object()
                  .with(
                      "jwt",
                      Json.object().with("claims", claims.get()).with("scopes", new Json.Null())));
    }
    return context
        .with("domainName", "127.0.0.1")
        .with("domainPrefix", API)
        .with(
            "http",
            Json.object()
                .with("method", exchange.getRequestMethod())
                .with("path", path)
                .with("protocol", exchange.getProtocol())
                .with("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
                .with(
                    "userAgent",
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("user-agent"))
                        .orElse("")))
        .with("requestId", UUID.randomUUID().toString())
        .with("routeKey", match.key())
        .with("stage", "$default")
        .with("time", TIME.format(now.atOffset(ZoneOffset.UTC)))
        .with("timeEpoch", now.toEpochMilli());
  }

  /** Bodies of text types go as they are, all others as base64, forms among them. */
  private static Json.Obj withBody(Json.Obj event, HttpExchange exchange, byte[] body) {
    if (body.length == 0) {
      return event.with("isBase64Encoded", Json.of(false));
    }
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("content-type"))
            .orElse("text/plain")
            .toLowerCase(Locale.ROOT);
    boolean text =
        type.startsWith("text/")
            || type.startsWith("application/json")
            || type.startsWith("application/javascript")
            || type.startsWith("application/xml");
    return event
        .with(
            "body",
            text
                ? new String(body, StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(body))
        .with("isBase64Encoded", Json.of(!text));
  }

  private static Json.Obj object(Map<String, String> strings) {
    Json.Obj object = Json.object();
    for (Map.Entry<String, String> string : strings.entrySet()) {
      object = object.with(string.getKey(), string.getValue());
    }
    return object;
  }
}
