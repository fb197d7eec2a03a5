package io.customerconnect.functions.buyer;

import static io.customerconnect.testing.Fixtures.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.Recipient;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.SesAnswer;
import io.customerconnect.local.mail.SesServer;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.mail.MailEffect;
import io.customerconnect.table.Effects;
import io.customerconnect.table.Usages;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.functions.Scene;
import io.customerconnect.testing.functions.SentMails;
import io.customerconnect.testing.functions.SentMails.SentMail;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactBuyerTest {
  private static final SesServer SES = SesServer.start(Scene.SES_ACCOUNT);
  private static final Duration REDELIVERY = MailDelivery.LEASE.plusSeconds(1);

  private final SentMails mails = new SentMails(SES);
  private final Request request = new Request(new Scene(), SES);
  private final Scene scene = request.scene();

  @BeforeEach
  void reset() {
    SES.reset();
  }

  @AfterAll
  static void close() {
    SES.close();
  }

  @Test
  void theFirstContactIsAskedInItsLanguageToConfirmTheSuppliersData() {
    assertThat(request.contact()).isEmpty();

    SentMail mail = mails.last();
    assertThat(mail.to()).isEqualTo(scene.buyer().contacts().getFirst().mail().value());
    assertThat(mail.text())
        .contains(
            "Guten Tag",
            "Schrauben Beispiel GmbH",
            "Musterweg 1",
            "DE123456789",
            "HRB 12345",
            "Berta Beispiel",
            "ar@supplier.example.com",
            request.ticket().value());
    assertThat(mail.html()).contains("Schrauben Beispiel GmbH", mail.token());
    assertThat(request.open(mail.token()).status()).isEqualTo(200);
  }

  @Test
  void theTokenIsRandomAndKeptAsAHashOnly() {
    request.contact();

    assertThat(request.token()).matches("[A-Za-z0-9_-]{43}");
    assertThat(scene.table().client().scan(all -> all.tableName(scene.table().name())).items())
        .isNotEmpty()
        .noneMatch(item -> item.toString().contains(request.token()));
  }

  @Test
  void aMessageThatComesTwiceSendsOneMail() {
    assertThat(request.deliver(request.message(1), request.message(1))).isEmpty();
    assertThat(request.contact()).isEmpty();

    assertThat(mails.all()).hasSize(1);
  }

  @Test
  void aMessageThatComesAfterTheAnswerSendsNone() {
    scene.apply(new Command.Confirm(request.ticket(), Optional.empty()));

    assertThat(request.contact(1)).isEmpty();

    assertThat(SES.requests()).isZero();
  }

  @Test
  void ofMessagesInTheWrongOrderOnlyTheMailThatIsDueIsSent() {
    passTo(Duration.ofDays(3));

    assertThat(request.deliver(request.message(2), request.message(1))).isEmpty();

    assertThat(mails.all()).extracting(SentMail::effect).containsExactly(effect(2));
  }

  @Test
  void aMessageForAnEarlierRequestSendsNone() {
    scene.apply(new Command.Decline(request.ticket(), DeclineKind.DECLINED, "no"));
    scene.ask();

    assertThat(request.contact(1)).isEmpty();

    assertThat(SES.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{\"accountId\":\"a\",\"legalEntityId\":\"b\",\"ticketNumber\":\"CC-1\",\"ask\":1}",
        "{\"accountId\":\"a\",\"legalEntityId\":\"b\",\"ticketNumber\":\"CC-7K3M-9QX2-H\",\"ask\":1.5}"
      })
  void aPoisonMessageComesAgainAndTheGoodOnesGoThrough(String poison) {
    assertThat(request.deliver(request.message(1), poison, request.message(1)))
        .containsExactly("1");

    assertThat(mails.all()).hasSize(1);
  }

  @Test
  void anAddressThatSesRefusesMovesOnToTheNextContact() {
    SES.answer(new SesAnswer.No(400, "MessageRejected"));

    assertThat(request.contact(1)).isEmpty();
    assertThat(recipient()).isEqualTo(new Recipient.DirectoryContact(1));
    assertThat(request.contact(2)).isEmpty();

    assertThat(mails.last().to()).isEqualTo(scene.buyer().contacts().get(1).mail().value());
    assertThat(scene.history(request.ticket()))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.MAIL_BOUNCED);
  }

  @Test
  void whenSesRefusesEveryContactAnOperatorIsToAsk() {
    SES.answer(new SesAnswer.No(400, "MessageRejected"), new SesAnswer.No(400, "MessageRejected"));

    request.contact(1);
    request.contact(2);

    assertThat(recipient()).isInstanceOf(Recipient.Operator.class);
    assertThat(request.contact(3)).isEmpty();
    assertThat(SES.requests()).isEqualTo(2);
  }

  @Test
  void aFaultOfOurOwnAccountBlamesNoContact() {
    SES.answer(new SesAnswer.No(400, "SendingPausedException"));

    assertThat(request.contact(1)).containsExactly("0");

    assertThat(recipient()).isEqualTo(new Recipient.DirectoryContact(0));
    assertThat(request.contact(1)).isEmpty();
    assertThat(mails.all()).hasSize(1);
  }

  @Test
  void aBusySesIsTriedAgainAtTheNextDelivery() {
    SES.answer(new SesAnswer.No(429, "TooManyRequestsException"));

    assertThat(request.contact()).containsExactly("0");
    assertThat(request.contact()).isEmpty();

    assertThat(mails.all()).hasSize(1);
  }

  @Test
  void anAnswerThatWasLostIsWaitedForAndTheMailNotSentAgain() {
    SES.answer(new SesAnswer.LostYes());

    assertThat(request.contact()).containsExactly("0");
    assertThat(request.contact()).containsExactly("0");
    sesTells();
    scene.pass(REDELIVERY);
    assertThat(request.contact()).isEmpty();

    assertThat(mails.all()).hasSize(1);
    assertThat(request.open(request.token()).status()).isEqualTo(200);
  }

  @Test
  void aMailThatNobodyKnowsOfIsSentAgain() {
    SES.answer(new SesAnswer.No(500, "InternalServiceErrorException"));

    assertThat(request.contact()).containsExactly("0");
    scene.pass(REDELIVERY);
    assertThat(request.contact()).isEmpty();

    assertThat(mails.all()).hasSize(1);
  }

  @Test
  void acrossEveryCrashThereIsOneMailAndItsLinkWorks() {
    for (Fault fault : Fault.values()) {
      int requests =
          Faults.afterEachRequest(
              fault,
              () -> {
                SES.reset();
                return new Request(new Scene(), SES);
              },
              interrupted -> interrupted.contact(1),
              interrupted -> {
                if (!mails.all().isEmpty()) {
                  new Effects(interrupted.scene().table())
                      .done(
                          new MailEffect.Ask(interrupted.ticket(), 1).id(),
                          interrupted.scene().now());
                }
                interrupted.scene().pass(REDELIVERY);
                assertThat(interrupted.contact()).isEmpty();
                assertThat(mails.all()).hasSize(1);
                assertThat(interrupted.open(interrupted.token()).status()).isEqualTo(200);
              });
      // What is there, the claim, the customer's day, the link, the mail, the outcome.
      assertThat(requests).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashARefusedAddressIsBlamedOnce(Fault fault) {
    Faults.afterEachRequest(
        fault,
        () -> {
          SES.reset();
          SES.answer(
              new SesAnswer.No(400, "MessageRejected"), new SesAnswer.No(400, "MessageRejected"));
          return new Request(new Scene(), SES);
        },
        interrupted -> interrupted.contact(1),
        interrupted -> {
          interrupted.scene().pass(REDELIVERY);
          assertThat(interrupted.contact(1)).isEmpty();
          assertThat(((Pending) interrupted.scene().state()).recipient())
              .isEqualTo(new Recipient.DirectoryContact(1));
          assertThat(interrupted.scene().history(interrupted.ticket()))
              .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.MAIL_BOUNCED);
        });
  }

  @Test
  void aCustomerWhoseContactsWereTakenAwaySinceIsAskedByAnOperator() {
    scene.add(customer(scene.buyer().id().value(), BuyerPolicy.APPROVAL, 0));

    assertThat(request.contact(1)).isEmpty();

    assertThat(recipient()).isInstanceOf(Recipient.Operator.class);
    assertThat(SES.requests()).isZero();
  }

  @Test
  void aColleagueWhomTheRequestWasPassedOnToIsAsked() {
    Contact colleague = new Contact("ana", new EmailAddress("ana@buyer.example.com"), Language.EN);
    scene.apply(new Command.Forward(request.ticket(), colleague));

    request.contact(2);

    assertThat(mails.last().to()).isEqualTo("ana@buyer.example.com");
  }

  @Test
  void aCustomerWhoseDayIsFullIsWrittenToTheNextDay() {
    Scene alone = Scene.alone();
    Request another = new Request(alone, SES);
    Usages usages = new Usages(alone.table(), UsageLimits.DEFAULT);
    for (int i = 0; i < UsageLimits.DEFAULT.mailsPerCustomer(); i++) {
      assertThat(usages.countMail(alone.buyer().id(), "other-" + i, alone.now()))
          .isInstanceOf(Usages.Counting.Counted.class);
    }

    assertThat(another.contact(1)).isEmpty();
    assertThat(another.contact(1)).isEmpty();

    assertThat(SES.requests()).isZero();
    assertThat(((Pending) alone.state()).recipient()).isInstanceOf(Recipient.Later.class);
    assertThat(alone.history(another.ticket()))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.MAIL_POSTPONED);
    alone.pass(Duration.ofDays(1));
    Scene.invoke(new RemindHandler(alone.platform()), Json.object());
    assertThat(another.contact(2)).isEmpty();
    assertThat(mails.all()).hasSize(1);
    assertThat(another.open(another.token()).status()).isEqualTo(200);
  }

  @Test
  void aMailThatIsTriedAgainCountsOnce() {
    Usages usages = new Usages(scene.table(), UsageLimits.DEFAULT);
    for (int i = 1; i < UsageLimits.DEFAULT.mailsPerCustomer(); i++) {
      usages.countMail(scene.buyer().id(), "other-" + i, scene.now());
    }
    SES.answer(SesAnswer.THROTTLED, SesAnswer.THROTTLED);

    assertThat(request.contact(1)).containsExactly("0");
    assertThat(request.contact(1)).containsExactly("0");
    assertThat(request.contact(1)).isEmpty();

    assertThat(mails.all()).hasSize(1);
  }

  private void passTo(Duration time) {
    scene.pass(time);
    scene.apply(new Command.PassTime(2));
  }

  private void sesTells() {
    new Effects(scene.table()).done(effect(1), scene.now());
  }

  private String effect(int ask) {
    return new MailEffect.Ask(request.ticket(), ask).id();
  }

  private Recipient recipient() {
    return ((Pending) scene.state()).recipient();
  }
}
