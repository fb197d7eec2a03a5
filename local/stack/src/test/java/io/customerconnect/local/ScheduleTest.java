package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.template.Function;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final Stack stack = SharedStack.get();
  private final Api developer = new Api(stack.address(), "");

  @Test
  void scheduleIsFiredByHand() {
    long before = stack.function("Remind").invocations();

    assertThat(developer.post("/local/schedules/RemindHourly", "").status()).isEqualTo(200);

    assertThat(stack.function("Remind").invocations()).isGreaterThan(before);
    assertThat(developer.post("/local/schedules/Nothing", "").status()).isEqualTo(404);
  }

  @Test
  void movedClockFiresWhatHasBecomeDueOnceADay() {
    long before = stack.function("Remind").invocations();
    Instant then = stack.now();

    Api.Answer answer = developer.post("/local/clock", "{\"advance\":\"P3D\"}");

    assertThat(Instant.parse(answer.json().require("now"))).isAfter(then.plus(Duration.ofDays(3)));
    assertThat(stack.function("Remind").invocations() - before).isEqualTo(3);
  }

  @Test
  void whatFailsIsTriedAgainAsTheTemplateSaysAndThenToldToItsQueue() {
    Function remind = stack.function("Remind").definition();
    long deadBefore = stack.depth("RemindDeadLetters").waiting();
    long before = stack.function("Remind").invocations();
    Json.Obj unreadable = Json.object().with("PK", s("X#unreadable")).with("SK", s("X"));
    String day = LocalDate.ofInstant(stack.now(), ZoneOffset.UTC).toString();
    stack
        .operator()
        .dynamoDb(
            "PutItem",
            Json.object()
                .with("TableName", "Table")
                .with(
                    "Item",
                    unreadable
                        .with("G1PK", s("DUE#" + day + "#0"))
                        .with("G1SK", s(day + "T00:00:00.000Z"))));

    stack.schedules().fire("RemindHourly");
    stack
        .operator()
        .dynamoDb("DeleteItem", Json.object().with("TableName", "Table").with("Key", unreadable));

    int tries = 1 + remind.asynchronous().retries();
    assertThat(stack.function("Remind").invocations() - before).isEqualTo(tries);
    assertThat(stack.depth("RemindDeadLetters").waiting() - deadBefore).isEqualTo(1);
    Json.Obj told = told("RemindDeadLetters").object("requestContext");
    assertThat(told.require("condition")).isEqualTo("RetriesExhausted");
    assertThat(told.requireNumber("approximateInvokeCount")).isEqualTo(tries);
  }

  private Json.Obj told(String queue) {
    Json.Obj message =
        (Json.Obj)
            stack
                .operator()
                .sqs(
                    "ReceiveMessage",
                    Json.object()
                        .with("QueueUrl", stack.names().queueUrl(queue))
                        .with("VisibilityTimeout", 0))
                .items("Messages")
                .getFirst();
    return Json.readObject(message.require("Body"));
  }

  private static Json s(String value) {
    return Json.object().with("S", value);
  }

  @Test
  void clockGoesForwardOnly() {
    assertThat(developer.post("/local/clock", "{\"advance\":\"-P1D\"}").status()).isEqualTo(400);
    assertThat(developer.post("/local/clock", "{\"advance\":\"soon\"}").status()).isEqualTo(400);
    assertThat(developer.post("/local/clock", "soon").status()).isEqualTo(400);
  }

  @Test
  void whatRunsIsToldToProgramsAndToPeople() {
    Json.Obj overview = developer.get("/local/").json();

    assertThat(overview.items("users")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(Api.send(developer.request("/local/").header("accept", "text/html").build()).body())
        .contains("What runs", "anna", "RemindHourly", "ContactQueue");
  }
}
