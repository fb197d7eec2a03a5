package io.customerconnect.mail;

import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Environment;
import io.customerconnect.lambda.Setting;
import io.customerconnect.mail.Sending.Busy;
import io.customerconnect.mail.Sending.Fault;
import io.customerconnect.mail.Sending.Refused;
import io.customerconnect.mail.Sending.Sent;
import io.customerconnect.mail.Sending.Unknown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/**
 * Hands mails to SES, each once: there is no retry in here, as SES knows no idempotency token and
 * would send a mail twice. Whoever calls decides by the outcome.
 */
public final class MailSender {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final SesV2Client client;
  private final String sender;
  private final String configurationSet;

  private MailSender(SesV2Client client, String sender, String configurationSet) {
    this.client = client;
    this.sender = sender;
    this.configurationSet = configurationSet;
  }

  /** The sender that a function's settings describe. */
  public static MailSender of(Environment environment) {
    return of(environment, Aws.CALL_TIMEOUT);
  }

  static MailSender of(Environment environment, Duration timeout) {
    SesV2Client client =
        Aws.client(
            SesV2Client.builder()
                .overrideConfiguration(
                    configuration ->
                        configuration
                            .retryStrategy(AwsRetryStrategy.doNotRetry())
                            .apiCallTimeout(timeout)),
            environment);
    return new MailSender(
        client,
        environment.require(Setting.MAIL_SENDER),
        environment.require(Setting.MAIL_CONFIGURATION_SET));
  }

  /** Hands a mail to SES; one request. Every outcome is a value. */
  public Sending send(Mail mail) {
    try {
      return new Sent(client.sendEmail(request(mail)).messageId());
    } catch (SesV2Exception e) {
      return outcomeOf(e);
    } catch (SdkClientException e) {
      return new Unknown(e.getClass().getSimpleName());
    }
  }

  private static Sending outcomeOf(SesV2Exception e) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    if (e.statusCode() >= SERVER_ERROR) {
      return new Unknown(code);
    }
    if (e.statusCode() == TOO_MANY_REQUESTS) {
      return new Busy(code);
    }
    return switch (code) {
      case "TooManyRequestsException", "LimitExceededException", "ThrottlingException" ->
          new Busy(code);
      case "MessageRejected" ->
          new Refused(saysThatWeAreNotVerified(e) ? Fault.ACCOUNT : Fault.MAIL, code);
      case "BadRequestException" -> new Refused(Fault.MAIL, code);
      default -> new Refused(Fault.ACCOUNT, code);
    };
  }

  /**
   * SES has no code of its own for this: "Email address is not verified" names the sender, or in an
   * account that may not yet write to everybody, the recipient; an operator has to see to both.
   */
  private static boolean saysThatWeAreNotVerified(SesV2Exception e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("not verified");
  }

  private SendEmailRequest request(Mail mail) {
    return SendEmailRequest.builder()
        .fromEmailAddress(sender)
        .configurationSetName(configurationSet)
        .destination(destination -> destination.toAddresses(mail.to().value()))
        .emailTags(
            mail.tags().stream()
                .map(tag -> MessageTag.builder().name(tag.name()).value(tag.value()).build())
                .toList())
        .content(content(mail))
        .build();
  }

  private static EmailContent content(Mail mail) {
    return EmailContent.builder()
        .simple(
            message ->
                message
                    .subject(utf8(mail.subject()))
                    .body(Body.builder().text(utf8(mail.text())).html(utf8(mail.html())).build())
                    .headers(
                        // RFC 3834: keeps automatic replies from answering
                        MessageHeader.builder()
                            .name("Auto-Submitted")
                            .value("auto-generated")
                            .build(),
                        MessageHeader.builder()
                            .name("Content-Language")
                            .value(mail.language().tag())
                            .build()))
        .build();
  }

  private static Content utf8(String data) {
    return Content.builder().data(data).charset(StandardCharsets.UTF_8.name()).build();
  }
}
