package io.customerconnect.testing.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.testing.DynamoDbLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Feeds every sample event in {@code events/} of this module's functions through the handler that
 * the template names, in the world that the events speak of. It runs in every module of functions.
 */
final class SampleEventsTest {

  @TestFactory
  Stream<DynamicTest> everySampleEventIsAnsweredAsItShouldBe() {
    return Deployed.ofThisModule().stream()
        .flatMap(
            deployed ->
                events(deployed).stream()
                    .map(
                        event ->
                            DynamicTest.dynamicTest(
                                event.getFileName().toString(), () -> feed(deployed, event))));
  }

  private static void feed(Deployed deployed, Path file) throws IOException {
    try (SampleWorld world = SampleWorld.of(deployed.function())) {
      Json.Obj event = world.read(file);
      RequestStreamHandler handler = deployed.handler(world.platform());

      if (event.find("routeKey").isPresent()) {
        assertThat(new HttpCall(handler, event).send().status()).isBetween(200, 299);
      } else {
        Json.Obj answer = Deployed.invoke(handler, event);
        if (event.find("Records").isPresent()) {
          assertThat(answer.find("batchItemFailures")).contains(new Json.Arr(List.of()));
        } else if (event.find("triggerSource").isPresent()) {
          assertThat(answer).as("Cognito wants its event back").isEqualTo(event);
        }
      }
    }
  }

  private static List<Path> events(Deployed deployed) {
    try (Stream<Path> files = Files.list(DynamoDbLocal.root().resolve("events"))) {
      List<Path> events =
          files
              .filter(
                  file -> file.getFileName().toString().startsWith(deployed.function().id() + "."))
              .sorted()
              .toList();
      assertThat(events).as("sample events of " + deployed.function().id()).isNotEmpty();
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
