package io.customerconnect.template;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.customerconnect.template.Function.AsynchronousInvocation;
import io.customerconnect.template.HttpApi.Cors;
import io.customerconnect.template.HttpApi.Throttle;
import io.customerconnect.template.Statement.Effect;
import io.customerconnect.template.Table.Index;
import io.customerconnect.template.Trigger.BatchAnswer;
import io.customerconnect.template.Trigger.OnError;
import io.customerconnect.template.Trigger.QueueMessages;
import io.customerconnect.template.Trigger.Route;
import io.customerconnect.template.Trigger.Schedule;
import io.customerconnect.template.Trigger.ScheduleState;
import io.customerconnect.template.Trigger.StreamRecords;
import io.customerconnect.template.Trigger.UserEvent;
import io.customerconnect.template.Value.Attribute;
import io.customerconnect.template.Value.Ref;
import io.customerconnect.template.Value.Text;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final References NAMES =
      new References() {
        @Override
        public String ref(String id) {
          return "<" + id + ">";
        }

        @Override
        public String attribute(String id, String name) {
          return "<" + id + "." + name + ">";
        }
      };

  private final Template shop = Template.read(shopFile(), Parameters.defaults());
  private final Function order = shop.function("Order").orElseThrow();
  private final Function work = shop.function("Work").orElseThrow();

  private static Path shopFile() {
    try {
      return Path.of(TemplateTest.class.getResource("shop.yaml").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void functionIsReadOverTheGlobals() {
    assertThat(order.handler()).isEqualTo("shop.OrderHandler");
    assertThat(order.codeUri()).isEqualTo("functions/order");
    assertThat(order.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(work.timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(work.memoryMegabytes()).isEqualTo(1024);
  }

  @Test
  void environmentKeepsReferencesAndDecidesConditions() {
    assertThat(order.environment())
        .contains(
            entry("TABLE", new Ref("Table")),
            entry("COLOUR", new Text("blue")),
            entry("SHAPE", new Text("round")),
            entry("KEPT", new Text("${NotMine} and shop@example.com")))
        .doesNotContainKey("NOTHING");
    assertThat(order.environment())
        .hasEntrySatisfying(
            "URL", url -> assertThat(url.resolve(NAMES)).isEqualTo("https://<Api>.example.com"));
  }

  @Test
  void parametersGivenFromOutsideDecideConditions() {
    Template given =
        Template.read(
            shopFile(), Parameters.of(Map.of("PublicUrl", "http://here", "Origin", "http://o")));

    assertThat(given.function("Order").orElseThrow().environment())
        .contains(entry("URL", new Text("http://here")), entry("NOTHING", new Text("x")));
  }

  @Test
  void parameterWithoutValueIsNamed() {
    assertThatThrownBy(() -> Template.read(shopFile(), Parameters.of(Map.of())))
        .hasMessage("shop.yaml, line 6, Parameters.Origin: has no default, and no value is given");
  }

  @Test
  void routesHaveTheDefaultAuthorizerUnlessTheySayNone() {
    assertThat(order.triggers(Route.class))
        .containsExactly(
            new Route("Post", "Api", "POST", "/orders/{id}", Optional.of("User")),
            new Route("Page", "Api", "GET", "/page", Optional.empty()));
  }

  @Test
  void statementsComeFromTheRoleOrFromTheFunctionItself() {
    assertThat(order.statements())
        .containsExactly(
            new Statement(
                Effect.ALLOW, List.of("dynamodb:GetItem"), List.of(new Attribute("Table", "Arn"))),
            new Statement(
                Effect.ALLOW,
                List.of("dynamodb:Query"),
                List.of(
                    new Value.Joined(
                        "", List.of(new Attribute("Table", "Arn"), new Text("/index/*"))),
                    new Text("*"))));
    assertThat(work.statements())
        .containsExactly(new Statement(Effect.DENY, List.of("s3:*"), List.of(new Text("*"))));
  }

  @Test
  void queueStreamScheduleAndUserTriggersAreRead() {
    assertThat(work.triggers())
        .containsExactly(
            new QueueMessages(
                "Queue",
                new Attribute("Jobs", "Arn"),
                5,
                Duration.ofSeconds(2),
                BatchAnswer.FAILED_ITEMS,
                List.of()),
            new StreamRecords(
                "Stream",
                new Attribute("Table", "StreamArn"),
                100,
                Duration.ZERO,
                BatchAnswer.ALL_OR_NOTHING,
                List.of("{\"eventName\": [\"INSERT\"]}"),
                Optional.of(4),
                OnError.BISECT,
                Optional.of(new Attribute("Dead", "Arn"))),
            new Schedule(
                "Hourly", "rate(1 hour)", Optional.of("{\"a\": 1}"), ScheduleState.ENABLED),
            new Schedule("Never", "cron(0 6 * * ? *)", Optional.empty(), ScheduleState.DISABLED),
            new UserEvent("SignedUp", new Ref("Users"), "PostConfirmation"));
    assertThat(work.asynchronous())
        .isEqualTo(new AsynchronousInvocation(1, Optional.of(new Attribute("Dead", "Arn"))));
  }

  @Test
  void queuesTableBucketRuleApiClientAndHeadersAreRead() {
    assertThat(shop.queues())
        .extracting(Queue::id, Queue::visibilityTimeout)
        .containsExactly(
            tuple("Jobs", Duration.ofMinutes(1)), tuple("Dead", Duration.ofSeconds(30)));
    assertThat(shop.queues().getFirst().redrive())
        .contains(new Queue.Redrive(new Attribute("Dead", "Arn"), 3));
    assertThat(shop.table("Table"))
        .isEqualTo(
            new Table(
                "Table",
                Map.of("PK", "S", "SK", "S", "G", "N"),
                new Table.Key("PK", Optional.of("SK")),
                List.of(
                    new Index(
                        "ByG", new Table.Key("G", Optional.empty()), "INCLUDE", List.of("name"))),
                Optional.of("NEW_IMAGE"),
                Optional.of("expiresAt")));
    assertThat(shop.buckets())
        .containsExactly(
            new Bucket(
                "Files",
                Optional.of(new Text("customerconnect-files-000000000000")),
                List.of(
                    new Bucket.Notification(
                        "s3:ObjectCreated:*", new Attribute("Jobs", "Arn"), "in/", ".csv"))));
    assertThat(shop.rules().getFirst().pattern().resolve(NAMES))
        .isEqualTo(
            "{\"source\":[\"aws.ses\"],\"detail\":{\"set\":[\"<Mails>\"],\"count\":[1,\"1\"]}}");
    assertThat(shop.apis().getFirst().authorizers())
        .hasEntrySatisfying(
            "User", user -> assertThat(user.audience()).containsExactly(new Ref("Client")));
    assertThat(shop.apis().getFirst().cors())
        .contains(
            new Cors(
                List.of("Origin"),
                List.of("GET"),
                List.of("authorization"),
                List.of(),
                Optional.of(Duration.ofMinutes(1))));
    assertThat(shop.apis().getFirst().throttle()).contains(new Throttle(100, 200));
    assertThat(shop.apis().getFirst().throttles())
        .isEqualTo(Map.of("GET /page", new Throttle(5, 10)));
    assertThat(shop.clients().getFirst().callbacks()).containsExactly(new Text("Origin/"));
    assertThat(shop.headers())
        .containsExactly(new ResponseHeaders("Headers", new Text("connect-src Origin")));
    assertThat(shop.otherResources())
        .containsEntry("Mails", "AWS::SES::ConfigurationSet")
        .containsEntry("Users", "AWS::Cognito::UserPool");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Timeout: 300             | Timeout: soon              | Resources.Work.Properties.Timeout: must be a whole number, not 'soon'
          !GetAtt OrderRole.Arn    | !GetAtt Table.Arn          | Resources.Order.Properties.Role: names 'Table', which is not a role
          TABLE: !Ref Table        | TABLE: !Ref Tabel          | names 'Tabel', which is neither a parameter nor a resource
          Auth: {Authorizer: NONE} | Auth: {Authorizer: Nobody} | names the authorizer 'Nobody', which is not there
          Type: ScheduleV2         | Type: Alexa                | 'Alexa' triggers are not understood
          [HasPublicUrl, x,        | [HasNothing, x,            | names the condition 'HasNothing', which is not there
          Handler: shop.WorkHandler| Hendler: x                 | Resources.Work.Properties: needs Handler
          AttributeName: G, KeyType| AttributeName: H, KeyType  | 'H' is not among the AttributeDefinitions
          rate(1 hour)             | hourly                     | must be rate(...), cron(...) or at(...), not 'hourly'
          Globals:                 | Globals: [                 | line
          """)
  void badTemplateIsToldInOneLineThatSaysWhere(
      String good, String bad, String message, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, Files.readString(shopFile()).replace(good, bad));

    assertThatThrownBy(() -> Template.read(file, Parameters.defaults()))
        .isInstanceOf(TemplateException.class)
        .hasMessageMatching("bad\\.yaml, line \\d+.*")
        .hasMessageContaining(message);
  }

  @Test
  void theProjectsOwnTemplateIsUnderstood() {
    Path file = Path.of(System.getProperty("customerconnect.root", "."), "template.yaml");

    Template own = Template.read(file, Parameters.defaults());

    assertThat(own.functions())
        .isNotEmpty()
        .allSatisfy(function -> assertThat(function.triggers()).isNotEmpty())
        .allSatisfy(function -> assertThat(function.statements()).isNotEmpty());
    assertThat(own.table("Table").expiryAttribute()).contains("expiresAt");
  }

  @Test
  void missingTemplateIsToldInOneLine() {
    assertThatThrownBy(() -> Template.read(Path.of("nowhere.yaml"), Parameters.defaults()))
        .hasMessage("There is no template nowhere.yaml");
  }
}
