package io.customerconnect.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.DirectoryRow;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Json;
import io.customerconnect.template.Function;
import io.customerconnect.template.Queue;
import io.customerconnect.template.References;
import io.customerconnect.template.Statement;
import io.customerconnect.template.Template;
import io.customerconnect.template.Trigger;
import io.customerconnect.template.Trigger.BatchAnswer;
import io.customerconnect.template.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the template gives every function and every queue. */
final class TemplateTest {
  private static final Template TEMPLATE = Project.TEMPLATE;
  private static final int VISIBILITY_PER_TIMEOUT = 6;

  /** A warning goes to every contact of a customer, and to some who hold the vendor number. */
  private static final Map<String, Integer> SLOW_CALLS_PER_MESSAGE =
      Map.of("ContactBuyer", DirectoryRow.MAX_CONTACTS + 5);

  private static final Pattern ACCESS_LOG = Pattern.compile("Format: >-\\s+(\\{[^}]+})");
  private static final Pattern VARIABLE = Pattern.compile("\\$context[\\w.]+");

  @Test
  void everyFunctionLogsToAGroupOfItsOwn() {
    for (Function function : TEMPLATE.functions()) {
      assertThat(TEMPLATE.otherResources())
          .containsEntry(function.id() + "Logs", "AWS::Logs::LogGroup");
      assertThat(function.statements())
          .as(function.id() + " may write to its log group alone")
          .filteredOn(statement -> statement.actions().toString().contains("logs:"))
          .singleElement()
          .satisfies(
              statement ->
                  assertThat(statement.resources())
                      .containsExactly(new Value.Attribute(function.id() + "Logs", "Arn")));
    }
  }

  @Test
  void noRoleReachesFurtherThanAResourceOfTheTemplate() {
    for (Function function : TEMPLATE.functions()) {
      for (Statement statement : function.statements()) {
        assertThat(statement.actions())
            .as("actions of " + function.id())
            .noneMatch(action -> action.contains("*"));
        assertThat(statement.resources())
            .as("resources of " + function.id())
            .allMatch(resource -> arn(resource).matches("arn:[^*]+(/\\*)?"));
      }
    }
  }

  @Test
  void aQueueOutlivesItsFunctionAndNamesTheMessagesThatFailed() {
    for (Function function : TEMPLATE.functions()) {
      for (Trigger.QueueMessages trigger : function.triggers(Trigger.QueueMessages.class)) {
        Queue queue = queue(trigger.queue());
        assertThat(queue.visibilityTimeout())
            .as("visibility timeout of " + queue.id())
            .isGreaterThanOrEqualTo(function.timeout().multipliedBy(VISIBILITY_PER_TIMEOUT));
        assertThat(queue.redrive()).as("dead letters of " + queue.id()).isPresent();
        assertThat(trigger.answer()).isEqualTo(BatchAnswer.FAILED_ITEMS);
      }
    }
  }

  /** Else a service that answers slowly ends the function, and good messages come again with it. */
  @Test
  void aBatchEndsBeforeItsFunctionThoughEveryMessageWaitsForAnAnswer() {
    for (Function function : TEMPLATE.functions()) {
      for (Trigger.QueueMessages trigger : function.triggers(Trigger.QueueMessages.class)) {
        assertThat(
                Aws.CALL_TIMEOUT.multipliedBy(
                    (long) trigger.batchSize()
                        * SLOW_CALLS_PER_MESSAGE.getOrDefault(function.id(), 1)))
            .as("a batch of " + function.id())
            .isLessThan(function.timeout());
        assertThat(function.timeout())
            .as("how long a message of " + function.id() + " is hidden")
            .isLessThan(queue(trigger.queue()).visibilityTimeout());
      }
    }
  }

