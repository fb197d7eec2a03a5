package io.customerconnect.functions.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Setting;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.functions.Queues;
import io.customerconnect.testing.functions.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {
  private static final Json.Obj NEW_REQUEST = record("Relay.new-request.json");
  private static final Json.Obj CONFIRMED = record("Relay.confirmed.json");

  private final String contacts = Queues.empty(Setting.CONTACT_QUEUE_URL.name());
  private final String mails = Queues.empty(Setting.MAIL_QUEUE_URL.name());
  private final String loads = Queues.empty(Setting.LOAD_QUEUE_URL.name());
  private final RelayHandler function = new RelayHandler(new Scene().platform());

  @BeforeEach
  void empty() {
    Queues.take(contacts);
    Queues.take(mails);
    Queues.take(loads);
  }

  @Test
  void aNewRequestIsTheMessageThatAsksTheCustomer() {
    assertThat(relay(NEW_REQUEST)).isEmpty();

    assertThat(Queues.take(contacts))
        .containsExactly(sampleBody("ContactBuyer.first-request.json"));
    assertThat(Queues.take(mails)).isEmpty();
  }

  @Test
  void aConfirmationIsTheMessageThatTellsTheSupplier() {
    assertThat(relay(CONFIRMED)).isEmpty();

    assertThat(Queues.take(mails)).containsExactly(sampleBody("SendMail.connected.json"));
    assertThat(Queues.take(loads)).containsExactly(sampleBody("LoadStatus.settle.json"));
    assertThat(Queues.take(contacts)).containsExactly(sampleBody("ContactBuyer.number.json"));
  }

  @Test
  void aVendorNumberThatWasTriedTooOftenIsTheMessageThatTellsTheCustomerOnce() {
    Json.Obj image =
        Json.object()
            .with("vendor", Json.object().with("S", "4711"))
            .with("alarmed", Json.object().with("S", "de-nordwind-logistik"));
    Json.Obj alarm =
        Json.object()
            .with(
                "dynamodb",
                Json.object()
                    .with(
                        "Keys",
                        Json.object()
                            .with("PK", Json.object().with("S", "V#E:x#4711"))
                            .with("SK", Json.object().with("S", "CHALLENGES")))
                    .with("NewImage", image));

    assertThat(relay(alarm)).isEmpty();
    assertThat(Queues.take(contacts)).containsExactly(sampleBody("ContactBuyer.attempts.json"));

    assertThat(relay(alarm.with("dynamodb", alarm.object("dynamodb").with("OldImage", image))))
        .isEmpty();
    assertThat(Queues.take(contacts)).isEmpty();
  }

  @Test
  void aChangeThatNothingFollowsFromSendsNothing() {
    Json.Obj change = NEW_REQUEST.object("dynamodb");
    Json.Obj same =
        NEW_REQUEST.with("dynamodb", change.with("OldImage", change.object("NewImage")));
    Json.Obj gone =
        NEW_REQUEST.with(
            "dynamodb",
            change.with("OldImage", change.object("NewImage")).with("NewImage", Json.object()));

    assertThat(relay(same, gone)).isEmpty();

    assertThat(Queues.take(contacts)).isEmpty();
    assertThat(Queues.take(mails)).isEmpty();
  }

  @Test
  void aRecordThatComesAgainIsSentAgainAndInTheOrderThatItCame() {
    assertThat(relay(CONFIRMED, NEW_REQUEST, CONFIRMED)).isEmpty();

    assertThat(Queues.take(mails)).hasSize(2);
    assertThat(Queues.take(contacts)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"PK\":{\"S\":\"A#x\"},\"SK\":{\"S\":\"R#y\"}}",
        "{\"state\":{\"S\":\"NO_SUCH_STATE\"}}",
        "{\"state\":{\"BOOL\":true}}",
        "{\"state\":7}"
      })
  void aPoisonRecordComesAgainAndTheGoodOnesGoThrough(String image) {
    Json.Obj poison =
        NEW_REQUEST.with(
            "dynamodb",
            NEW_REQUEST
                .object("dynamodb")
                .with("NewImage", Json.readObject(image))
                .with("SequenceNumber", "poison"));

    assertThat(relay(CONFIRMED, poison, NEW_REQUEST)).containsExactly("poison");

    assertThat(Queues.take(mails)).hasSize(1);
    assertThat(Queues.take(contacts)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashNoMessageIsLost(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            () -> {
              empty();
              return function;
            },
            _ -> relay(NEW_REQUEST, CONFIRMED),
            _ -> {
              assertThat(relay(NEW_REQUEST, CONFIRMED)).isEmpty();
              assertThat(Queues.take(contacts)).isNotEmpty();
              assertThat(Queues.take(mails)).isNotEmpty();
              assertThat(Queues.take(loads)).isNotEmpty();
            });
    assertThat(requests).isEqualTo(4);
  }

  /** The sequence numbers of the records that are to come again. */
  private List<String> relay(Json.Obj... records) {
    return Scene.invoke(function, Json.object().with("Records", List.of(records), one -> one))
        .items("batchItemFailures")
        .stream()
        .map(item -> ((Json.Obj) item).require("itemIdentifier"))
        .toList();
  }

  private static Json.Obj record(String event) {
    return (Json.Obj) sample(event).items("Records").getFirst();
  }

  private static String sampleBody(String event) {
    return record(event).require("body");
  }

  private static Json.Obj sample(String event) {
    try (Stream<String> lines = Files.lines(DynamoDbLocal.root().resolve("events/" + event))) {
      return Json.readObject(String.join("\n", lines.toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
