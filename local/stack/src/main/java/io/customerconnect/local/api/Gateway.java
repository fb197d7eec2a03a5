package io.customerconnect.local.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.function.Outcome;
import io.customerconnect.template.HttpApi.Cors;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The HTTP API: routes, limits, tokens, cross-origin rules, and its answers where no function gives
 * one.
 */
public final class Gateway implements HttpHandler {
  /** What API Gateway takes, in bytes. */
  private static final int MAX_BODY = 10 * 1024 * 1024;

  private static final Set<String> SET_BY_SERVER =
      Set.of("content-length", "transfer-encoding", "connection", "date");

  private final RouteTable routes;
  private final Map<String, TokenVerifier> authorizers;
  private final Optional<Cors> cors;
  private final Throttles throttles;
  private final InstantSource clock;

  public Gateway(
      RouteTable routes,
      Map<String, TokenVerifier> authorizers,
      Optional<Cors> cors,
      Throttles throttles,
      InstantSource clock) {
    this.routes = routes;
    this.authorizers = Map.copyOf(authorizers);
    this.cors = cors;
    this.throttles = throttles;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean crossOrigin = allowOrigin(exchange);
      if (crossOrigin && isPreflight(exchange)) {
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      Optional<RouteTable.Match> match =
          routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
      if (match.isEmpty()) {
        refuse(exchange, 404, "Not Found");
        return;
      }
      if (!throttles.admit(match.get().key())) {
        refuse(exchange, 429, "Too Many Requests");
        return;
      }
      Optional<Json.Obj> claims = Optional.empty();
      Optional<String> authorizer = match.get().route().authorizer();
      if (authorizer.isPresent()) {
        claims = claims(exchange, authorizer.get());
        if (claims.isEmpty()) {
          exchange.getResponseHeaders().set("www-authenticate", "Bearer");
          refuse(exchange, 401, "Unauthorized");
          return;
        }
      }
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        refuse(exchange, 413, "Request Entity Too Large");
        return;
      }
      invoke(exchange, match.get(), body, claims);
    }
  }

  private Optional<Json.Obj> claims(HttpExchange exchange, String authorizer) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("authorization"))
        .flatMap(
            header ->
                Optional.ofNullable(authorizers.get(authorizer))
                    .flatMap(verifier -> verifier.claims(header)));
  }

  private void invoke(
      HttpExchange exchange, RouteTable.Match match, byte[] body, Optional<Json.Obj> claims)
      throws IOException {
    Json.Obj event = HttpEvents.event(exchange, match, body, claims, clock.instant());
    if (match.function().invoke(event) instanceof Outcome.Answered answered) {
      Json.Obj answer = answered.json();
      if (answer.find("statusCode").orElse(new Json.Null())
          instanceof Json.Num(BigDecimal status)) {
        send(exchange, status.intValue(), answer);
        return;
      }
    }
    refuse(exchange, 500, "Internal Server Error");
  }

  private static void send(HttpExchange exchange, int status, Json.Obj answer) throws IOException {
    answer
        .object("headers")
        .members()
        .forEach(
            (name, value) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!SET_BY_SERVER.contains(lower) && value instanceof Json.Str(String text)) {
                exchange.getResponseHeaders().set(lower, text);
              }
            });
    answer
        .items("cookies")
        .forEach(
            cookie -> {
              if (cookie instanceof Json.Str(String text)) {
                exchange.getResponseHeaders().add("set-cookie", text);
              }
            });
    String body = answer.string("body").orElse("");
    boolean encoded = answer.find("isBase64Encoded").filter(Json.of(true)::equals).isPresent();
    respond(
        exchange,
        status,
        encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets the headers for a page of an allowed origin. */
  private boolean allowOrigin(HttpExchange exchange) {
    Optional<String> origin =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("origin"))
            .filter(
                given ->
                    cors.stream()
                        .anyMatch(
                            rules ->
                                rules.origins().contains("*") || rules.origins().contains(given)));
    if (origin.isEmpty() || cors.isEmpty()) {
      return false;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("access-control-allow-origin", origin.get());
    headers.set("vary", "Origin");
    if (isPreflight(exchange)) {
      headers.set("access-control-allow-methods", String.join(",", cors.get().methods()));
      headers.set("access-control-allow-headers", String.join(",", cors.get().headers()));
      cors.get()
          .maxAge()
          .ifPresent(age -> headers.set("access-control-max-age", Long.toString(age.toSeconds())));
    } else if (!cors.get().exposedHeaders().isEmpty()) {
      headers.set("access-control-expose-headers", String.join(",", cors.get().exposedHeaders()));
    }
    return true;
  }

  private static boolean isPreflight(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("OPTIONS")
        && exchange.getRequestHeaders().containsKey("access-control-request-method");
  }

  /** An answer of API Gateway itself. */
  private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
    exchange.getResponseHeaders().set("content-type", "application/json");
    respond(
        exchange,
        status,
        Json.object().with("message", message).toText().getBytes(StandardCharsets.UTF_8));
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD") || status == 204;
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
  }
}
