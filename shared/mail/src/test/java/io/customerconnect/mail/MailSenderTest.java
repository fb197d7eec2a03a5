package io.customerconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import io.customerconnect.lambda.Environment;
import io.customerconnect.lambda.Json;
import io.customerconnect.mail.Sending.Fault;
import io.customerconnect.testing.SesStub;
import io.customerconnect.testing.SesStub.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSenderTest {
  private static final SesStub SES = SesStub.start();
  private static final MailSender SENDER =
      MailSender.of(
          Environment.of(
              Map.of(
                  "AWS_ACCESS_KEY_ID", "SendMail",
                  "AWS_SECRET_ACCESS_KEY", "secret",
                  "MAIL_SENDER", "CustomerConnect <no-reply@connect.example>",
                  "MAIL_CONFIGURATION_SET", "mails")),
          Duration.ofSeconds(1));
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
    assertThat(SENDER.send(MAIL)).isEqualTo(new Sending.Sent("stub-1"));

    Json.Obj request = Json.readObject(SES.accepted().getFirst());
    assertThat(request.string("FromEmailAddress"))
        .contains("CustomerConnect <no-reply@connect.example>");
    assertThat(request.string("ConfigurationSetName")).contains("mails");
    assertThat(request.object("Destination").items("ToAddresses"))
        .containsExactly(Json.of("ap@nordwind.example"));
    assertThat(request.object("Destination").members()).hasSize(1);
    assertThat(request.items("EmailTags"))
        .containsExactly(
            Json.object().with("Name", "effect").with("Value", "ask-" + SampleMails.TICKET + "-1"));
    Json.Obj simple = request.object("Content").object("Simple");
    assertThat(simple.object("Subject").string("Data")).contains(MAIL.subject());
    assertThat(simple.object("Subject").string("Charset")).contains("UTF-8");
    assertThat(simple.object("Body").object("Text").string("Data")).contains(MAIL.text());
    assertThat(simple.object("Body").object("Html").string("Data")).contains(MAIL.html());
    assertThat(simple.items("Headers"))
        .contains(
            Json.object().with("Name", "Auto-Submitted").with("Value", "auto-generated"),
            Json.object().with("Name", "Content-Language").with("Value", "de"));
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
    SES.answer(new Reply.No(status, code));

    assertThat(SENDER.send(MAIL)).isEqualTo(new Sending.Refused(fault, code));
    assertThat(SES.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequestsException",
    "400, LimitExceededException",
    "400, ThrottlingException",
  })
  void throttlingIsBusyAndNotRetriedHere(int status, String code) {
    SES.answer(new Reply.No(status, code));

    assertThat(SENDER.send(MAIL)).isEqualTo(new Sending.Busy(code));
    assertThat(SES.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"500, InternalServiceErrorException", "503, ServiceUnavailableException"})
  void anErrorInsideSesLeavesOpenWhetherItWasSent(int status, String code) {
    SES.answer(new Reply.No(status, code));

    assertThat(SENDER.send(MAIL)).isInstanceOf(Sending.Unknown.class);
    assertThat(SES.requests()).isEqualTo(1);
  }

  @Test
  void anAnswerAfterTheTimeOutLeavesOpenWhetherItWasSent() {
    SES.answer(new Reply.LateYes(Duration.ofSeconds(3)));

    assertThat(SENDER.send(MAIL)).isInstanceOf(Sending.Unknown.class);
    assertThat(SES.requests()).isEqualTo(1);
  }

  @Test
  void aLostConnectionLeavesOpenWhetherItWasSent() {
    SES.answer(new Reply.LostYes());

    assertThat(SENDER.send(MAIL)).isInstanceOf(Sending.Unknown.class);
    assertThat(SES.requests()).isEqualTo(1);
  }

  @Test
  void afterATroubledMailTheNextIsSent() {
    SES.answer(new Reply.LostYes(), new Reply.No(429, "TooManyRequestsException"));

    SENDER.send(MAIL);
    SENDER.send(MAIL);

    assertThat(SENDER.send(MAIL)).isInstanceOf(Sending.Sent.class);
  }
}
