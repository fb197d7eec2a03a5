package io.customerconnect.functions.buyer;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.SesServer;
import io.customerconnect.table.Keys;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.TicketStore;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.functions.Scene;
import io.customerconnect.testing.functions.SentMails;
import io.customerconnect.testing.functions.SentMails.SentMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RemindTest {
  private static final SesServer SES = SesServer.start(Scene.SES_ACCOUNT);

  private final Scene scene = Scene.alone();
  private final RemindHandler function = new RemindHandler(scene.platform());
  private final SentMails mails = new SentMails(SES);

  @BeforeEach
  void reset() {
    SES.reset();
  }

  @AfterAll
  static void close() {
    SES.close();
  }

  @Test
  void aCustomerIsRemindedOnDays3And10And20AndTheRequestExpiresOnDay30() {
    Request request = new Request(scene, SES);
    Instant asked = scene.now();
    request.contact();

    for (int hour = 1; hour <= 24 * 31; hour += hour % 24 == 0 ? 1 : 23) {
      scene.pass(asked.plus(Duration.ofHours(hour)));
      run();
      if (scene.state() instanceof RelationshipState.Pending) {
        request.contact();
      }
    }

    assertThat(new TicketStore(scene.table()).find(request.ticket()).orElseThrow().history())
        .extracting(entry -> entry.event() + " " + Duration.between(asked, entry.at()).toDays())
        .containsExactly(
            "CUSTOMER_ASKED 0",
            "REMINDED 3",
            "OTHER_CONTACT_ASKED 10",
            "ESCALATED 20",
            "EXPIRED 30");
    String first = scene.buyer().contacts().get(0).mail().value();
    String second = scene.buyer().contacts().get(1).mail().value();
    assertThat(mails.all()).extracting(SentMail::to).containsExactly(first, first, second, second);
    assertThat(mails.all()).extracting(SentMail::token).doesNotHaveDuplicates();
  }

  @Test
  void theSupplierIsToldEachTime() {
    new Request(scene, SES);
    for (int day : List.of(3, 7, 10, 10)) {
      scene.pass(Duration.ofDays(day));
      run();
    }

    assertThat(
            new TicketStore(scene.table()).notices(scene.account(), Optional.empty(), 10).items())
        .extracting(notice -> notice.event())
        // The test connection is of the same instant as the request.
        .filteredOn(event -> event != TicketEvent.CONNECTED)
        .containsExactly(
            TicketEvent.EXPIRED,
            TicketEvent.ESCALATED,
            TicketEvent.OTHER_CONTACT_ASKED,
            TicketEvent.REMINDED,
            TicketEvent.CUSTOMER_ASKED);
  }

  /** Each waits for thirty days, so that the ninety of the first are over with the third. */
  @Test
  void requestsThatExpireCountTowardsThreeInNinetyDaysUntilThoseAreOver() {
    Instant first = scene.now();
    for (int expired = 1; expired <= 3; expired++) {
      scene.ask();
      scene.pass(first.plus(Duration.ofDays(30L * expired)).minusSeconds(1));
      run();
      assertThat(scene.state()).isInstanceOf(RelationshipState.Pending.class);
      scene.pass(Duration.ofSeconds(1));
      run();
      assertThat(scene.state()).isInstanceOf(RelationshipState.Expired.class);
    }

    Instant last = scene.now();
    scene.pass(last.minusSeconds(1));
    assertThat(askedOnceMore()).isEqualTo(new Decision.Refused(Decision.Refusal.TOO_MANY_REQUESTS));
    scene.pass(last);
    assertThat(askedOnceMore()).isInstanceOf(Decision.Changed.class);
  }

  /** What asking would lead to now. */
  private Decision askedOnceMore() {
    Relationships relationships = new Relationships(scene.table());
    return relationships.decide(
        relationships.find(scene.account(), scene.buyer().id()),
        new Command.Ask(
            TicketNumber.random(new Random(1)), BuyerPolicy.APPROVAL, 2, ConnectionRules.DEFAULT),
        scene.now());
  }

  @Test
  void theTicketSaysWhoMustActSinceWhenAndWhatHappensNext() {
    Request request = new Request(scene, SES);
    Instant asked = scene.now();

    assertThat(nextStep(request))
        .isEqualTo(
            new NextStep(
                Actor.Role.BUYER,
                asked,
                new NextStep.Then.Reminder(asked.plus(Duration.ofDays(3)))));
    scene.pass(Duration.ofDays(20));
    run();
    assertThat(nextStep(request))
        .isEqualTo(
            new NextStep(
                Actor.Role.OPERATOR,
                asked.plus(Duration.ofDays(20)),
                new NextStep.Then.Expiry(asked.plus(Duration.ofDays(30)))));
  }

  @Test
  void runAgainItRemindsNobodyAgain() {
    Request request = new Request(scene, SES);
    scene.pass(Duration.ofDays(3));

    assertThat(run()).isEqualTo(1);
    assertThat(run()).isZero();

    assertThat(scene.history(request.ticket()))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.REMINDED);
  }

  @Test
  void afterAnOutageOfDaysOneReminderMakesUpForAllThatWereMissed() {
    Request request = new Request(scene, SES);
    scene.pass(Duration.ofDays(1));
    run();
    scene.pass(Duration.ofDays(13));

    assertThat(run()).isEqualTo(1);

    assertThat(scene.history(request.ticket()))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.OTHER_CONTACT_ASKED);
  }

  @Test
  void anAnsweredRequestIsLeftAlone() {
    Request request = new Request(scene, SES);
    request.contact();
    request.send(request.token(), "decision", "confirm");
    scene.pass(Duration.ofDays(31));

    assertThat(run()).isZero();

    assertThat(scene.state()).isInstanceOf(RelationshipState.Connected.class);
  }

  @Test
  void aPoisonRequestKeepsNeitherTheOthersNorTheDayAndIsTriedAgainUntilItIsMended() {
    Request request = new Request(scene, SES);
    Map<String, AttributeValue> poison = poison(scene.now().plus(Duration.ofDays(3)));
    scene.pass(Duration.ofDays(4));

    assertThat(run()).isEqualTo(1);

    assertThat(scene.history(request.ticket()))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.REMINDED);
    Relationships relationships = new Relationships(scene.table());
    LocalDate today = LocalDate.ofInstant(scene.now(), ZoneOffset.UTC);
    assertThat(relationships.dueSince(today)).isEqualTo(today);
    assertThat(relationships.dueFailed()).hasSize(1);
    scene.pass(Duration.ofDays(2));
    assertThat(run()).isZero();
    assertThat(relationships.dueFailed()).hasSize(1);
    scene
        .table()
        .client()
        .deleteItem(
            mended ->
                mended
                    .tableName(scene.table().name())
                    .key(Map.of("PK", poison.get("PK"), "SK", poison.get("SK"))));
    assertThat(run()).isZero();
    assertThat(relationships.dueFailed()).isEmpty();
  }

  /** A pending request that nobody can read. */
  private Map<String, AttributeValue> poison(Instant due) {
    LegalEntityId other = new LegalEntityId("poisoned");
    Keys.Key key = Keys.relationship(scene.account(), other);
    Keys.Key index = Keys.due(due, scene.account(), other);
    Map<String, AttributeValue> item =
        Map.of(
            Keys.PK,
            AttributeValue.fromS(key.pk()),
            Keys.SK,
            AttributeValue.fromS(key.sk()),
            Keys.INDEX_PK,
            AttributeValue.fromS(index.pk()),
            Keys.INDEX_SK,
            AttributeValue.fromS(index.sk()),
            "state",
            AttributeValue.fromS("NO_SUCH_STATE"));
    scene.table().client().putItem(put -> put.tableName(scene.table().name()).item(item));
    return item;
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashACustomerIsRemindedOnce(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            () -> {
              Request request = new Request(Scene.alone(), SES);
              request.scene().pass(Duration.ofDays(3).minusHours(1));
              Scene.invoke(new RemindHandler(request.scene().platform()), Json.object());
              request.scene().pass(Duration.ofHours(1));
              return request;
            },
            request -> Scene.invoke(new RemindHandler(request.scene().platform()), Json.object()),
            request -> {
              Scene.invoke(new RemindHandler(request.scene().platform()), Json.object());
              assertThat(request.scene().history(request.ticket()))
                  .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.REMINDED);
              assertThat(((RelationshipState.Pending) request.scene().state()).asks()).isEqualTo(2);
            });
    assertThat(requests).isPositive();
  }

  /** How many requests it moved on. */
  private long run() {
    return Scene.invoke(function, Json.object()).requireNumber("moved");
  }

  private NextStep nextStep(Request request) {
    return ((TicketStatus.Open)
            new TicketStore(scene.table()).findTicket(request.ticket()).orElseThrow().status())
        .nextStep();
  }
}
