package io.customerconnect.template;

import io.customerconnect.template.Bucket.Notification;
import io.customerconnect.template.HttpApi.Cors;
import io.customerconnect.template.HttpApi.JwtAuthorizer;
import io.customerconnect.template.HttpApi.Throttle;
import io.customerconnect.template.Queue.Redrive;
import io.customerconnect.template.Table.Index;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what functions and the portal stand on: queues, tables, buckets, rules, APIs, clients. */
final class ResourceReader {
  private ResourceReader() {}

  static Queue queue(String id, Yaml resource) {
    Optional<Yaml> properties = resource.find("Properties");
    return new Queue(
        id,
        seconds(properties, "VisibilityTimeout", Duration.ofSeconds(30)),
        seconds(properties, "DelaySeconds", Duration.ZERO),
        seconds(properties, "MessageRetentionPeriod", Duration.ofDays(4)),
        properties
            .flatMap(found -> found.find("RedrivePolicy"))
            .map(
                policy ->
                    new Redrive(
                        policy.require("deadLetterTargetArn").value(),
                        policy.require("maxReceiveCount").number())));
  }

  static Table table(String id, Yaml resource) {
    Yaml properties = resource.require("Properties");
    Map<String, String> types = new HashMap<>();
    for (Yaml attribute : properties.require("AttributeDefinitions").items()) {
      types.put(
          attribute.require("AttributeName").text(), attribute.require("AttributeType").text());
    }
    List<Index> indexes = new ArrayList<>();
    for (Yaml index :
        properties.find("GlobalSecondaryIndexes").map(Yaml::items).orElse(List.of())) {
      Yaml projection = index.require("Projection");
      indexes.add(
          new Index(
              index.require("IndexName").text(),
              key(index, types),
              projection.require("ProjectionType").text(),
              texts(projection, "NonKeyAttributes")));
    }
    return new Table(
        id,
        types,
        key(properties, types),
        indexes,
        properties
            .find("StreamSpecification")
            .map(stream -> stream.require("StreamViewType").text()),
        properties
            .find("TimeToLiveSpecification")
            .filter(expiry -> expiry.require("Enabled").either(true, false))
            .map(expiry -> expiry.require("AttributeName").text()));
  }

  static Bucket bucket(String id, Yaml resource) {
    Optional<Yaml> properties = resource.find("Properties");
    List<Notification> notifications = new ArrayList<>();
    properties
        .flatMap(found -> found.find("NotificationConfiguration"))
        .flatMap(configuration -> configuration.find("QueueConfigurations"))
        .map(Yaml::items)
        .orElse(List.of())
        .forEach(configuration -> notifications.add(notification(configuration)));
    return new Bucket(
        id, properties.flatMap(found -> found.find("BucketName")).map(Yaml::value), notifications);
  }

  static EventRule rule(String id, Yaml resource) {
    Yaml properties = resource.require("Properties");
    return new EventRule(
        id,
        Json.of(properties.require("EventPattern")),
        properties.require("Targets").items().stream()
            .map(target -> target.require("Arn").value())
            .toList());
  }

  static HttpApi api(String id, Yaml resource) {
    Optional<Yaml> properties = resource.find("Properties");
    Map<String, JwtAuthorizer> authorizers = new HashMap<>();
    properties
        .flatMap(found -> found.find("Auth"))
        .flatMap(auth -> auth.find("Authorizers"))
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        (name, authorizer) -> {
                          Yaml jwt = authorizer.require("JwtConfiguration");
                          authorizers.put(
                              name,
                              new JwtAuthorizer(
                                  jwt.require("issuer").value(),
                                  jwt.require("audience").items().stream()
                                      .map(Yaml::value)
                                      .toList()));
                        }));
    Map<String, Throttle> throttles = new HashMap<>();
    properties
        .flatMap(found -> found.find("RouteSettings"))
        .ifPresent(
            routes ->
                routes
                    .members()
                    .forEach((route, limits) -> throttles.put(route, throttle(limits))));
    return new HttpApi(
        id,
        authorizers,
        properties.flatMap(found -> found.find("CorsConfiguration")).map(ResourceReader::cors),
        properties
            .flatMap(found -> found.find("DefaultRouteSettings"))
            .map(ResourceReader::throttle),
        throttles);
  }

  private static Throttle throttle(Yaml limits) {
    return new Throttle(
        limits.require("ThrottlingRateLimit").number(),
        limits.require("ThrottlingBurstLimit").number());
  }

  static UserPoolClient client(String id, Yaml resource) {
    return new UserPoolClient(
        id,
        resource
            .require("Properties")
            .find("CallbackURLs")
            .map(Yaml::items)
            .orElse(List.of())
            .stream()
            .map(Yaml::value)
            .toList());
  }

  static ResponseHeaders headers(String id, Yaml resource) {
    return new ResponseHeaders(
        id,
        resource
            .require("Properties")
            .require("ResponseHeadersPolicyConfig")
            .require("SecurityHeadersConfig")
            .require("ContentSecurityPolicy")
            .require("ContentSecurityPolicy")
            .value());
  }

  private static Cors cors(Yaml cors) {
    return new Cors(
        texts(cors, "AllowOrigins"),
        texts(cors, "AllowMethods"),
        texts(cors, "AllowHeaders"),
        texts(cors, "ExposeHeaders"),
        cors.find("MaxAge").map(Yaml::seconds));
  }

  private static Notification notification(Yaml configuration) {
    String prefix = "";
    String suffix = "";
    List<Yaml> rules =
        configuration
            .find("Filter")
            .flatMap(filter -> filter.find("S3Key"))
            .flatMap(key -> key.find("Rules"))
            .map(Yaml::items)
            .orElse(List.of());
    for (Yaml rule : rules) {
      Yaml name = rule.require("Name");
      switch (name.text()) {
        case "prefix" -> prefix = rule.require("Value").text();
        case "suffix" -> suffix = rule.require("Value").text();
        default -> throw name.fault("must be prefix or suffix");
      }
    }
    return new Notification(
        configuration.require("Event").text(),
        configuration.require("Queue").value(),
        prefix,
        suffix);
  }

  private static Table.Key key(Yaml owner, Map<String, String> types) {
    Optional<String> partition = Optional.empty();
    Optional<String> sort = Optional.empty();
    for (Yaml element : owner.require("KeySchema").items()) {
      Yaml name = element.require("AttributeName");
      if (!types.containsKey(name.text())) {
        throw name.fault("'" + name.text() + "' is not among the AttributeDefinitions");
      }
      Yaml type = element.require("KeyType");
      switch (type.text()) {
        case "HASH" -> partition = Optional.of(name.text());
        case "RANGE" -> sort = Optional.of(name.text());
        default -> throw type.fault("must be HASH or RANGE");
      }
    }
    return new Table.Key(
        partition.orElseThrow(() -> owner.require("KeySchema").fault("needs a HASH key")), sort);
  }

  private static Duration seconds(Optional<Yaml> properties, String name, Duration standard) {
    return properties.flatMap(found -> found.find(name)).map(Yaml::seconds).orElse(standard);
  }

  private static List<String> texts(Yaml owner, String name) {
    return owner.find(name).map(Yaml::items).orElse(List.of()).stream().map(Yaml::text).toList();
  }
}
