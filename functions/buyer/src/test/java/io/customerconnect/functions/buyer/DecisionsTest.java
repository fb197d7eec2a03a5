package io.customerconnect.functions.buyer;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.AfterProof;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.Recipient;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.connection.VendorNumberHolder;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.local.mail.SesServer;
import io.customerconnect.table.TicketStore;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import io.customerconnect.testing.functions.SentMails;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
  private static final SesServer SES = SesServer.start(Scene.SES_ACCOUNT);

  private final SentMails mails = new SentMails(SES);
  private final Request request = asked();
  private final Scene scene = request.scene();
  private final String token = request.token();
  private final TicketNumber review = TicketNumber.random(new SecureRandom());

  private static Request asked() {
    SES.reset();
    Request request = new Request(new Scene(), SES);
    request.contact();
    return request;
  }

  @BeforeEach
  void reset() {
    SES.reset();
  }

  @AfterAll
  static void close() {
    SES.close();
  }

  @Test
  void openingTheLinkChangesNothingHoweverOften() {
    RelationshipState before = scene.state();

    for (int i = 0; i < 3; i++) {
      Answer page = request.open(token);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body())
          .contains("Schrauben Beispiel GmbH", "DE123456789", "name=\"vendorNumber\"");
    }

    assertThat(scene.state()).isEqualTo(before);
    assertThat(scene.history(request.ticket())).containsExactly(TicketEvent.CUSTOMER_ASKED);
    assertThat(request.send(token, "decision", "confirm").status()).isEqualTo(200);
  }

  @Test
  void confirmedWithAVendorNumberTheTwoAreConnectedAndTheTicketIsClosed() {
    scene.pass(Duration.ofHours(1));
    Answer page = request.send(token, "decision", "confirm", "vendorNumber", " 700123 ");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("700123");
    RelationshipState.Connected connected = (RelationshipState.Connected) scene.state();
    assertThat(connected.vendorNumbers()).containsExactly(new VendorNumber("700123"));
    assertThat(connected.ticket()).contains(request.ticket());
    assertThat(closedAs()).isEqualTo(TicketStatus.Outcome.CONNECTED);
    assertThat(notices()).startsWith(TicketEvent.CONNECTED);
  }

  @Test
  void theVendorNumberMayBeLeftOut() {
    assertThat(request.send(token, "decision", "confirm", "vendorNumber", "").status())
        .isEqualTo(200);

    assertThat(((RelationshipState.Connected) scene.state()).vendorNumbers()).isEmpty();
  }

  @Test
  void declinedTheTicketIsClosedWithTheReason() {
    scene.pass(Duration.ofHours(1));
    assertThat(request.send(token, "decision", "decline", "reason", "No order.\r\nSorry").status())
        .isEqualTo(200);

    RelationshipState.Declined declined = (RelationshipState.Declined) scene.state();
    assertThat(declined.reason()).isEqualTo("No order.\nSorry");
    assertThat(closedAs()).isEqualTo(TicketStatus.Outcome.DECLINED);
    assertThat(notices()).startsWith(TicketEvent.DECLINED);
  }

  @Test
  void notOurSupplierClosesTheTicket() {
    request.send(token, "decision", "not-our-supplier");

    assertThat(((RelationshipState.Declined) scene.state()).kind())
        .isEqualTo(DeclineKind.NOT_OUR_SUPPLIER);
    assertThat(closedAs()).isEqualTo(TicketStatus.Outcome.NOT_OUR_SUPPLIER);
  }

  @ParameterizedTest
  @CsvSource({"confirm", "decline", "not-our-supplier", "forward"})
  void aSecondClickShowsWhatCameOfTheFirstAndChangesNothing(String other) {
    request.send(token, "decision", "confirm", "vendorNumber", "700123");
    RelationshipState before = scene.state();

    Answer again =
        request.send(token, "decision", other, "reason", "no", "colleagueEmail", "a@example.com");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).contains("700123").doesNotContain("name=\"vendorNumber\"");
    assertThat(request.open(token).body())
        .contains("700123")
        .doesNotContain("name=\"vendorNumber\"");
    assertThat(scene.state()).isEqualTo(before);
    assertThat(scene.history(request.ticket()))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.CONNECTED);
  }

  @Test
  void passedOnToAColleagueItIsTheColleagueWhoDecides() {
    String colleague = "ana.anders@" + scene.buyer().contacts().getFirst().mail().domain();

    Answer page = request.send(token, "decision", "forward", "colleagueEmail", colleague);
    request.contact();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains(colleague);
    assertThat(mails.last().to()).isEqualTo(colleague);
    String other = request.token();
    assertThat(other).isNotEqualTo(token);
    assertThat(request.send(token, "decision", "decline", "reason", "no").body())
        .contains(colleague)
        .doesNotContain("<form");
    assertThat(request.send(other, "decision", "confirm").status()).isEqualTo(200);
    assertThat(scene.state()).isInstanceOf(RelationshipState.Connected.class);
    assertThat(scene.history(request.ticket()))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.FORWARDED, TicketEvent.CONNECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "confirm-all",
    "decline",
    "forward",
  })
  void aFormThatIsNotFilledInIsShownAgainAndChangesNothing(String decision) {
    Answer page =
        request.send(token, "decision", decision, "reason", " ", "vendorNumber", "700123");

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("<form", "700123");
    assertThat(scene.state()).isInstanceOf(RelationshipState.Pending.class);
    assertThat(request.send(token, "decision", "confirm").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ana@elsewhere.example", "nobody", "a@b@example.com", "x\r\nBcc: y@example.com"})
  void nobodyCanHaveUsWriteToStrangers(String address) {
    assertThat(request.send(token, "decision", "forward", "colleagueEmail", address).status())
        .isEqualTo(400);

    assertThat(((RelationshipState.Pending) scene.state()).recipient())
        .isEqualTo(new Recipient.DirectoryContact(0));
  }

  @Test
  void aContactAtAPublicMailProviderPassesOnToWhomTheCustomerHasNamedAndToNobodyElse() {
    Contact first =
        new Contact(
            "Nord Wind", new EmailAddress("einkauf.nordwind-beispiel@gmail.com"), Language.DE);
    Contact second =
        new Contact("Ana", new EmailAddress("ana.nordwind-beispiel@gmail.com"), Language.DE);
    LegalEntity small = Fixtures.withContacts(scene.buyer(), List.of(first, second));
    scene.pass(Duration.ofSeconds(1));
    scene.add(small);
    scene.apply(new Command.Forward(request.ticket(), first));
    request.contact();
    String theirs = request.token();

    assertThat(
            request
                .send(
                    theirs,
                    "decision",
                    "forward",
                    "colleagueEmail",
                    "eve.nordwind-beispiel@gmail.com")
                .status())
        .isEqualTo(400);
    assertThat(
            request
                .send(
                    theirs,
                    "decision",
                    "forward",
                    "colleagueEmail",
                    "ana.nordwind-beispiel@gmail.com")
                .status())
        .isEqualTo(200);
  }

  @Test
  void whatHasBeenPassedOnTooOftenIsToBeAnsweredByTheReader() {
    String domain = scene.buyer().contacts().getFirst().mail().domain();
    for (int asks = 1; asks < ConnectionRules.MAX_ASKS; asks++) {
      scene.apply(
          new Command.Forward(
              request.ticket(),
              new Contact("C", new EmailAddress("c" + asks + "@" + domain), Language.EN)));
    }

    Answer page =
        request.send(token, "decision", "forward", "colleagueEmail", "once.more@" + domain);

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("sehr oft weitergeleitet", "once.more@" + domain);
    assertThat(request.send(token, "decision", "confirm").status()).isEqualTo(200);
  }

  @Test
  void theCustomerEndsTheConnectionWithTheSameLinkHavingBeenAskedOnceMore() {
    request.send(token, "decision", "confirm", "vendorNumber", "700123");
    RelationshipState connected = scene.state();
    assertThat(request.open(token).body()).contains("Verbindung beenden");

    Answer question = request.send(token, "decision", "end");
    assertThat(question.status()).isEqualTo(200);
    assertThat(question.body()).contains("wirklich beenden", "value=\"end-for-good\"");
    assertThat(scene.state()).isEqualTo(connected);

    scene.pass(Duration.ofDays(20));
    Answer done = request.send(token, "decision", "end-for-good");
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("nicht mehr verbunden").doesNotContain("<form");
    assertThat(scene.state())
        .isEqualTo(
            new RelationshipState.Ended(Optional.of(request.ticket()), scene.now(), Side.BUYER));
    assertThat(scene.history(request.ticket()))
        .containsExactly(
            TicketEvent.CUSTOMER_ASKED, TicketEvent.CONNECTED, TicketEvent.ENDED_BY_BUYER);
    assertThat(notices()).startsWith(TicketEvent.ENDED_BY_BUYER);

    assertThat(request.send(token, "decision", "end-for-good").status()).isEqualTo(410);
    assertThat(request.open(token).status()).isEqualTo(410);
    assertThat(scene.history(request.ticket())).hasSize(3);
  }

  @Test
  void whileItIsLookedIntoTheCustomerSeesSoAndStillEndsTheConnection() {
    request.send(token, "decision", "confirm", "vendorNumber", "700123");
    scene.pass(Duration.ofDays(1));
    scene.apply(new Command.Suspend(review, "not us"));

    Answer page = request.open(token);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Die Verbindung ist ausgesetzt", "value=\"end\"");
    assertThat(request.send(token, "decision", "confirm").body()).contains("ausgesetzt");
    assertThat(request.send(token, "decision", "end").body()).contains("wirklich beenden");
    assertThat(scene.state()).isInstanceOf(RelationshipState.Suspended.class);

    Answer done = request.send(token, "decision", "end-for-good");
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("nicht mehr verbunden").doesNotContain("<form");
    assertThat(scene.state())
        .isEqualTo(new RelationshipState.Ended(Optional.of(review), scene.now(), Side.BUYER));
    assertThat(request.open(token).status()).isEqualTo(410);
  }

  @Test
  void aConnectionThatHasStoodItsReviewIsShownAndEndedWithTheSameLink() {
    request.send(token, "decision", "confirm", "vendorNumber", "700123");
    scene.apply(new Command.Suspend(review, "not us"));
    scene.apply(new Command.Approve(review, Optional.empty(), "it was the new clerk"));

    assertThat(request.open(token).body()).contains("700123", "Verbindung beenden");
    assertThat(request.send(token, "decision", "end-for-good").status()).isEqualTo(200);

    assertThat(scene.state()).isInstanceOf(RelationshipState.Ended.class);
    assertThat(request.open(token).status()).isEqualTo(410);
  }

  @Test
  void aReviewOnTheTicketOfTheRequestIsShownAsOne() {
    ChallengeId challenge = ChallengeId.random(scene.buyer().id(), new Random(1));
    scene.apply(new Command.BeginChallenge(challenge));
    scene.apply(
        new Command.PassChallenge(
            challenge,
            new VendorNumber("700123"),
            AfterProof.CONNECTED,
            new VendorNumberHolder.Others(List.of()),
            review,
            2,
            ConnectionRules.DEFAULT));

    Answer page = request.open(token);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Die Verbindung ist ausgesetzt");
    assertThat(request.send(token, "decision", "end-for-good").status()).isEqualTo(200);
    assertThat(request.open(token).body()).contains("Die Verbindung ist beendet");
  }

  @Test
  void beforeItIsConnectedThereIsNothingToEnd() {
    assertThat(request.send(token, "decision", "end").status()).isEqualTo(400);
    assertThat(request.send(token, "decision", "end-for-good").status()).isEqualTo(400);

    assertThat(scene.state()).isInstanceOf(RelationshipState.Pending.class);
  }

  @Test
  void theLinkOfAnEarlierConnectionEndsNoLaterOne() {
    request.send(token, "decision", "confirm");
    request.send(token, "decision", "end-for-good");
    TicketNumber next = scene.ask();
    scene.apply(new Command.Confirm(next, Optional.empty()));

    assertThat(request.send(token, "decision", "end-for-good").status()).isEqualTo(410);

    assertThat(scene.state()).isInstanceOf(RelationshipState.Connected.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashAConnectionIsEndedOnce(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            () -> {
              Request asked = asked();
              asked.send(asked.token(), "decision", "confirm", "vendorNumber", "700123");
              return asked;
            },
            asked -> asked.send(asked.token(), "decision", "end-for-good"),
            asked -> {
              assertThat(asked.send(asked.token(), "decision", "end-for-good").body())
                  .doesNotContain("<form");
              assertThat(asked.scene().state()).isInstanceOf(RelationshipState.Ended.class);
              assertThat(asked.scene().history(asked.ticket())).hasSize(3);
            });
    // The link, what is there, the relationship, the end.
    assertThat(requests).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 10_000})
  void aVendorNumberThatIsTooLongChangesNothing(int length) {
    assertThat(
            request.send(token, "decision", "confirm", "vendorNumber", "9".repeat(length)).status())
        .isEqualTo(400);

    assertThat(scene.state()).isInstanceOf(RelationshipState.Pending.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a/b", "..", "%2F", "\u0000", "😀"})
  void anUnknownTokenIsNotFound(String unknown) {
    assertThat(request.open(unknown).status()).isEqualTo(404);
    assertThat(request.send(unknown, "decision", "confirm").status()).isEqualTo(404);
  }

  @Test
  void aTokenWithOneOtherCharacterIsNotFound() {
    String other = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);

    assertThat(request.send(other, "decision", "confirm").status()).isEqualTo(404);
    assertThat(scene.state()).isInstanceOf(RelationshipState.Pending.class);
  }

  @Test
  void afterThirtyDaysTheRequestHasExpiredAlsoBeforeAnybodyHasNotedIt() {
    scene.pass(Duration.ofDays(30));

    assertThat(request.open(token).status()).isEqualTo(410);
    assertThat(request.send(token, "decision", "confirm").status()).isEqualTo(410);
    assertThat(scene.state()).isInstanceOf(RelationshipState.Pending.class);
    scene.apply(new Command.PassTime(2));
    assertThat(request.send(token, "decision", "confirm").status()).isEqualTo(410);
    assertThat(scene.state()).isInstanceOf(RelationshipState.Expired.class);
  }

  @Test
  void theTokenItselfExpires() {
    scene.pass(Duration.ofDays(61));

    assertThat(request.open(token).status()).isEqualTo(404);
    assertThat(request.send(token, "decision", "confirm").status()).isEqualTo(404);
  }

  @Test
  void aRequestThatWasTakenBackCannotBeConfirmed() {
    scene.apply(new Command.End(Side.SUPPLIER));

    assertThat(request.open(token).status()).isEqualTo(410);
    assertThat(request.send(token, "decision", "confirm").status()).isEqualTo(410);
    assertThat(scene.state()).isInstanceOf(RelationshipState.Ended.class);
  }

  @Test
  void theLinkOfAnEarlierRequestDecidesNothingAboutTheNextAndStillShowsWhatBecameOfIt() {
    request.send(token, "decision", "decline", "reason", "No order yet");
    scene.ask();
    RelationshipState asked = scene.state();

    Answer page = request.send(token, "decision", "confirm");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("No order yet").doesNotContain("<form");
    assertThat(request.open(token).body()).contains("No order yet");
    assertThat(scene.state()).isEqualTo(asked);
  }

  @Test
  void theLinkOfAnEarlierMailStillDecides() {
    scene.pass(Duration.ofDays(3));
    scene.apply(new Command.PassTime(2));
    request.contact();

    assertThat(request.send(token, "decision", "confirm").status()).isEqualTo(200);

    assertThat(scene.state()).isInstanceOf(RelationshipState.Connected.class);
    assertThat(request.send(request.token(), "decision", "decline", "reason", "no").status())
        .isEqualTo(200);
    assertThat(scene.state()).isInstanceOf(RelationshipState.Connected.class);
  }

  @Test
  void confirmedAndDeclinedAtTheSameMomentOneOfThemCountsAndBothAreShownIt() throws Exception {
    for (int round = 0; round < 5; round++) {
      Request raced = asked();
      String link = raced.token();
      List<Answer> answers =
          atOnce(
              List.of(
                  () -> raced.send(link, "decision", "confirm", "vendorNumber", "700123"),
                  () -> raced.send(link, "decision", "decline", "reason", "never"),
                  () -> raced.send(link, "decision", "confirm", "vendorNumber", "700123"),
                  () -> raced.send(link, "decision", "decline", "reason", "never")));

      boolean confirmed = raced.scene().state() instanceof RelationshipState.Connected;
      assertThat(answers).allMatch(answer -> answer.status() == 200);
      assertThat(answers)
          .allMatch(answer -> answer.body().contains(confirmed ? "700123" : "never"));
      assertThat(raced.scene().history(raced.ticket())).hasSize(2);
    }
  }

  @Test
  void twoContactsWhoDecideAtTheSameMomentAreShownTheSame() throws Exception {
    scene.pass(Duration.ofDays(10));
    scene.apply(new Command.PassTime(2));
    request.contact();
    String other = request.token();

    List<Answer> answers =
        atOnce(
            List.of(
                () -> request.send(token, "decision", "confirm", "vendorNumber", "700123"),
                () -> request.send(other, "decision", "decline", "reason", "never")));

    boolean confirmed = scene.state() instanceof RelationshipState.Connected;
    assertThat(answers).allMatch(answer -> answer.body().contains(confirmed ? "700123" : "never"));
    assertThat(scene.history(request.ticket())).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashAConfirmationCountsOnce(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            DecisionsTest::asked,
            asked -> asked.send(asked.token(), "decision", "confirm", "vendorNumber", "700123"),
            asked -> {
              Answer again =
                  asked.send(asked.token(), "decision", "confirm", "vendorNumber", "700123");
              assertThat(again.status()).isEqualTo(200);
              assertThat(again.body()).contains("700123");
              assertThat(asked.scene().state()).isInstanceOf(RelationshipState.Connected.class);
              assertThat(asked.scene().history(asked.ticket()))
                  .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.CONNECTED);
            });
    // The link, what is there, the relationship, the answer.
    assertThat(requests).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashItIsPassedOnOnce(Fault fault) {
    Faults.afterEachRequest(
        fault,
        DecisionsTest::asked,
        DecisionsTest::passOn,
        asked -> {
          assertThat(passOn(asked).status()).isEqualTo(200);
          assertThat(asked.scene().history(asked.ticket()))
              .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.FORWARDED);
          assertThat(((RelationshipState.Pending) asked.scene().state()).asks()).isEqualTo(2);
        });
  }

  private static Answer passOn(Request asked) {
    return asked.send(
        asked.token(),
        "decision",
        "forward",
        "colleagueEmail",
        "ana@" + asked.scene().buyer().contacts().getFirst().mail().domain());
  }

  @Test
  void aBodyThatIsNoFormIsAProblem() {
    assertThat(request.sendBody(token, "decision=%ZZ").problem()).isEqualTo("invalid-field");
    assertThat(request.sendBody(token, "x".repeat(300 * 1024)).problem()).isEqualTo("too-large");
    assertThat(
            HttpCall.of(new DecisionPageHandler(scene.platform()), "POST /decisions/{token}")
                .path("token", token)
                .header("content-type", "application/json")
                .body("{\"decision\":\"confirm\"}")
                .send()
                .problem())
        .isEqualTo("unsupported-media-type");
    assertThat(scene.state()).isInstanceOf(RelationshipState.Pending.class);
  }

  @Test
  void thePageIsShownInTheLanguageOfTheContactOrTheOneThatIsAskedFor() {
    assertThat(request.open(token).body()).contains("lang=\"de\"");
    assertThat(
            HttpCall.of(new DecisionPageHandler(scene.platform()), "GET /decisions/{token}")
                .path("token", token)
                .query("lang", "en")
                .send()
                .body())
        .contains("<html lang=\"en\"");
  }

  private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private TicketStatus.Outcome closedAs() {
    return ((TicketStatus.Closed)
            new TicketStore(scene.table()).findTicket(request.ticket()).orElseThrow().status())
        .outcome();
  }

  private List<TicketEvent> notices() {
    return new TicketStore(scene.table())
        .notices(scene.account(), Optional.empty(), 10).items().stream()
            .map(notice -> notice.event())
            .toList();
  }
}
