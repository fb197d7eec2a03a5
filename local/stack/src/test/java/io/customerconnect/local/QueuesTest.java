package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.template.Queue;
import io.customerconnect.template.Queue.Redrive;
import io.customerconnect.template.Trigger;
import io.customerconnect.template.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueuesTest {
  private final Stack stack = SharedStack.get();

  @Test
  void poisonMessageEndsInTheDeadLettersAfterTheTemplatesCountAndGoodOnesGoThrough() {
    Queue queue =
        stack.template().queues().stream()
            .filter(candidate -> candidate.id().equals("MailEventQueue"))
            .findFirst()
            .orElseThrow();
    int most = queue.redrive().orElseThrow().maxReceiveCount();
    long before = stack.function("MailEvents").invocations();
    send("this is no JSON");
    send("{\"detail\":{}}");

    assertThat(stack.settle()).isTrue();
    assertThat(stack.depth("MailEventQueue").inFlight()).isEqualTo(1);
    assertThat(dead()).isZero();
    for (int received = 1; received < most; received++) {
      stack.advance(queue.visibilityTimeout().plusSeconds(5));
      assertThat(dead()).isZero();
    }
    stack.advance(queue.visibilityTimeout().plusSeconds(5));

    assertThat(dead()).isEqualTo(1);
    assertThat(stack.depth("MailEventQueue").inFlight()).isZero();
    // Once for the good message at most, and as often as the template says for the bad one.
    assertThat(stack.function("MailEvents").invocations() - before)
        .isBetween((long) most, most + 1L);
  }

  static List<Queue> queues() {
    return SharedStack.get().template().functions().stream()
        .flatMap(function -> function.triggers(Trigger.QueueMessages.class).stream())
        .map(Trigger.QueueMessages::queue)
        .map(QueuesTest::queue)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void whatNoFunctionCanReadEndsInTheDeadLettersOfItsQueue(Queue queue) {
    Redrive redrive = queue.redrive().orElseThrow();
    String deadLetters = queue(redrive.target()).id();
    long before = stack.depth(deadLetters).waiting();
    send(queue.id(), "this is no JSON");
    assertThat(stack.settle()).isTrue();

    for (int received = 1; received < redrive.maxReceiveCount(); received++) {
      stack.advance(queue.visibilityTimeout().plusSeconds(5));
      assertThat(stack.depth(deadLetters).waiting()).isEqualTo(before);
    }
    stack.advance(queue.visibilityTimeout().plusSeconds(5));

    assertThat(stack.depth(deadLetters).waiting()).isEqualTo(before + 1);
    assertThat(stack.depth(queue.id()).inFlight()).isZero();
    stack
        .operator()
        .sqs("PurgeQueue", Json.object().with("QueueUrl", stack.names().queueUrl(deadLetters)));
  }

  private static Queue queue(Value arn) {
    return SharedStack.get().template().queues().stream()
        .filter(queue -> new Value.Attribute(queue.id(), "Arn").equals(arn))
        .findFirst()
        .orElseThrow();
  }

  private long dead() {
    return stack.depth("MailEventDeadLetters").waiting();
  }

  private void send(String body) {
    send("MailEventQueue", body);
  }

  private void send(String queue, String body) {
    stack
        .operator()
        .sqs(
            "SendMessage",
            Json.object()
                .with("QueueUrl", stack.names().queueUrl(queue))
                .with("MessageBody", body));
  }
}
