package io.customerconnect.template;

import io.customerconnect.template.Function.AsynchronousInvocation;
import io.customerconnect.template.Statement.Effect;
import io.customerconnect.template.Trigger.BatchAnswer;
import io.customerconnect.template.Trigger.OnError;
import io.customerconnect.template.Trigger.QueueMessages;
import io.customerconnect.template.Trigger.Route;
import io.customerconnect.template.Trigger.Schedule;
import io.customerconnect.template.Trigger.ScheduleState;
import io.customerconnect.template.Trigger.StreamRecords;
import io.customerconnect.template.Trigger.UserEvent;
import io.customerconnect.template.Value.Attribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads functions with their triggers and their roles. */
final class FunctionReader {
  private final Map<String, Yaml> resources;
  private final Optional<Yaml> functionGlobals;

  FunctionReader(Map<String, Yaml> resources, Yaml root) {
    this.resources = resources;
    this.functionGlobals = root.find("Globals").flatMap(globals -> globals.find("Function"));
  }

  Function read(String id, Yaml resource) {
    Yaml own = resource.require("Properties");
    Yaml properties = functionGlobals.map(own::over).orElse(own);
    List<Trigger> triggers = new ArrayList<>();
    properties
        .find("Events")
        .ifPresent(
            events ->
                events.members().forEach((name, event) -> triggers.add(trigger(name, event))));
    return new Function(
        id,
        handler(properties.require("Handler")),
        properties.require("CodeUri").text(),
        environment(properties),
        properties.find("Timeout").map(Yaml::seconds).orElse(Duration.ofSeconds(3)),
        properties.find("MemorySize").map(Yaml::number).orElse(128),
        triggers,
        statements(properties),
        asynchronous(properties));
  }

  /** {@code package.Class::method} is for handlers that implement no interface; ours all do. */
  private static String handler(Yaml handler) {
    String text = handler.text();
    if (text.isEmpty() || text.contains("::")) {
      throw handler.fault("must be a class name, not '" + text + "'");
    }
    return text;
  }

  private static Map<String, Value> environment(Yaml properties) {
    Map<String, Value> environment = new HashMap<>();
    properties
        .find("Environment")
        .flatMap(section -> section.find("Variables"))
        .ifPresent(
            variables ->
                variables.members().forEach((name, value) -> environment.put(name, value.value())));
    return environment;
  }

  private static AsynchronousInvocation asynchronous(Yaml properties) {
    Optional<Yaml> configuration = properties.find("EventInvokeConfig");
    return new AsynchronousInvocation(
        configuration.flatMap(c -> c.find("MaximumRetryAttempts")).map(Yaml::number).orElse(2),
        configuration.flatMap(FunctionReader::onFailure));
  }

  private static Optional<Value> onFailure(Yaml configuration) {
    return configuration
        .find("DestinationConfig")
        .flatMap(destinations -> destinations.find("OnFailure"))
        .map(destination -> destination.require("Destination").value());
  }

  private Trigger trigger(String name, Yaml event) {
    Yaml type = event.require("Type");
    Yaml properties = event.require("Properties");
    return switch (type.text()) {
      case "HttpApi" -> route(name, properties);
      case "SQS" ->
          new QueueMessages(
              name,
              properties.require("Queue").value(),
              properties.find("BatchSize").map(Yaml::number).orElse(10),
              window(properties),
              answer(properties),
              filters(properties));
      case "DynamoDB" ->
          new StreamRecords(
              name,
              properties.require("Stream").value(),
              properties.find("BatchSize").map(Yaml::number).orElse(100),
              window(properties),
              answer(properties),
              filters(properties),
              properties.find("MaximumRetryAttempts").map(Yaml::number).filter(n -> n >= 0),
              properties
                  .find("BisectBatchOnFunctionError")
                  .map(flag -> flag.either(OnError.BISECT, OnError.REPEAT))
                  .orElse(OnError.REPEAT),
              onFailure(properties));
      case "Schedule" -> schedule(name, properties, "Schedule");
      case "ScheduleV2" -> schedule(name, properties, "ScheduleExpression");
      case "Cognito" ->
          new UserEvent(
              name, properties.require("UserPool").value(), properties.require("Trigger").text());
      default -> throw type.fault("'" + type.text() + "' triggers are not understood");
    };
  }

  private Route route(String name, Yaml properties) {
    Yaml path = properties.require("Path");
    if (!path.text().startsWith("/")) {
      throw path.fault("must start with a slash");
    }
    Yaml api = properties.require("ApiId");
    if (!(api.value() instanceof Value.Ref(String apiId))) {
      throw api.fault("must be a !Ref of an API");
    }
    return new Route(
        name,
        apiId,
        properties.require("Method").text().toUpperCase(Locale.ROOT),
        path.text(),
        authorizer(apiId, api, properties));
  }

