package io.customerconnect.functions.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.mail.MailEffect;
import io.customerconnect.testing.SesStub;
import io.customerconnect.testing.SesStub.Reply;
import io.customerconnect.testing.functions.Scene;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendMailTest {
  private static final SesStub SES = SesStub.start();
  private static final Duration REDELIVERY = MailDelivery.LEASE.plusSeconds(1);

  private final Scene scene = new Scene();
  private final SendMailHandler function = new SendMailHandler(scene.platform());
  private final MailEventsHandler events = new MailEventsHandler(scene.platform());

  @BeforeEach
  void reset() {
    SES.reset();
  }

  @AfterAll
  static void close() {
    SES.close();
  }

  @Test
  void aConfirmedRequestIsToldToTheSupplierOnceHoweverOftenTheMessageComes() {
    TicketNumber ticket = confirmed();

    assertThat(Scene.deliver(function, message(ticket), message(ticket))).isEmpty();
    scene.pass(Duration.ofDays(1));
    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.accepted()).hasSize(1);
    assertThat(subject())
        .startsWith("Sie sind mit Nordwind Handel")
        .endsWith("verbunden (Ticket " + ticket + ")");
    assertThat(text()).contains(scene.buyer().legalName(), "4711", "Schweiz");
    assertThat(mail().object("Destination").items("ToAddresses"))
        .containsExactly(Json.of("ar@supplier.example.com"));
    assertThat(mail().items("EmailTags"))
        .containsExactly(Json.object().with("Name", "effect").with("Value", "answered-" + ticket));
  }

  @Test
  void aDeclineIsToldWithItsReasonEvenWhenTheSupplierHasAskedAgainSince() {
    TicketNumber ticket = scene.ask();
    scene.apply(new Command.Decline(ticket, DeclineKind.DECLINED, "No order.\nAsk Mr Brandt."));
    scene.ask();

    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(subject()).contains("hat Ihre Anfrage abgelehnt");
    assertThat(text()).contains("> No order.\n> Ask Mr Brandt.");
  }

  @Test
  void notOurSupplierIsTold() {
    TicketNumber ticket = scene.ask();
    scene.apply(new Command.Decline(ticket, DeclineKind.NOT_OUR_SUPPLIER, ""));

    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(subject()).contains("kennt Sie nicht als Lieferanten");
  }

  @Test
  void anExpiredRequestIsTold() {
    TicketNumber ticket = scene.ask();
    scene.pass(Duration.ofDays(30));
    scene.apply(new Command.PassTime(2));

    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(subject()).startsWith("Keine Antwort von");
  }

  @Test
  void anOpenRequestIsNotTold() {
    TicketNumber ticket = scene.ask();

    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.requests()).isZero();
  }

  @Test
  void aWithdrawnRequestIsNotTold() {
    TicketNumber ticket = scene.ask();
    scene.apply(new Command.End(Side.SUPPLIER));

    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.requests()).isZero();
  }

  @Test
  void aConnectionThatHasEndedSinceIsNotCalledConnected() {
    TicketNumber ticket = confirmed();
    scene.apply(new Command.End(Side.BUYER));

    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.requests()).isZero();
  }

  @Test
  void anUnknownTicketIsDropped() {
    TicketNumber unknown = TicketNumber.random(new Random(7));

    assertThat(Scene.deliver(function, message(unknown))).isEmpty();

    assertThat(SES.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"ticketNumber\":7}", "{\"ticketNumber\":\"CC-1\"}"})
  void aPoisonMessageComesAgainAndTheGoodOnesGoThrough(String poison) {
    TicketNumber ticket = confirmed();

    assertThat(Scene.deliver(function, poison, message(ticket))).containsExactly("0");

    assertThat(SES.accepted()).hasSize(1);
  }

  @Test
  void aBusySesIsTriedAgainAtTheNextDelivery() {
    TicketNumber ticket = confirmed();
    SES.answer(new Reply.No(429, "TooManyRequestsException"));

    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.accepted()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageRejected", "AccountSuspendedException"})
  void aRefusedMailStaysWithTheQueueAndIsSentWhenTheFaultIsMended(String code) {
    TicketNumber ticket = confirmed();
    SES.answer(new Reply.No(400, code), new Reply.No(400, code));

    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.accepted()).hasSize(1);
  }

  @Test
  void aMailWhoseAnswerWasLostIsNotSentAgainWhenTheEventSaysThatItWent() {
    TicketNumber ticket = confirmed();
    SES.answer(new Reply.LostYes());

    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    Scene.deliver(events, SesEvents.send(new MailEffect.Answered(ticket)));
    scene.pass(REDELIVERY);
    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.accepted()).hasSize(1);
    assertThat(SES.requests()).isEqualTo(1);
  }

  @Test
  void aMailWhoseAnswerWasLostIsSentAgainWhenNoEventComes() {
    TicketNumber ticket = confirmed();
    SES.answer(new Reply.No(500, "InternalServiceErrorException"));

    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(SES.requests()).isEqualTo(1);
    scene.pass(REDELIVERY);
    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.accepted()).hasSize(1);
    assertThat(SES.requests()).isEqualTo(2);
  }

  private TicketNumber confirmed() {
    TicketNumber ticket = scene.ask();
    scene.apply(new Command.Confirm(ticket, Optional.of(new VendorNumber("4711"))));
    return ticket;
  }

  private static String message(TicketNumber ticket) {
    return Json.object().with("ticketNumber", ticket.value()).toText();
  }

  private static Json.Obj mail() {
    return Json.readObject(SES.accepted().getFirst());
  }

  private static String subject() {
    return mail().object("Content").object("Simple").object("Subject").require("Data");
  }

  private static String text() {
    return mail().object("Content").object("Simple").object("Body").object("Text").require("Data");
  }
}
