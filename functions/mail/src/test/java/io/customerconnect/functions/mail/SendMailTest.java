package io.customerconnect.functions.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.AfterProof;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.HolderTicket;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.connection.VendorNumberHolder;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.ReceivedMail;
import io.customerconnect.local.mail.ReceivedMail.Entry;
import io.customerconnect.local.mail.SesAnswer;
import io.customerconnect.local.mail.SesServer;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.functions.Scene;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendMailTest {
  private static final SesServer SES = SesServer.start(Scene.SES_ACCOUNT);
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

    assertThat(SES.mails()).hasSize(1);
    assertThat(subject())
        .startsWith("Sie sind mit Nordwind Handel")
        .endsWith("verbunden (Ticket " + ticket + ")");
    assertThat(text()).contains(scene.buyer().legalName(), "4711", "Schweiz");
    assertThat(mail().to()).containsExactly("ar@supplier.example.com");
    assertThat(mail().tags()).containsExactly(new Entry("effect", "answered-" + ticket));
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

    assertThat(SES.mails()).hasSize(1);
  }

  @Test
  void aBusySesIsTriedAgainAtTheNextDelivery() {
    TicketNumber ticket = confirmed();
    SES.answer(new SesAnswer.No(429, "TooManyRequestsException"));

    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.mails()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageRejected", "AccountSuspendedException"})
  void aRefusedMailStaysWithTheQueueAndIsSentWhenTheFaultIsMended(String code) {
    TicketNumber ticket = confirmed();
    SES.answer(new SesAnswer.No(400, code), new SesAnswer.No(400, code));

    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.mails()).hasSize(1);
  }

  @Test
  void aMailWhoseAnswerWasLostIsNotSentAgainWhenTheEventSaysThatItWent() {
    TicketNumber ticket = confirmed();
    SES.answer(new SesAnswer.LostYes());

    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(Scene.deliver(events, SES.events())).isEmpty();
    scene.pass(REDELIVERY);
    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.mails()).hasSize(1);
    assertThat(SES.requests()).isEqualTo(1);
  }

  @Test
  void aMailWhoseAnswerWasLostIsSentAgainWhenNoEventComes() {
    TicketNumber ticket = confirmed();
    SES.answer(new SesAnswer.No(500, "InternalServiceErrorException"));

    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(Scene.deliver(function, message(ticket))).containsExactly("0");
    assertThat(SES.requests()).isEqualTo(1);
    scene.pass(REDELIVERY);
    assertThat(Scene.deliver(function, message(ticket))).isEmpty();

    assertThat(SES.mails()).hasSize(1);
    assertThat(SES.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashThereIsOneMail(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            () -> {
              SES.reset();
              SendMailTest story = new SendMailTest();
              story.asked = Optional.of(story.confirmed());
              return story;
            },
            story -> Scene.deliver(story.function, message(story.ticket())),
            story -> {
              assertThat(Scene.deliver(story.events, SES.events())).isEmpty();
              story.scene.pass(REDELIVERY);
              assertThat(Scene.deliver(story.function, message(story.ticket()))).isEmpty();
              assertThat(SES.mails()).hasSize(1);
            });
    // The ticket, who it is about, the claim, the mail, the outcome.
    assertThat(requests).isEqualTo(5);
  }

  @Test
  void whoseVendorNumberWasClaimedHearsWhatCameOfItAndNothingOfTheOther() {
    Scene.Claim claim = scene.claim(new VendorNumber("4711"));
    assertThat(Scene.deliver(function, message(claim.holders()))).isEmpty();
    assertThat(SES.mails()).as("while it is looked into").isEmpty();
    scene.applyTo(claim, new Command.Approve(claim.claimants(), Optional.empty(), "both"));

    assertThat(Scene.deliver(function, message(claim.holders()))).isEmpty();
    assertThat(Scene.deliver(function, message(claim.holders()))).isEmpty();

    assertThat(SES.mails()).hasSize(1);
    assertThat(subject()).contains(claim.holders().value());
    assertThat(text())
        .contains("4711", scene.buyer().legalName())
        .doesNotContain(claim.claimants().value(), "both");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConnectedSupplierHearsWhatCameOfOneMoreNumberThatIsAnothers(boolean given) {
    SecureRandom random = new SecureRandom();
    ChallengeId challenge = ChallengeId.random(scene.buyer().id(), random);
    TicketNumber review = TicketNumber.random(random);
    TicketNumber request = scene.ask();
    scene.apply(new Command.BeginChallenge(challenge));
    scene.apply(new Command.Confirm(request, Optional.of(new VendorNumber("4711"))));
    scene.apply(
        new Command.PassChallenge(
            challenge,
            new VendorNumber("4712"),
            AfterProof.CONNECTED,
            new VendorNumberHolder.Others(
                List.of(new HolderTicket(new AccountId("holder"), TicketNumber.random(random)))),
            review,
            2,
            ConnectionRules.DEFAULT));
    assertThat(Scene.deliver(function, message(review))).isEmpty();
    assertThat(SES.mails()).as("while it is looked into").isEmpty();
    scene.apply(
        given
            ? new Command.Approve(review, Optional.empty(), "two accounts")
            : new Command.Reject(review, "a stranger"));

    assertThat(Scene.deliver(function, message(review), message(review))).isEmpty();

    assertThat(SES.mails()).hasSize(1);
    assertThat(subject()).contains(review.value());
    assertThat(text())
        .contains("4712", given ? "eine weitere Lieferantennummer" : "nicht bekommen");
    SES.reset();
    assertThat(Scene.deliver(function, message(request))).isEmpty();
    assertThat(subject()).as("a late mail of the request").contains(request.value());
  }

  private Optional<TicketNumber> asked = Optional.empty();

  private TicketNumber ticket() {
    return asked.orElseThrow();
  }

  private TicketNumber confirmed() {
    TicketNumber ticket = scene.ask();
    scene.apply(new Command.Confirm(ticket, Optional.of(new VendorNumber("4711"))));
    return ticket;
  }

  private static String message(TicketNumber ticket) {
    return Json.object().with("ticketNumber", ticket.value()).toText();
  }

  private static ReceivedMail mail() {
    return SES.mails().getFirst();
  }

  private static String subject() {
    return mail().subject();
  }

  private static String text() {
    return mail().text().orElseThrow();
  }
}
