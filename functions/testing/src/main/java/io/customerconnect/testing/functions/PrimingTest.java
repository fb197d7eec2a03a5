package io.customerconnect.testing.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Primed;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crac.Core;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Primes every function of this module as before its snapshot, in a world where it could do harm.
 * It runs in every module of functions.
 */
final class PrimingTest {

  @TestFactory
  Stream<DynamicTest> everyFunctionIsPrimedAndLeavesNothingBehind() {
    return Deployed.ofThisModule().stream()
        .map(deployed -> DynamicTest.dynamicTest(deployed.function().id(), () -> prime(deployed)));
  }

  private static void prime(Deployed deployed) throws Exception {
    try (SampleWorld world = SampleWorld.of(deployed.function())) {
      RequestStreamHandler handler = deployed.handler(world.platform());
      List<Primed> primed = primed(handler);
      assertThat(primed).as("what is primed of " + deployed.function().id()).isNotEmpty();
      List<String> before = world.contents();

      for (Primed part : primed) {
        part.beforeCheckpoint(Core.getGlobalContext());
      }

      assertThat(world.contents()).isEqualTo(before);
      assertThat(world.sent()).isZero();
    }
  }

  /** The handler, and what it is made of, as far as they are primed. */
  private static List<Primed> primed(RequestStreamHandler handler) throws IllegalAccessException {
    List<Primed> primed = new ArrayList<>();
    if (handler instanceof Primed itself) {
      primed.add(itself);
    }
    for (Field field : handler.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      if (field.get(handler) instanceof Primed part) {
        primed.add(part);
      }
    }
    return primed;
  }
}
