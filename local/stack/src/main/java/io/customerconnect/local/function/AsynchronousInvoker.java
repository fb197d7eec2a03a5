package io.customerconnect.local.function;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.aws.AwsCalls;
import io.customerconnect.local.aws.Names;
import io.customerconnect.template.References;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Invocations that nobody waits for: failed ones are tried again as often as the template says, at
 * once rather than after minutes, and then told to the function's failure queue, in its own name.
 */
public final class AsynchronousInvoker {
  private final AwsCalls calls;
  private final References names;
  private final InstantSource clock;

  public AsynchronousInvoker(AwsCalls calls, References names, InstantSource clock) {
    this.calls = calls;
    this.names = names;
    this.clock = clock;
  }

  /** Invokes the function, and again where it fails; returns what came of the last try. */
  public Outcome invoke(LocalFunction function, Json.Obj event) {
    String requestId = UUID.randomUUID().toString();
    int tries = 1 + function.definition().asynchronous().retries();
    Outcome outcome = function.invoke(event, requestId);
    for (int tried = 1; tried < tries && outcome instanceof Outcome.Failed; tried++) {
      outcome = function.invoke(event, requestId);
    }
    if (outcome instanceof Outcome.Failed failed) {
      function
          .definition()
          .asynchronous()
          .onFailure()
          .ifPresent(
              queue ->
                  calls
                      .as(function.id())
                      .sqs(
                          "SendMessage",
                          Json.object()
                              .with("QueueUrl", names.ref(Names.queueOf(queue.resolve(names))))
                              .with(
                                  "MessageBody",
                                  record(function, event, requestId, tries, failed).toText())));
    }
    return outcome;
  }

  private Json.Obj record(
      LocalFunction function, Json.Obj event, String requestId, int tries, Outcome.Failed failed) {
    return Json.object()
        .with("version", "1.0")
        .with("timestamp", clock.instant().toString())
        .with(
            "requestContext",
            Json.object()
                .with("requestId", requestId)
                .with("functionArn", Names.functionArn(function.id()) + ":$LATEST")
                .with("condition", "RetriesExhausted")
                .with("approximateInvokeCount", tries))
        .with("requestPayload", event)
        .with(
            "responseContext",
            Json.object()
                .with("statusCode", 200)
                .with("executedVersion", "$LATEST")
                .with("functionError", "Unhandled"))
        .with("responsePayload", failed.json());
  }
}
