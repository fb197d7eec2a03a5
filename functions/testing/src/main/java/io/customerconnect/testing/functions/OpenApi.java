package io.customerconnect.testing.functions;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.customerconnect.lambda.Json;
import io.customerconnect.testing.DynamoDbLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * {@code openapi.yaml}, and whether requests and answers are as it says (P46).
 *
 * <p>Of every answer: its status, its media type and its body. Of every request that was carried
 * out: its body, and that every parameter and header of ours that it carries is described.
 */
public final class OpenApi {
  private static final OpenApi PROJECT = read();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig CHECKS =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /** The project's. */
  public static OpenApi ofProject() {
    return PROJECT;
  }

  /** An operation of the document. */
  public record Operation(String route, Access access) {}

  /** Who may call an operation. */
  public enum Access {
    SIGNED_IN,
    EVERYBODY
  }

  /** All operations, by their route keys, as in {@code GET /groups/{groupId}}. */
  public Map<String, Operation> operations() {
    Map<String, Operation> operations = new TreeMap<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(member -> METHODS.contains(member.getKey()))
                    .forEach(
                        member -> {
                          String route =
                              member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                          operations.put(route, new Operation(route, access(member.getValue())));
                        }));
    return operations;
  }

  private Access access(JsonNode operation) {
    JsonNode security =
        operation.has("security") ? operation.get("security") : document.get("security");
    return security.isEmpty() ? Access.EVERYBODY : Access.SIGNED_IN;
  }

  /** The URIs of the problem types that the document knows. */
  public Set<String> problemTypes() {
    Set<String> types = new TreeSet<>();
    document.at("/components/schemas/ProblemType/enum").forEach(type -> types.add(type.asText()));
    return types;
  }

  /**
   * What is wrong with the document itself: examples that are not as their own schemas say, and
   * references that lead nowhere.
   */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    visit(
        document,
        "",
        (pointer, node) -> {
          Optional.ofNullable(node.get("$ref"))
              .map(JsonNode::asText)
              .filter(target -> document.at(target.substring(1)).isMissingNode())
              .ifPresent(target -> faults.add(pointer + ": there is no " + target));
          if (node.has("schema") && node.has("examples")) {
            node.get("examples")
                .properties()
                .forEach(
                    example ->
                        check(node.get("schema"), resolve(example.getValue()).path("value"))
                            .forEach(
                                fault ->
                                    faults.add(pointer + " " + example.getKey() + ": " + fault)));
          }
        });
    return faults;
  }

  private interface Visitor {
    void at(String pointer, JsonNode node);
  }

  private static void visit(JsonNode node, String pointer, Visitor visitor) {
    if (node.isObject()) {
      visitor.at(pointer, node);
      node.properties()
          .forEach(member -> visit(member.getValue(), pointer + "/" + member.getKey(), visitor));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(node.get(i), pointer + "/" + i, visitor);
      }
    }
  }

  /**
   * Makes sure that a request and its answer are as the document says.
   *
   * @param event the request, as the HTTP API passes it on
   * @throws AssertionError naming what is not
   */
  void check(Json.Obj event, HttpCall.Answer answer) {
    String route = event.require("routeKey");
    JsonNode operation = operation(route);
    List<String> faults = new ArrayList<>();
    checkAnswer(operation, answer, faults::add);
    if (answer.status() < 300) {
      checkRequest(operation, event, faults::add);
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(
          route
              + " is not as openapi.yaml says:\n  "
              + String.join("\n  ", faults)
              + "\n"
              + answer);
    }
  }

  private JsonNode operation(String route) {
    String[] parts = route.split(" ", 2);
    JsonNode operation =
        document.get("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      throw new AssertionError(route + " is not in openapi.yaml");
    }
    return operation;
  }

  private void checkAnswer(JsonNode operation, HttpCall.Answer answer, Consumer<String> fault) {
    JsonNode response = resolve(operation.get("responses").path(Integer.toString(answer.status())));
    if (response.isMissingNode()) {
      fault.accept("status " + answer.status() + " is not described");
      return;
    }
    if (!response.has("content")) {
      if (!answer.body().isEmpty()) {
        fault.accept("no body is described");
      }
      return;
    }
    JsonNode content = response.get("content").path(mediaType(answer.contentType()));
    if (content.isMissingNode()) {
      fault.accept("media type " + answer.contentType() + " is not described");
      return;
    }
    if (answer.contentType().contains("json")) {
      check(content.get("schema"), node(answer.body())).forEach(fault);
    }
  }

  private void checkRequest(JsonNode operation, Json.Obj event, Consumer<String> fault) {
    event.object("pathParameters").members().keySet().stream()
        .filter(name -> parameter(operation, name, "path").isEmpty())
        .forEach(name -> fault.accept("path parameter " + name + " is not described"));
    event
        .object("queryStringParameters")
        .members()
        .forEach(
            (name, value) ->
                parameter(operation, name, "query")
                    .ifPresentOrElse(
                        parameter ->
                            check(parameter.get("schema"), node(value.toText())).forEach(fault),
                        () -> fault.accept("query parameter " + name + " is not described")));
    boolean hasKey = event.object("headers").find("idempotency-key").isPresent();
    if (hasKey && parameter(operation, "Idempotency-Key", "header").isEmpty()) {
      fault.accept("header Idempotency-Key is not described");
    }
    JsonNode content = resolve(operation.path("requestBody")).path("content");
    if (content.has("application/json") && isJson(event)) {
      check(content.get("application/json").get("schema"), node(body(event))).forEach(fault);
    } else if (content.isMissingNode() && event.string("body").isPresent()) {
      fault.accept("no body is described");
    }
  }

  private static boolean isJson(Json.Obj event) {
    return event
        .object("headers")
        .string("content-type")
        .map(OpenApi::mediaType)
        .filter(type -> !type.equals("application/json"))
        .isEmpty();
  }

  private static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip();
  }

  private static String body(Json.Obj event) {
    String body = event.string("body").orElse("");
    return event.find("isBase64Encoded").filter(Json.of(true)::equals).isPresent()
        ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
        : body;
  }

  private Optional<JsonNode> parameter(JsonNode operation, String name, String in) {
    for (JsonNode candidate : operation.path("parameters")) {
      JsonNode parameter = resolve(candidate);
      if (parameter.path("name").asText().equals(name)
          && parameter.path("in").asText().equals(in)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref")
        ? document.at(JsonPointer.compile(node.get("$ref").asText().substring(1)))
        : node;
  }

  /** What is wrong with a value by a schema of the document. */
  private List<String> check(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    return SCHEMAS.getSchema(whole, CHECKS).validate(value).stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .collect(Collectors.toList());
  }

  private static JsonNode node(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenApi read() {
    try {
      return new OpenApi(
          new YAMLMapper().readTree(DynamoDbLocal.root().resolve("openapi.yaml").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
