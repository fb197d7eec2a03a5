package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.template.Queue;
import org.junit.jupiter.api.Test;

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

  private long dead() {
    return stack.depth("MailEventDeadLetters").waiting();
  }

  private void send(String body) {
    stack
        .operator()
        .sqs(
            "SendMessage",
            Json.object()
                .with("QueueUrl", stack.names().queueUrl("MailEventQueue"))
                .with("MessageBody", body));
  }
}
