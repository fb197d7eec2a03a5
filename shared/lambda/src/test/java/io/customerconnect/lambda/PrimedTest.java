package io.customerconnect.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.crac.Core;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What Lambda's runtime client runs before it takes the snapshot. */
class PrimedTest {
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void aFunctionBehindTheApiIsRunAsIfNobodyWereSignedIn() throws Exception {
    HttpFunction function =
        new HttpFunction(
            request -> {
              runs.incrementAndGet();
              assertThat(request.signedIn()).isEmpty();
              throw Problem.of(ProblemType.NOT_SIGNED_IN, "Please sign in first.").asException();
            });

    takeSnapshot();

    assertThat(runs).hasValue(1);
    assertThat(function).isNotNull();
  }

  @Test
  void aFunctionBehindAQueueOrAStreamSeesNoMessage() throws Exception {
    SqsFunction queue = new SqsFunction(_ -> runs.incrementAndGet());
    StreamFunction stream = new StreamFunction(_ -> runs.incrementAndGet());

    takeSnapshot();

    assertThat(runs).hasValue(0);
    assertThat(queue).isNotNull();
    assertThat(stream).isNotNull();
  }

  @Test
  void whatHasMoreToPrepareIsAskedToo() throws Exception {
    Primed primed = runs::incrementAndGet;
    primed.primeBeforeSnapshot();

    takeSnapshot();

    assertThat(runs).hasValue(1);
    assertThat(primed).isNotNull();
  }

  private static void takeSnapshot() throws Exception {
    try {
      Core.getGlobalContext().beforeCheckpoint(Core.getGlobalContext());
    } catch (UnsatisfiedLinkError _) {
      // Behind the hooks it clears the cache of names, which needs Lambda's own machine.
    }
  }
}
