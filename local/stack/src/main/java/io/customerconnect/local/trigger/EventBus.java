package io.customerconnect.local.trigger;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.aws.AwsCalls;
import io.customerconnect.local.aws.Names;
import io.customerconnect.template.EventRule;
import io.customerconnect.template.References;
import java.util.List;

/** The default event bus: what matches a rule of the template goes to the rule's queues. */
public final class EventBus {
  private final List<Rule> rules;
  private final AwsCalls operator;

  private record Rule(EventPattern pattern, List<String> queueUrls) {}

  public EventBus(List<EventRule> rules, References names, AwsCalls operator) {
    this.operator = operator;
    this.rules =
        rules.stream()
            .map(
                rule ->
                    new Rule(
                        new EventPattern(rule.pattern().resolve(names)),
                        rule.targets().stream()
                            .map(arn -> names.ref(Names.queueOf(arn.resolve(names))))
                            .toList()))
            .toList();
  }

  /** Takes an event in EventBridge's envelope. */
  public void put(Json.Obj event) {
    for (Rule rule : rules) {
      if (rule.pattern().matches(event)) {
        for (String url : rule.queueUrls()) {
          operator.sqs(
              "SendMessage",
              Json.object().with("QueueUrl", url).with("MessageBody", event.toText()));
        }
      }
    }
  }
}
