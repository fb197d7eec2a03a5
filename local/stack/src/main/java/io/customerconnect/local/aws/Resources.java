package io.customerconnect.local.aws;

import io.customerconnect.lambda.Json;
import io.customerconnect.template.Queue;
import io.customerconnect.template.Template;
import java.util.Comparator;

/** Creates the template's queues. */
public final class Resources {
  private Resources() {}

  /** Creates the queues, dead-letter queues before those that name them. */
  public static void createQueues(Template template, Names names, AwsCalls operator) {
    template.queues().stream()
        .sorted(Comparator.comparing(queue -> queue.redrive().isPresent() ? 1 : 0))
        .forEach(queue -> create(queue, names, operator));
  }

  private static void create(Queue queue, Names names, AwsCalls operator) {
    Json.Obj attributes =
        Json.object()
            .with("VisibilityTimeout", Long.toString(queue.visibilityTimeout().toSeconds()))
            .with("DelaySeconds", Long.toString(queue.delay().toSeconds()))
            .with("MessageRetentionPeriod", Long.toString(queue.retention().toSeconds()));
    if (queue.redrive().isPresent()) {
      Queue.Redrive redrive = queue.redrive().get();
      attributes =
          attributes.with(
              "RedrivePolicy",
              Json.object()
                  .with("deadLetterTargetArn", redrive.target().resolve(names))
                  .with("maxReceiveCount", redrive.maxReceiveCount())
                  .toText());
    }
    operator.sqs(
        "CreateQueue", Json.object().with("QueueName", queue.id()).with("Attributes", attributes));
  }
}
