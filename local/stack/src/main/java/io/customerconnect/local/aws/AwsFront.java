package io.customerconnect.local.aws;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.customerconnect.lambda.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one address of AWS's services: who may do what by the template's roles, and all that may go
 * on to the service behind it.
 */
public final class AwsFront implements HttpHandler {
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "date");
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int BAD_GATEWAY = 502;

  private final HttpClient client;
  private final Map<String, URI> services;
  private final Map<String, Role> roles = new ConcurrentHashMap<>();
  private volatile Optional<Names> names = Optional.empty();

  /**
   * @param services where the services listen, by the names that credential scopes give them
   */
  public AwsFront(HttpClient client, Map<String, URI> services) {
    this.client = client;
    this.services = Map.copyOf(services);
  }

  /** From now on functions may ask, each by its role. Before, only the operator may. */
  public void enforce(Names known, List<Role> allRoles) {
    names = Optional.of(known);
    allRoles.forEach(role -> roles.put(role.function(), role));
  }

  /** The roles of all functions. */
  public List<Role> roles() {
    return List.copyOf(roles.values());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Signature> signature =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("authorization"))
              .flatMap(Signature::of);
      Optional<Service> service = signature.flatMap(found -> Service.named(found.service()));
      if (signature.isEmpty()
          || service.isEmpty()
          || !services.containsKey(service.get().scope())) {
        Refusal.unsigned().send(exchange, Service.DYNAMODB);
        return;
      }
      answer(exchange, signature.get().accessKey(), service.get());
    }
  }

  private void answer(HttpExchange exchange, String accessKey, Service service) throws IOException {
    byte[] body = service.saysInBody() ? exchange.getRequestBody().readAllBytes() : new byte[0];
    Optional<Role> role = Optional.ofNullable(roles.get(accessKey));
    if (!accessKey.equals(AwsCalls.OPERATOR)) {
      if (role.isEmpty() || names.isEmpty()) {
        Refusal.unknownKey(accessKey).send(exchange, service);
        return;
      }
      for (Access access : service.accesses(request(exchange, body), names.get())) {
        if (!role.get().allows(access)) {
          Refusal.denied(accessKey, access).send(exchange, service);
          return;
        }
        role.get().used(access);
      }
    }
    forward(exchange, service, body, role);
  }

  private static AwsRequest request(HttpExchange exchange, byte[] body) {
    return new AwsRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-amz-target")).orElse(""),
        new String(body, StandardCharsets.UTF_8));
  }

  private void forward(HttpExchange exchange, Service service, byte[] body, Optional<Role> role)
      throws IOException {
    URI base = services.getOrDefault(service.scope(), URI.create("http://127.0.0.1"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + exchange.getRequestURI().toASCIIString()))
            .method(exchange.getRequestMethod(), publisher(exchange, service, body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (hidesAbsence(response, service, exchange, role)) {
        response.body().close();
        Refusal.denied(
                role.map(Role::function).orElse(""),
                new Access("s3:ListBucket", exchange.getRequestURI().getPath()))
            .send(exchange, service);
        return;
      }
      copy(response, exchange);
    } catch (IOException e) {
      exchange.sendResponseHeaders(BAD_GATEWAY, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** S3 tells only those who may list a bucket that an object is not there. */
  private static boolean hidesAbsence(
      HttpResponse<InputStream> response,
      Service service,
      HttpExchange exchange,
      Optional<Role> role) {
    if (service != Service.S3 || response.statusCode() != NOT_FOUND || role.isEmpty()) {
      return false;
    }
    String bucket = exchange.getRequestURI().getPath().split("/", 3)[1];
    Access list = new Access("s3:ListBucket", Names.bucketArn(bucket));
    if (role.get().allows(list)) {
      role.get().used(list);
      return false;
    }
    return true;
  }

  private static HttpRequest.BodyPublisher publisher(
      HttpExchange exchange, Service service, byte[] body) {
    if (service.saysInBody()) {
      return body.length == 0
          ? HttpRequest.BodyPublishers.noBody()
          : HttpRequest.BodyPublishers.ofByteArray(body);
    }
    Headers headers = exchange.getRequestHeaders();
    long length =
        Optional.ofNullable(headers.getFirst("content-length")).map(Long::parseLong).orElse(-1L);
    HttpRequest.BodyPublisher stream =
        HttpRequest.BodyPublishers.ofInputStream(exchange::getRequestBody);
    if (length > 0) {
      return HttpRequest.BodyPublishers.fromPublisher(stream, length);
    }
    return headers.containsKey("transfer-encoding") ? stream : HttpRequest.BodyPublishers.noBody();
  }

  private static void copy(HttpResponse<InputStream> response, HttpExchange exchange)
      throws IOException {
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              boolean kept =
                  !NOT_PASSED_ON.contains(name)
                      || (name.equals("content-length")
                          && exchange.getRequestMethod().equals("HEAD"));
              if (kept) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    long length = response.headers().firstValueAsLong("content-length").orElse(0);
    boolean empty =
        exchange.getRequestMethod().equals("HEAD")
            || (response.headers().firstValue("content-length").isPresent() && length == 0)
            || response.statusCode() == 204
            || response.statusCode() == 304;
    exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : length);
    if (!empty) {
      try (InputStream from = response.body();
          OutputStream to = exchange.getResponseBody()) {
        from.transferTo(to);
      }
    }
  }

  /** An answer of the front itself, in the form of the service's protocol. */
  private record Refusal(String code, String message) {
    static Refusal unsigned() {
      return new Refusal("MissingAuthenticationToken", "The request is not signed for a service.");
    }

    static Refusal unknownKey(String accessKey) {
      return new Refusal(
          "UnrecognizedClientException", "There is no function " + accessKey + " here.");
    }

    static Refusal denied(String function, Access access) {
      return new Refusal(
          "AccessDeniedException",
          "%s is not authorized to perform %s on %s: its role in template.yaml does not allow it."
              .formatted(function, access.action(), access.resource()));
    }

    void send(HttpExchange exchange, Service service) throws IOException {
      System.err.println(message);
      byte[] bytes = body(service).getBytes(StandardCharsets.UTF_8);
      Headers headers = exchange.getResponseHeaders();
      headers.set(
          "content-type", service == Service.S3 ? "application/xml" : "application/x-amz-json-1.0");
      headers.set("x-amzn-ErrorType", code);
      int status = service == Service.DYNAMODB ? 400 : FORBIDDEN;
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }

    private String body(Service service) {
      if (service == Service.S3) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>"
            + code.replace("Exception", "")
            + "</Code><Message>"
            + message.replace("&", "&amp;").replace("<", "&lt;")
            + "</Message></Error>";
      }
      String type = service == Service.DYNAMODB ? "com.amazon.coral.service#" + code : code;
      return Json.object()
          .with("__type", type)
          .with("Message", message)
          .with("message", message)
          .toText();
    }
  }
}
