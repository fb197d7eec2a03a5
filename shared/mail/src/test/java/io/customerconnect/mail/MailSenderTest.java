package io.customerconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import io.customerconnect.lambda.Environment;
import io.customerconnect.local.mail.ReceivedMail;
import io.customerconnect.local.mail.ReceivedMail.Entry;
import io.customerconnect.local.mail.SesAccount;
import io.customerconnect.local.mail.SesAnswer;
import io.customerconnect.local.mail.SesServer;
import io.customerconnect.mail.Sending.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSenderTest {
  private static final SesServer SES = SesServer.start(new SesAccount("connect.example", "mails"));
  private static final MailSender SENDER = from("CustomerConnect <no-reply@connect.example>");
  private static final Mail MAIL =
      SampleMails.ask(Language.DE, new Occasion.First())
          .compose()
          .tagged(new MailEffect.Ask(SampleMails.TICKET, 1).tag());

  @BeforeEach
  void reset() {
    SES.reset();
  }

  @AfterAll
  static void close() {
    SES.close();
  }

  @Test
  void aMailIsHandedOverWhole() {
    Sending sending = SENDER.send(MAIL);

    assertThat(SES.mails()).hasSize(1);
    ReceivedMail mail = SES.mails().getFirst();
    assertThat(sending).isEqualTo(new Sending.Sent(mail.id()));
    assertThat(mail.from()).isEqualTo("CustomerConnect <no-reply@connect.example>");
    assertThat(mail.configurationSet()).contains("mails");
    assertThat(mail.to()).containsExactly("ap@nordwind.example");
    assertThat(mail.tags())
        .containsExactly(new Entry("effect", "ask-" + SampleMails.TICKET + "-1"));
    assertThat(mail.subject()).isEqualTo(MAIL.subject());
    assertThat(mail.text()).contains(MAIL.text());
    assertThat(mail.html()).contains(MAIL.html());
    assertThat(mail.headers())
        .containsExactly(
            new Entry("Auto-Submitted", "auto-generated"), new Entry("Content-Language", "de"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, MessageRejected, MAIL",
    "400, BadRequestException, MAIL",
    "400, AccountSuspendedException, ACCOUNT",
    "400, SendingPausedException, ACCOUNT",
    "400, MailFromDomainNotVerifiedException, ACCOUNT",
    "404, NotFoundException, ACCOUNT",
    "403, AccessDeniedException, ACCOUNT",
    "403, ExpiredTokenException, ACCOUNT",
  })
  void aRefusalSaysWhereTheFaultLies(int status, String code, Fault fault) {
    SES.answer(new SesAnswer.No(status, code));

    assertThat(SENDER.send(MAIL)).isEqualTo(new Sending.Refused(fault, code));
    assertThat(SES.requests()).isEqualTo(1);
  }

  /** SES says so with the code that it has for bad mails, too. */
  @Test
  void aSenderThatIsNotVerifiedIsAFaultOfOurs() {
    MailSender stranger = from("no-reply@elsewhere.example");

    assertThat(stranger.send(MAIL))
        .isEqualTo(new Sending.Refused(Fault.ACCOUNT, "MessageRejected"));
    assertThat(SES.mails()).isEmpty();
    assertThat(SENDER.send(MAIL)).isInstanceOf(Sending.Sent.class);
  }

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequestsException",
    "400, LimitExceededException",
    "400, ThrottlingException",
  })
  void throttlingIsBusyAndNotRetriedHere(int status, String code) {
    SES.answer(new SesAnswer.No(status, code));

    assertThat(SENDER.send(MAIL)).isEqualTo(new Sending.Busy(code));
    assertThat(SES.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"500, InternalServiceErrorException", "503, ServiceUnavailableException"})
  void anErrorInsideSesLeavesOpenWhetherItWasSent(int status, String code) {
    SES.answer(new SesAnswer.No(status, code));

    assertThat(SENDER.send(MAIL)).isInstanceOf(Sending.Unknown.class);
    assertThat(SES.requests()).isEqualTo(1);
  }

  @Test
  void anAnswerAfterTheTimeOutLeavesOpenWhetherItWasSent() {
    SES.answer(new SesAnswer.LateYes(Duration.ofSeconds(3)));

    assertThat(SENDER.send(MAIL)).isInstanceOf(Sending.Unknown.class);
    assertThat(SES.requests()).isEqualTo(1);
  }

  @Test
  void aLostConnectionLeavesOpenWhetherItWasSent() {
    SES.answer(new SesAnswer.LostYes());

    assertThat(SENDER.send(MAIL)).isInstanceOf(Sending.Unknown.class);
    assertThat(SES.requests()).isEqualTo(1);
  }

  @Test
  void afterATroubledMailTheNextIsSent() {
    SES.answer(new SesAnswer.LostYes(), new SesAnswer.No(429, "TooManyRequestsException"));

    SENDER.send(MAIL);
    SENDER.send(MAIL);

    assertThat(SENDER.send(MAIL)).isInstanceOf(Sending.Sent.class);
  }

  private static MailSender from(String sender) {
    return MailSender.of(
        Environment.of(
            Map.of(
                "AWS_ACCESS_KEY_ID", "SendMail",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "MAIL_SENDER", sender,
                "MAIL_CONFIGURATION_SET", "mails")),
        Duration.ofSeconds(1));
  }
}
