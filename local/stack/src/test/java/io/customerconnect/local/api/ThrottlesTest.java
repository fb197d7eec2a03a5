package io.customerconnect.local.api;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.local.Options;
import io.customerconnect.template.HttpApi;
import io.customerconnect.template.HttpApi.Throttle;
import io.customerconnect.template.Parameters;
import io.customerconnect.template.Template;
import io.customerconnect.template.Trigger.Route;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The template's throttling, by a clock that is moved by hand. */
class ThrottlesTest {
  private static final Template TEMPLATE =
      Template.read(Options.forTests().root().resolve("template.yaml"), Parameters.defaults());
  private static final HttpApi API = TEMPLATE.apis().getFirst();
  private static final String OWN = "POST /challenges/{challengeId}/step-1";
  private static final String OTHER = "GET /tickets";

  private final AtomicLong nanos = new AtomicLong();
  private final Throttles throttles = new Throttles(API, nanos::get);

  @Test
  void aRouteTakesItsBurstAtOnceAndThenItsRate() {
    assertThat(admitted(OWN)).isEqualTo(limits(OWN).burst());

    pass(Duration.ofSeconds(1));

    assertThat(admitted(OWN)).isEqualTo(limits(OWN).rate());
  }

  @Test
  void whoeverWaitsHasNoMoreThanABurst() {
    throttles.admit(OWN);
    pass(Duration.ofDays(1));

    assertThat(admitted(OWN)).isEqualTo(limits(OWN).burst());
  }

  @Test
  void oneRouteDoesNotSlowAnotherDown() {
    admitted(OWN);

    assertThat(admitted(OTHER)).isEqualTo(API.throttle().orElseThrow().burst());
  }

  @Test
  void limitsAreThoseOfRoutesThatThereAre() {
    assertThat(
            TEMPLATE.functions().stream()
                .flatMap(function -> function.triggers(Route.class).stream())
                .map(route -> route.method() + " " + route.path())
                .collect(toSet()))
        .containsAll(API.throttles().keySet());
  }

  private static Throttle limits(String route) {
    return Optional.ofNullable(API.throttles().get(route)).orElseThrow();
  }

  private long admitted(String route) {
    return IntStream.range(0, 1_000).filter(_ -> throttles.admit(route)).count();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
