package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import java.time.Duration;
import java.time.Instant;
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