  private Optional<String> authorizer(String apiId, Yaml place, Yaml route) {
    Optional<Yaml> auth =
        Optional.ofNullable(resources.get(apiId))
            .orElseThrow(() -> place.fault("names no API"))
            .find("Properties")
            .flatMap(properties -> properties.find("Auth"));
    Optional<Yaml> own = route.find("Auth").flatMap(section -> section.find("Authorizer"));
    Optional<Yaml> named = own.or(() -> auth.flatMap(all -> all.find("DefaultAuthorizer")));
    if (named.isEmpty() || named.get().text().equals("NONE")) {
      return Optional.empty();
    }
    String authorizer = named.get().text();
    if (auth.flatMap(all -> all.find("Authorizers"))
        .flatMap(all -> all.find(authorizer))
        .isEmpty()) {
      throw named.get().fault("names the authorizer '" + authorizer + "', which is not there");
    }
    return Optional.of(authorizer);
  }

  private static Schedule schedule(String name, Yaml properties, String expression) {
    Yaml text = properties.require(expression);
    if (!text.text().matches("(rate|cron|at)\\(.+\\)")) {
      throw text.fault("must be rate(...), cron(...) or at(...), not '" + text.text() + "'");
    }
    boolean disabled =
        properties.find("State").filter(state -> state.text().equals("DISABLED")).isPresent()
            || properties.find("Enabled").filter(flag -> flag.text().equals("false")).isPresent();
    return new Schedule(
        name,
        text.text(),
        properties.find("Input").map(Yaml::text),
        disabled ? ScheduleState.DISABLED : ScheduleState.ENABLED);
  }

  private static Duration window(Yaml properties) {
    return properties
        .find("MaximumBatchingWindowInSeconds")
        .map(Yaml::seconds)
        .orElse(Duration.ZERO);
  }

  private static BatchAnswer answer(Yaml properties) {
    boolean reports =
        properties.find("FunctionResponseTypes").map(Yaml::items).orElse(List.of()).stream()
            .anyMatch(item -> item.text().equals("ReportBatchItemFailures"));
    return reports ? BatchAnswer.FAILED_ITEMS : BatchAnswer.ALL_OR_NOTHING;
  }

  private static List<String> filters(Yaml properties) {
    return properties
        .find("FilterCriteria")
        .flatMap(criteria -> criteria.find("Filters"))
        .map(Yaml::items)
        .orElse(List.of())
        .stream()
        .map(filter -> filter.require("Pattern").text())
        .toList();
  }

  /** Those of the role that the function names, or its own where SAM makes the role. */
  private List<Statement> statements(Yaml properties) {
    Optional<Yaml> role = properties.find("Role");
    if (role.isPresent()) {
      return roleStatements(role.get());
    }
    List<Statement> statements = new ArrayList<>();
    for (Yaml policy : properties.find("Policies").map(Yaml::items).orElse(List.of())) {
      policy.require("Statement").items().forEach(item -> statements.add(statement(item)));
    }
    return statements;
  }

  private List<Statement> roleStatements(Yaml place) {
    if (!(place.value() instanceof Attribute(String id, String name)) || !name.equals("Arn")) {
      throw place.fault("must be !GetAtt of a role's Arn");
    }
    Yaml role =
        Optional.ofNullable(resources.get(id))
            .filter(found -> found.require("Type").text().equals("AWS::IAM::Role"))
            .orElseThrow(() -> place.fault("names '" + id + "', which is not a role"))
            .require("Properties");
    role.find("ManagedPolicyArns")
        .ifPresent(
            managed -> {
              throw managed.fault("managed policies are not understood: write the statements");
            });
    List<Statement> statements = new ArrayList<>();
    for (Yaml policy : role.find("Policies").map(Yaml::items).orElse(List.of())) {
      policy
          .require("PolicyDocument")
          .require("Statement")
          .items()
          .forEach(item -> statements.add(statement(item)));
    }
    return statements;
  }

  private static Statement statement(Yaml statement) {
    statement
        .find("Condition")
        .ifPresent(
            condition -> {
              throw condition.fault("conditions of a statement are not understood");
            });
    Yaml effect = statement.require("Effect");
    return new Statement(
        switch (effect.text()) {
          case "Allow" -> Effect.ALLOW;
          case "Deny" -> Effect.DENY;
          default -> throw effect.fault("must be Allow or Deny");
        },
        statement.require("Action").items().stream().map(Yaml::text).toList(),
        statement.require("Resource").items().stream().map(Yaml::value).toList());
  }
}
