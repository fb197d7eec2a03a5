package io.customerconnect.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.template.Function;
import io.customerconnect.template.Trigger;
import io.customerconnect.template.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample events: every function has its own, of the kind that invokes it. */
final class EventsTest {
  private static final Path EVENTS = Project.ROOT.resolve("events");

  @Test
  void everyFunctionHasASampleEvent() throws IOException {
    Set<String> sampled = events().stream().map(EventsTest::functionOf).collect(toSet());

    assertThat(Project.TEMPLATE.functions())
        .extracting(Function::id)
        .allSatisfy(id -> assertThat(sampled).as("events/" + id + ".<what>.json").contains(id));
  }

  @Test
  void everySampleEventIsOfAKindThatInvokesItsFunction() throws IOException {
    for (Path event : events()) {
      Function function =
          Project.TEMPLATE
              .function(functionOf(event))
              .orElseThrow(() -> new AssertionError(event + " belongs to no function"));

      assertThat(function.triggers())
          .as(event + " is one of the events that invoke " + function.id())
          .anyMatch(trigger -> fits(trigger, read(event)));
    }
  }

  @Test
  void everyRouteHasASampleEvent() throws IOException {
    Set<String> routes =
        events().stream()
            .map(EventsTest::read)
            .flatMap(event -> event.string("routeKey").stream())
            .collect(toSet());

    assertThat(Project.TEMPLATE.functions())
        .flatMap(function -> function.triggers(Trigger.Route.class))
        .extracting(EventsTest::key)
        .allSatisfy(key -> assertThat(routes).contains(key));
  }

  /** Modules of functions feed the sample events of their functions through the handlers. */
  @Test
  void everyFunctionIsInAModuleThatTestsItsSampleEvents() throws IOException {
    String functions = Files.readString(Project.ROOT.resolve("functions/pom.xml"));

    assertThat(functions)
        .containsSubsequence(
            "<dependenciesToScan>", "io.customerconnect:function-testing", "</dependenciesToScan>");
    assertThat(Project.TEMPLATE.functions())
        .allSatisfy(
            function ->
                assertThat(functions)
                    .contains(
                        "<module>" + function.codeUri().replace("functions/", "") + "</module>"));
  }

  private static boolean fits(Trigger trigger, Json.Obj event) {
    return switch (trigger) {
      case Trigger.Route route ->
          event.string("routeKey").filter(key(route)::equals).isPresent()
              && isSignedIn(event) == route.authorizer().isPresent();
      case Trigger.QueueMessages messages -> hasSource(event, "aws:sqs", messages.queue());
      case Trigger.StreamRecords records -> hasSource(event, "aws:dynamodb", records.stream());
      case Trigger.Schedule schedule ->
          event
              .members()
              .keySet()
              .equals(Json.readObject(schedule.input().orElse("{}")).members().keySet());
      case Trigger.UserEvent user ->
          event.string("triggerSource").orElse("").startsWith(user.trigger() + "_");
    };
  }

  private static String key(Trigger.Route route) {
    return route.method() + " " + route.path();
  }

  private static boolean isSignedIn(Json.Obj event) {
    return event.object("requestContext").find("authorizer").isPresent();
  }

  private static boolean hasSource(Json.Obj event, String source, Value arn) {
    List<Json> records = event.items("Records");
    String id = arn instanceof Value.Attribute(String resource, String _) ? resource : "";
    return !records.isEmpty()
        && records.stream()
            .allMatch(
                item ->
                    item instanceof Json.Obj record
                        && record.require("eventSource").equals(source)
                        && record.require("eventSourceARN").contains(id));
  }

  private static String functionOf(Path event) {
    String name = event.getFileName().toString();
    return name.substring(0, name.indexOf('.'));
  }

  private static Json.Obj read(Path event) {
    try (InputStream content = Files.newInputStream(event)) {
      return (Json.Obj) Json.read(content);
    } catch (IOException e) {
      throw new AssertionError(event + " cannot be read", e);
    }
  }

  private static List<Path> events() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files.sorted().toList();
    }
  }
}
