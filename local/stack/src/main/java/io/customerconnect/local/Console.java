package io.customerconnect.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.api.RouteTable;
import io.customerconnect.local.aws.Names;
import io.customerconnect.local.files.StoredObject;
import io.customerconnect.local.function.Outcome;
import io.customerconnect.local.queues.Depth;
import io.customerconnect.local.user.Issuer;
import io.customerconnect.local.user.User;
import io.customerconnect.template.Queue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The developer's routes, under {@code /local/}: never part of what is deployed. */
final class Console implements HttpHandler {
  private static final Duration LONGEST = Duration.ofDays(400);

  private final Stack stack;
  private final RouteTable routes;

  Console(Stack stack, RouteTable routes) {
    this.stack = stack;
    this.routes = routes;
  }

  /** An answer. */
  private record Answer(int status, String contentType, String body) {
    static Answer json(int status, Json.Obj body) {
      return new Answer(status, "application/json", body.toText());
    }

    static Answer mistake(int status, String message) {
      return json(status, Json.object().with("message", message));
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean start = exchange.getRequestURI().getPath().equals("/local/");
      if (start && exchange.getRequestMethod().equals("GET") && isBrowser(exchange)) {
        OverviewPage.of(stack, overview(), queues().items("queues")).send(exchange);
        return;
      }
      Answer answer;
      try {
        answer = answer(exchange);
      } catch (Json.MalformedJsonException e) {
        answer = Answer.mistake(400, String.valueOf(e.getMessage()));
      }
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", answer.contentType() + "; charset=utf-8");
      exchange.getResponseHeaders().set("cache-control", "no-store");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/local/".length());
    String route = exchange.getRequestMethod() + " " + path.replaceFirst("/.*", "/");
    String rest = path.contains("/") ? path.substring(path.indexOf('/') + 1) : "";
    return switch (route) {
      case "GET " -> Answer.json(200, overview());
      case "POST tokens" -> token(body(exchange));
      case "POST clock" -> moveClock(body(exchange));
      case "GET clock" -> clock();
      case "POST schedules/" -> fire(rest);
      case "PUT files/" -> deliver(rest, exchange);
      case "GET files/" -> file(rest);
      case "GET queues" -> Answer.json(200, queues());
      default -> Answer.mistake(404, "There is no " + route + " under /local/");
    };
  }

  private static Json.Obj body(HttpExchange exchange) throws IOException {
    return Json.readObject(
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static boolean isBrowser(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("accept"))
        .filter(accept -> accept.contains("text/html"))
        .isPresent();
  }

  private Json.Obj overview() {
    return Json.object()
        .with("api", stack.address().toString())
        .with("portal", stack.address() + "/")
        .with("mailbox", stack.address() + "/local/mailbox")
        .with("issuer", stack.issuer().issuer().toString())
        .with("clientId", stack.audience())
        .with("dynamodb", stack.dynamoDb().toString())
        .with("aws", stack.names().queueUrl("").replaceFirst("/[0-9]+/$", ""))
        .with("now", stack.now().toString())
        .with("users", stack.users().all(), Console::user)
        .with("schedules", stack.schedules().names(), this::schedule)
        .with("routes", routes.keys(), Json::of);
  }

  private static Json user(User user) {
    return Json.object()
        .with("user", user.name())
        .with("name", user.attributes().getOrDefault("name", user.name()))
        .with("company", Optional.ofNullable(user.attributes().get("custom:legal_name")))
        .with("groups", user.groups(), Json::of);
  }

  private Json schedule(String name) {
    return Json.object()
        .with("name", name)
        .with("next", stack.schedules().next(name).map(Object::toString));
  }

  private Answer token(Json.Obj input) {
    Optional<User> user = input.string("user").flatMap(stack.users()::find);
    if (user.isEmpty()) {
      List<String> known = stack.users().all().stream().map(User::name).toList();
      return Answer.mistake(
          404, "Please name a user, as in {\"user\": \"anna\"}; there are " + known);
    }
    return Answer.json(
        200,
        Json.object()
            .with("token", stack.token(user.get().name()))
            .with("tokenType", "Bearer")
            .with("expiresIn", Issuer.VALIDITY.toSeconds()));
  }

  private Answer clock() {
    return Answer.json(200, Json.object().with("now", stack.now().toString()));
  }

  private Answer moveClock(Json.Obj input) {
    try {
      Duration by = Duration.parse(input.string("advance").orElse(""));
      if (by.isPositive() && by.compareTo(LONGEST) <= 0) {
        stack.advance(by);
        return clock();
      }
    } catch (DateTimeParseException _) {
      // Told below.
    }
    return Answer.mistake(
        400,
        "Please say by how much, up to 400 days, as in {\"advance\": \"P3D\"}; there is no way"
            + " back.");
  }

  private Answer fire(String name) {
    Optional<Outcome> outcome = stack.schedules().fire(name);
    stack.settle();
    return outcome
        .map(
            result ->
                switch (result) {
                  case Outcome.Answered answered -> Answer.json(200, answered.json());
                  case Outcome.Failed failed -> Answer.json(500, failed.json());
                })
        .orElseGet(
            () ->
                Answer.mistake(
                    404, "There is no such schedule; there are " + stack.schedules().names()));
  }

  private Answer deliver(String key, HttpExchange exchange) throws IOException {
    if (key.isEmpty()) {
      return Answer.mistake(400, "Please name the file, as in /local/files/directory/mine.csv");
    }
    stack.deliver(key, exchange.getRequestBody());
    return Answer.json(
        201,
        Json.object().with("key", key).with("report", "/local/files/reports/" + key + ".json"));
  }

  private Answer file(String key) throws IOException {
    Optional<StoredObject> file = stack.file(key);
    if (file.isEmpty()) {
      return Answer.mistake(404, "There is no file " + key + " (yet)");
    }
    return new Answer(
        200,
        key.endsWith(".json") ? "application/json" : "text/plain",
        Files.readString(file.get().content()));
  }

  private Json.Obj queues() {
    return Json.object()
        .with(
            "queues",
            stack.template().queues(),
            queue -> {
              Depth depth = stack.depth(queue.id());
              return Json.object()
                  .with("name", queue.id())
                  .with("waiting", depth.waiting())
                  .with("inFlight", depth.inFlight())
                  .with("delayed", depth.delayed())
                  .with("deadLetters", deadLetters(queue));
            });
  }

  /** How many messages lie in the queue's own dead-letter queue. */
  private long deadLetters(Queue queue) {
    return queue.redrive().stream()
        .map(redrive -> redrive.target().resolve(stack.names()))
        .map(Names::queueOf)
        .mapToLong(id -> stack.depth(id).waiting())
        .sum();
  }
}