  @Test
  void everyDeadLetterQueueHasAnAlarmAndKeepsMessagesLonger() throws IOException {
    List<String> template = Files.readAllLines(Project.ROOT.resolve("template.yaml"));
    for (Queue queue : TEMPLATE.queues()) {
      queue
          .redrive()
          .ifPresent(
              redrive ->
                  assertThat(queue(redrive.target()).retention())
                      .as("a message that fails late is not lost in " + queue.id())
                      .isGreaterThan(queue.retention()));
    }
    Set<String> polled =
        TEMPLATE.functions().stream()
            .flatMap(function -> function.triggers(Trigger.QueueMessages.class).stream())
            .map(trigger -> queue(trigger.queue()).id())
            .collect(toSet());
    List<String> deadLetters =
        TEMPLATE.queues().stream().map(Queue::id).filter(id -> !polled.contains(id)).toList();

    assertThat(deadLetters)
        .isNotEmpty()
        .allSatisfy(
            id ->
                assertThat(resource(template, id + "Alarm"))
                    .contains(
                        "Type: AWS::CloudWatch::Alarm",
                        "Namespace: AWS/SQS",
                        "MetricName: ApproximateNumberOfMessagesVisible",
                        "Dimensions: [{Name: QueueName, Value: !GetAtt " + id + ".QueueName}]",
                        "Threshold: 0",
                        "ComparisonOperator: GreaterThanThreshold",
                        "AlarmActions: [!Ref Alarms]"));
  }

  /** The lines of a resource, without their indentation. */
  private static List<String> resource(List<String> template, String id) {
    return template.stream()
        .dropWhile(line -> !line.equals("  " + id + ":"))
        .skip(1)
        .takeWhile(line -> line.startsWith("   "))
        .map(String::strip)
        .toList();
  }

  @Test
  void whatIsGivenUpIsKept() {
    for (Function function : TEMPLATE.functions()) {
      for (Trigger.StreamRecords trigger : function.triggers(Trigger.StreamRecords.class)) {
        assertThat(trigger.answer()).isEqualTo(BatchAnswer.FAILED_ITEMS);
        assertThat(trigger.retries()).isPresent();
        assertThat(trigger.onFailure()).isPresent();
      }
      if (!function.triggers(Trigger.Schedule.class).isEmpty()) {
        assertThat(function.asynchronous().onFailure()).as(function.id()).isPresent();
      }
    }
  }

  @Test
  void onlyTheBuyersPagesAreOpenToEverybody() {
    assertThat(TEMPLATE.functions())
        .flatMap(function -> function.triggers(Trigger.Route.class))
        .filteredOn(route -> route.authorizer().isEmpty())
        .extracting(Trigger.Route::path)
        .containsOnly("/decisions/{token}", "/objections/{token}");
  }

  /** Whoever can write the account's id into a token sees that account. */
  @Test
  void usersCannotChooseTheirAccount() throws IOException {
    List<String> writable =
        Files.readAllLines(Project.ROOT.resolve("template.yaml")).stream()
            .filter(line -> line.strip().startsWith("WriteAttributes:"))
            .toList();

    assertThat(writable).hasSize(Project.TEMPLATE.clients().size());
    assertThat(writable).allMatch(line -> line.endsWith("]") && !line.contains("account_id"));
  }

  /** A message may hold what it likes; a line that is no JSON cannot be searched. */
  @Test
  void theAccessLogIsJsonWhateverIsInIt() throws IOException {
    String template = Files.readString(Project.ROOT.resolve("template.yaml"));
    Matcher format = ACCESS_LOG.matcher(template);
    assertThat(format.find()).isTrue();
    List<String> variables =
        VARIABLE.matcher(format.group(1)).results().map(MatchResult::group).toList();

    Json.Obj line = Json.readObject(VARIABLE.matcher(format.group(1)).replaceAll("-"));

    assertThat(line.members()).hasSize(variables.size());
    assertThat(variables).noneMatch(name -> name.matches(".*(message|messageString|\\.error)"));
    assertThat(variables).noneMatch(name -> name.endsWith(".path") || name.contains("sourceIp"));
  }

  private static Queue queue(Value arn) {
    return TEMPLATE.queues().stream()
        .filter(queue -> new Value.Attribute(queue.id(), "Arn").equals(arn))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no queue has the ARN " + arn));
  }

  private static String arn(Value resource) {
    return resource.resolve(
        new References() {
          @Override
          public String ref(String id) {
            return id;
          }

          @Override
          public String attribute(String id, String name) {
            return "arn:aws:" + id + "/" + name;
          }
        });
  }
}
