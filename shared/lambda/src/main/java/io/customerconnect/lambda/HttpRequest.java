package io.customerconnect.lambda;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.party.Language;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A request in API Gateway's payload format 2.0.
 *
 * @param route the route key, as in {@code GET /groups/{groupId}}
 * @param headers names in lower case
 */
public record HttpRequest(
    String route,
    Map<String, String> pathParameters,
    Map<String, String> queryParameters,
    Map<String, String> headers,
    String body,
    Optional<Caller> signedIn) {

  /** Bodies larger than this are refused, in bytes. */
  public static final int MAX_BODY_BYTES = 256 * 1024;

  static HttpRequest of(Json.Obj event) {
    Map<String, String> headers = new HashMap<>();
    strings(event.object("headers"))
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new HttpRequest(
        event.string("routeKey").orElse(""),
        strings(event.object("pathParameters")),
        strings(event.object("queryStringParameters")),
        Map.copyOf(headers),
        body(event),
        Caller.of(
            event.object("requestContext").object("authorizer").object("jwt").object("claims")));
  }

  /**
   * Who calls.
   *
   * @throws Problem.ProblemException when nobody is signed in; the gateway has refused such
   *     requests already, unless it was left out or set up wrongly
   */
  public Caller caller() {
    return signedIn.orElseThrow(
        () -> Problem.of(ProblemType.NOT_SIGNED_IN, "Please sign in first.").asException());
  }

  /**
   * Who calls, when it belongs to a group.
   *
   * @throws Problem.ProblemException when nobody is signed in, or outside the group
   */
  public Caller caller(String group) {
    Caller caller = caller();
    if (!caller.groups().contains(group)) {
      throw Problem.of(ProblemType.NOT_ALLOWED, "This needs the group " + group + ".")
          .asException();
    }
    return caller;
  }

  /** The path parameter, made into a type of the domain; what it does not allow is not found. */
  public <T> T path(String name, Function<String, T> type) {
    try {
      return type.apply(pathParameters.getOrDefault(name, ""));
    } catch (InvalidValueException _) {
      throw Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address.").asException();
    }
  }

  /** The query parameter, made into a type of the domain. */
  public <T> Optional<T> query(String name, Function<String, T> type) {
    return Optional.ofNullable(queryParameters.get(name))
        .filter(value -> !value.isBlank())
        .map(value -> Fields.convert(name, value, type));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The client's name for this request, by which a repeat is known. */
  public Optional<String> idempotencyKey() {
    return header("idempotency-key")
        .filter(key -> !key.isBlank())
        .map(
            key -> Fields.convert("Idempotency-Key", key, text -> Text.line("The key", text, 200)));
  }

  /**
   * A name for what this request makes: the same when the caller sends it again with the same key,
   * else one of its own.
   */
  public String nameOfNew() {
    return idempotencyKey()
        .map(key -> (caller().user() + "\n" + key).getBytes(StandardCharsets.UTF_8))
        .map(UUID::nameUUIDFromBytes)
        .orElseGet(UUID::randomUUID)
        .toString();
  }

  /** The language that the client prefers. */
  public Language language() {
    return Language.ofTag(header("accept-language").orElse("").split("[,;]", 2)[0]);
  }

  /**
   * The fields of the JSON body.
   *
   * @throws Problem.ProblemException when there is no JSON object in it
   */
  public Fields fields() {
    String type = header("content-type").orElse("application/json").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json")) {
      throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Please send application/json in UTF-8.")
          .asException();
    }
    try {
      return new Fields(Json.readObject(body));
    } catch (Json.MalformedJsonException e) {
      throw Problem.of(ProblemType.MALFORMED_JSON, String.valueOf(e.getMessage())).asException();
    }
  }

  private static String body(Json.Obj event) {
    String body = event.string("body").orElse("");
    boolean encoded = event.find("isBase64Encoded").filter(Json.of(true)::equals).isPresent();
    byte[] bytes =
        encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_BODY_BYTES) {
      throw Problem.of(
              ProblemType.TOO_LARGE,
              "The body must not be larger than " + MAX_BODY_BYTES / 1024 + " kB.")
          .asException();
    }
    return encoded ? new String(bytes, StandardCharsets.UTF_8) : body;
  }

  private static Map<String, String> strings(Json.Obj object) {
    Map<String, String> strings = new HashMap<>();
    object
        .members()
        .forEach(
            (name, value) -> {
              if (value instanceof Json.Str(String text)) {
                strings.put(name, text);
              }
            });
    return Map.copyOf(strings);
  }
}
