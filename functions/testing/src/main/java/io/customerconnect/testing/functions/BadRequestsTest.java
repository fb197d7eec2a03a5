package io.customerconnect.testing.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.template.Trigger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks every route of this module's functions with requests that are not as they should be. Each
 * is answered as the caller's fault, tells nothing of our insides or of other accounts, and changes
 * nothing. It runs in every module of functions.
 */
final class BadRequestsTest {
  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "{",
          "[]",
          "null",
          "7",
          "\"text\"",
          "{\"a\":1,\"a\":2}",
          "{\"a\":\"\\ud800\"}",
          "{\"\\u202E\":\"x\"}",
          "{\"nobody\":\"asked\"}",
          "{\"__proto__\":{}}",
          "[".repeat(1000),
          "\u0000",
          "name=x&name=y",
          "x".repeat(300 * 1024));

  private static final List<String> PATH_VALUES =
      List.of(
          "",
          " ",
          "x",
          "..",
          "a/b",
          "%2F",
          "a#b",
          "\u0000",
          "\u202E",
          "😀",
          "北京",
          "x".repeat(10_000));

  @TestFactory
  Stream<DynamicTest> everyRouteStandsUpToBadRequests() {
    return Deployed.ofThisModule().stream()
        .flatMap(
            deployed ->
                deployed.function().triggers(Trigger.Route.class).stream()
                    .map(
                        route ->
                            DynamicTest.dynamicTest(
                                route.method() + " " + route.path(), () -> walk(deployed, route))));
  }

  private static void walk(Deployed deployed, Trigger.Route route) {
    try (SampleWorld world = SampleWorld.of(deployed.function())) {
      RequestStreamHandler handler = deployed.handler(world.platform());
      List<String> before = world.contents();
      HttpCall good = world.call(handler, route);

      if (route.authorizer().isPresent()) {
        assertThat(good.signedOut().send().problem()).isEqualTo("not-signed-in");
      }
      if (route.method().equals("POST") || route.method().equals("PUT")) {
        BODIES.forEach(body -> refused(good.body(body)));
      }
      for (String parameter : SampleWorld.parameters(route)) {
        PATH_VALUES.forEach(value -> refused(good.path(parameter, value)));
      }
      assertThat(world.contents()).as("nothing has changed").isEqualTo(before);
    }
  }

  private static void refused(HttpCall call) {
    HttpCall.Answer answer = call.send();

    assertThat(answer.status()).as(call + " " + answer).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("Exception", "amazonaws", "io.customerconnect.");
  }
}
