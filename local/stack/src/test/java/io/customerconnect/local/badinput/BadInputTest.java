package io.customerconnect.local.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.SharedStack;
import io.customerconnect.local.Stack;
import io.customerconnect.local.user.User;
import io.customerconnect.template.Trigger.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad input on every route of the template. A route is known by its sample events: a new one is
 * walked without a change here. Whatever comes, the answer is a problem (or the gateway's own
 * refusal, or the page of a route that needs no token), nothing in the table changes, and nothing
 * is told that is not the caller's.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputTest {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String LONG = "n".repeat(10_000);
  private static final int OVERSIZE = 300 * 1024;
  private static final String MARK = "MARK";

  /** Where a body without any field is fine: it says that nobody has the ticket. */
  private static final String NOBODY_IS_MEANT = "/support/tickets/{number}/assign";

  /** What an answer must not tell: how it is made. */
  private static final List<String> INTERNALS =
      List.of(
          "Exception",
          "io.customerconnect",
          "java.",
          "jackson",
          "StreamRead",
          "software.amazon",
          "DynamoDb",
          "arn:aws",
          "\tat ",
          "NullPointer");

  private static final Stack STACK = SharedStack.get();
  private static final TableDump TABLE = new TableDump(STACK);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final User ANNA = signUp("Anna's Castings");
  private static final User BEN = signUp("Bensecret Supplies");
  private static final Map<String, String> BAD_TOKENS = badTokens();
  private static final String ANNAS_CUSTOMER = "quellmoor-01";
  private static final String BENS_CUSTOMER = "quellmoor-02";
  private static final String BENS_CHALLENGER = "quellmoor-03";
  private static final Map<String, String> ANNAS = new LinkedHashMap<>();
  private static final Map<String, String> BENS = new LinkedHashMap<>();

  /** Both have asked a customer, and Anna's has a mail with a link; Ben is challenged as well. */
  @BeforeAll
  static void connect() {
    assertThat(STACK.settle()).isTrue();
    SharedStack.fillBooks(BENS_CHALLENGER);
    String annasTicket = connect(token(ANNA), ANNAS_CUSTOMER).require("ticketNumber");
    String bensTicket = connect(token(BEN), BENS_CUSTOMER).require("ticketNumber");
    String bensChallenge = connect(token(BEN), BENS_CHALLENGER).require("challengeId");
    // Schedules fire by themselves: whatever is due is done now, and not while tables are compared.
    STACK.advance(Duration.ofMinutes(2));
    assertThat(STACK.settle()).isTrue();
    String token =
        STACK.mails().mails().stream()
            .filter(mail -> mail.subject().contains(annasTicket))
            .flatMap(mail -> mail.links().stream())
            .map(URI::getPath)
            .filter(path -> path.startsWith("/decisions/"))
            .map(path -> path.substring("/decisions/".length()))
            .findFirst()
            .orElseThrow();
    ANNAS.put("legalEntityId", ANNAS_CUSTOMER);
    ANNAS.put("number", annasTicket);
    ANNAS.put("accountId", ANNA.subject());
    ANNAS.put("token", token);
    BENS.put("legalEntityId", BENS_CUSTOMER);
    BENS.put("number", bensTicket);
    BENS.put("accountId", BEN.subject());
    BENS.put("challengeId", bensChallenge);
  }

  @AfterAll
  static void stop() {
    TABLE.close();
    HTTP.close();
  }

  static List<Route> routes() {
    return STACK.template().functions().stream()
        .flatMap(function -> function.triggers(Route.class).stream())
        .toList();
  }

  static Stream<Route> routesWithTokens() {
    return routes().stream().filter(route -> route.authorizer().isPresent());
  }

  static Stream<Route> routesWithParameters() {
    return routes().stream().filter(route -> route.path().contains("{"));
  }

  static Stream<Route> routesWithBodies() {
    return routes().stream()
        .filter(route -> samples(route).stream().anyMatch(sample -> !sample.body().isEmpty()));
  }

  static Stream<Route> routesThatRead() {
    return routes().stream().filter(route -> route.method().equals("GET"));
  }

  @ParameterizedTest
  @MethodSource("routesWithTokens")
  @Order(1)
  void withoutAGoodTokenTheGatewayRefuses(Route route) {
    SortedSet<String> before = TABLE.items();
    for (Call sample : samples(route)) {
      assertUnauthorized(sample.with(ANNAS).named("no token"));
      BAD_TOKENS.forEach(
          (what, header) ->
              assertUnauthorized(sample.with(ANNAS).named(what).authorizedBy(header)));
    }
    assertUnchanged(before);
  }

  @ParameterizedTest
  @MethodSource("routesWithTokens")
  @Order(1)
  void whatIsAnotherAccountsIsNotThere(Route route) {
    SortedSet<String> before = TABLE.items();
    for (Call sample : samples(route)) {
      for (String parameter : sample.path().keySet()) {
        Optional<String> theirs = Optional.ofNullable(BENS.get(parameter));
        if (theirs.isPresent()) {
          Call call =
              sample
                  .with(ANNAS)
                  .with(parameter, theirs.get())
                  .named("Ben's " + parameter)
                  .authorizedBy(token(ANNA));
          assertThat(assertRefused(call).statusCode()).as(call.toString()).isIn(403, 404);
        }
      }
      if (sample.path().isEmpty() && route.method().equals("GET")) {
        HttpResponse<String> own = send(sample.named("Anna's token").authorizedBy(token(ANNA)));
        assertThat(own.statusCode()).isEqualTo(isForStaff(own) ? 403 : 200);
        assertNothingOfBens(sample, own);
      }
    }
    assertUnchanged(before);
  }

  @ParameterizedTest
  @MethodSource("routes")
  @Order(1)
  void bodiesThatAreNotWhatTheyShouldBeAreRefused(Route route) {
    SortedSet<String> before = TABLE.items();
    for (Call sample : samples(route)) {
      Call own = own(sample);
      Call oversize =
          own.sending(own.body() + (own.sendsForm() ? "&x=" : "") + " ".repeat(OVERSIZE));
      assertThat(assertRefused(oversize.named("300 kB")).statusCode()).isEqualTo(413);
      if (own.sendsJson()) {
        brokenJson().stream()
            .filter(body -> !body.equals("{}") || !route.path().equals(NOBODY_IS_MEANT))
            .forEach(body -> assertRefused(own.named(excerpt(body)).sending(body)));
        assertRefused(
            own.named("an unknown field")
                .sending(Json.readObject(own.body()).with("unknown", "x").toText()));
        assertRefused(own.named("a form").sending(FORM, "a=b"));
        assertRefused(own.named("XML").sending("application/xml", "<a/>"));
      }
      if (own.sendsForm()) {
        brokenForms().forEach(body -> assertRefused(own.named(excerpt(body)).sending(body)));
        assertRefused(own.named("JSON").sending(JSON, "{}"));
      }
    }
    assertUnchanged(before);
  }

  @ParameterizedTest
  @MethodSource("routesWithBodies")
  @Order(1)
  void fieldsThatAreNotWhatTheyShouldBeAreRefused(Route route) {
    SortedSet<String> before = TABLE.items();
    for (Call sample : samples(route)) {
      Call own = own(sample);
      if (own.sendsJson()) {
        Json.Obj fields = Json.readObject(own.body());
        for (String field : fields.members().keySet()) {
          badValues(fields.members().getOrDefault(field, new Json.Null()))
              .forEach(
                  (what, value) ->
                      assertRefused(
                          own.named(what + " as " + field)
                              .sending(
                                  fields.with(field, value).toText().replace(MARK, "\\ud800"))));
        }
      }
      if (own.sendsForm()) {
        for (String field : own.body().split("&", -1)) {
          String name = field.substring(0, field.indexOf('='));
          for (String bad : List.of(LONG, "a\u0000b", "\u202Ea")) {
            assertRefused(
                own.named(excerpt(bad) + " as " + name)
                    .sending(own.body().replace(field, name + "=" + Call.encode(bad))));
          }
        }
      }
    }
    assertUnchanged(before);
  }

  @ParameterizedTest
  @MethodSource("routesWithParameters")
  @Order(1)
  void addressesOfNothingAreNotFound(Route route) {
    SortedSet<String> before = TABLE.items();
    for (Call sample : samples(route)) {
      Call own = own(sample);
      for (String parameter : own.path().keySet()) {
        for (String address : oddTexts()) {
          assertRefused(own.with(parameter, address).named(excerpt(address) + " as " + parameter));
        }
      }
    }
    assertUnchanged(before);
  }

  @ParameterizedTest
  @MethodSource("routesThatRead")
  @Order(1)
  void queriesOfAnyKindChangeNothing(Route route) {
    SortedSet<String> before = TABLE.items();
    for (Call sample : samples(route)) {
      Call own = own(sample);
      for (String text : oddTexts()) {
        String value = Call.encode(text);
        for (String name : List.of("name", "cursor", "lang", "unknown")) {
          Call call = own.asking(name + "=" + value).named("?" + name + "=" + excerpt(text));
          HttpResponse<String> answer = send(call);
          assertThat(answer.statusCode()).as(call.toString()).isLessThan(500);
          assertTellsNothing(call, answer);
        }
      }
    }
    assertUnchanged(before);
  }

  /** Last: some of it is somebody's honest text, and is taken. */
  @ParameterizedTest
  @MethodSource("routesWithBodies")
  @Order(2)
  void textOfAnyScriptBreaksNothing(Route route) {
    for (Call sample : samples(route)) {
      Call own = own(sample);
      for (String text :
          List.of(
              "😀👩‍👩‍👧", "שלום עולם", "شركة الشمال", "株式会社", "e\u0301", "\uFFFD", "<b>&\"'")) {
        Call call = own.named(text);
        if (own.sendsJson()) {
          Json.Obj fields = Json.readObject(own.body());
          for (String field : fields.members().keySet()) {
            if (fields.string(field).isPresent()) {
              assertHandled(call.sending(fields.with(field, text).toText()));
            }
          }
        }
        if (own.sendsForm()) {
          String last = own.body().substring(own.body().lastIndexOf('&') + 1);
          String name = last.substring(0, last.indexOf('='));
          assertHandled(call.sending(own.body().replace(last, name + "=" + Call.encode(text))));
        }
      }
    }
  }

  /** With what is Anna's, by the first of her and the staff who may call this at all. */
  private static Call own(Call sample) {
    Call annas = sample.with(ANNAS).authorizedBy(token(ANNA));
    boolean reads = sample.route().method().equals("GET");
    if (!reads && !sample.sendsJson()) {
      return annas;
    }
    // Whoever may not do it is told so before the body is looked at.
    Call harmless = reads ? annas : annas.sending("{");
    Stream<User> staff = STACK.users().all().stream().filter(user -> !user.groups().isEmpty());
    return Stream.concat(Stream.of(ANNA), staff)
        .map(BadInputTest::token)
        .filter(token -> !isForStaff(send(harmless.authorizedBy(token))))
        .findFirst()
        .map(annas::authorizedBy)
        .orElseThrow(() -> new AssertionError("Nobody may call " + sample));
  }

  /** Whether the caller was turned away for the groups that it is not in. */
  private static boolean isForStaff(HttpResponse<String> answer) {
    return answer.body().contains(":problem:not-allowed");
  }

  private static void assertUnchanged(SortedSet<String> before) {
    SortedSet<String> now = TABLE.items();
    assertThat(now.stream().filter(item -> !before.contains(item))).as("written").isEmpty();
    assertThat(before.stream().filter(item -> !now.contains(item))).as("gone").isEmpty();
  }

  private static void assertHandled(Call call) {
    HttpResponse<String> answer = send(call);
    assertThat(answer.statusCode()).as(call.toString()).isLessThan(500);
    assertTellsNothing(call, answer);
  }

  private static void assertUnauthorized(Call call) {
    HttpResponse<String> answer = send(call);
    assertThat(answer.statusCode()).as(call.toString()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
  }

  private static HttpResponse<String> assertRefused(Call call) {
    HttpResponse<String> answer = send(call);
    String said = call + ": " + answer.statusCode() + " " + excerpt(answer.body());
    assertThat(answer.statusCode()).as(said).isBetween(400, 499);
    String type = answer.headers().firstValue("content-type").orElse("");
    if (type.startsWith("application/problem+json")) {
      Json.Obj problem = Json.readObject(answer.body());
      assertThat(problem.require("type")).as(said).startsWith("urn:customerconnect:problem:");
      assertThat(problem.require("title")).as(said).isNotBlank();
      assertThat(problem.require("detail")).as(said).isNotBlank();
      assertThat(problem.find("status").map(Json::toText))
          .as(said)
          .contains(Integer.toString(answer.statusCode()));
    } else if (type.startsWith("text/html")) {
      assertThat(call.route().authorizer()).as(said).isEmpty();
      assertThat(answer.headers().firstValue("content-security-policy"))
          .as(said)
          .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    } else {
      assertThat(Json.readObject(answer.body()).members().keySet())
          .as(said)
          .containsExactly("message");
    }
    assertTellsNothing(call, answer);
    return answer;
  }

  private static void assertTellsNothing(Call call, HttpResponse<String> answer) {
    for (String internal : INTERNALS) {
      assertThat(answer.body()).as(call.toString()).doesNotContain(internal);
    }
    assertNothingOfBens(call, answer);
  }

  private static void assertNothingOfBens(Call call, HttpResponse<String> answer) {
    assertThat(answer.body())
        .as(call.toString())
        .doesNotContain(
            Optional.ofNullable(BENS.get("number")).orElseThrow(), BEN.subject(), "Bensecret");
  }

  private static Map<String, String> badTokens() {
    String good = STACK.token(ANNA.name());
    String[] parts = good.split("\\.", -1);
    String bensClaims = STACK.token(BEN.name()).split("\\.", -1)[1];
    char end = parts[2].charAt(10) == 'A' ? 'B' : 'A';
    Map<String, Object> claims = ANNA.claims();
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("an empty token", "Bearer ");
    tokens.put("no JWT", "Bearer a.b.c");
    tokens.put("a password", "Basic YW5uYTphbm5h");
    tokens.put(
        "a token for another audience",
        "Bearer " + STACK.issuer().token(claims, "another-client", Duration.ofHours(1)));
    tokens.put(
        "an expired token",
        "Bearer " + STACK.issuer().token(claims, STACK.audience(), Duration.ofMinutes(-1)));
    tokens.put("Ben's claims under Anna's signature", bearer(parts[0], bensClaims, parts[2]));
    tokens.put(
        "a wrong signature",
        bearer(parts[0], parts[1], parts[2].substring(0, 10) + end + parts[2].substring(11)));
    tokens.put("no signature", bearer(parts[0], parts[1], ""));
    tokens.put("the algorithm none", bearer(base64("{\"alg\":\"none\"}"), parts[1], ""));
    return tokens;
  }

  private static String bearer(String header, String claims, String signature) {
    return "Bearer " + header + "." + claims + "." + signature;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static List<String> brokenJson() {
    return List.of(
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{}{}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1e9999999999}",
        "{\"a\":" + "9".repeat(5_000) + "}",
        "{\"a\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}",
        "{\"" + LONG + "\":1}",
        "{\"😀\u202E\":1}",
        "{}");
  }

  private static List<String> brokenForms() {
    return List.of(
        "",
        "decision",
        "decision=",
        "decision=%zz",
        "decision=unknown",
        "decision=CONFIRM",
        "=&=&=",
        "{\"decision\":\"confirm\"}");
  }

  private static Map<String, Json> badValues(Json good) {
    Map<String, Json> values = new LinkedHashMap<>();
    Json number = Json.read("1");
    if (!(good instanceof Json.Num)) {
      values.put("a number", number);
    }
    values.put("a truth", Json.of(true));
    values.put("an object", Json.object().with("a", "b"));
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("10,000 characters", LONG);
    texts.put("a control character", "a\u0000b");
    texts.put("a direction override", "a\u202Eb");
    texts.put("half a character", "a" + MARK);
    if (good instanceof Json.Arr) {
      values.put("a text", Json.of("a"));
      values.put("a list of numbers", new Json.Arr(List.of(number)));
      values.put("a list of nothing", new Json.Arr(List.of(new Json.Null())));
      values.put("10,000 items", new Json.Arr(many()));
      texts.forEach(
          (what, text) -> values.put("a list of " + what, new Json.Arr(List.of(Json.of(text)))));
    } else {
      values.put("a list", new Json.Arr(List.of(Json.of("a"))));
      texts.forEach((what, text) -> values.put(what, Json.of(text)));
    }
    return values;
  }

  private static List<Json> many() {
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      items.add(Json.of("item-" + i));
    }
    return items;
  }

  private static List<String> oddTexts() {
    return List.of(
        "/",
        "a/b",
        "../..",
        "%2F",
        "\u0000",
        "\n",
        " ",
        "😀",
        "\u202Eabc",
        "שלום",
        "' OR '1'='1",
        "<script>",
        LONG);
  }

  /** The sample events of a route. */
  private static List<Call> samples(Route route) {
    Path events = Path.of(System.getProperty("customerconnect.root", ".")).resolve("events");
    try (Stream<Path> files = Files.list(events)) {
      List<Call> samples =
          files
              .sorted()
              .map(BadInputTest::read)
              .filter(
                  event ->
                      event
                          .string("routeKey")
                          .filter((route.method() + " " + route.path())::equals)
                          .isPresent())
              .map(event -> Call.of(route, event))
              .toList();
      assertThat(samples).as("sample events of " + route.path()).isNotEmpty();
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Json.Obj read(Path file) {
    try {
      return Json.readObject(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Json.Obj connect(String authorization, String customer) {
    Json body = Json.object().with("legalEntityIds", List.of(customer), Json::of);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(STACK.address().resolve("/connections"))
                .header("Authorization", authorization)
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(body.toText()))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return (Json.Obj) Json.readObject(answer.body()).items("results").getFirst();
  }

  private static User signUp(String company) {
    String name = "bad-input-" + UUID.randomUUID();
    User user =
        User.of(
            name,
            Map.of(
                "email", name + "@supplier.example",
                "name", "Sue Plier",
                "locale", "en",
                "address", "1 Quay Street, Bristol",
                "custom:legal_name", company,
                "custom:country", "GB"));
    STACK.users().signUp(user);
    return user;
  }

  private static String token(User user) {
    return "Bearer " + STACK.token(user.name());
  }

  private static HttpResponse<String> send(Call call) {
    return send(call.request(STACK.address()));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String excerpt(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "… (" + text.length() + ")" : text;
  }
}
