package io.customerconnect.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.http.LoopbackServer;
import io.customerconnect.local.mail.ReceivedMail.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The endpoint without the SDK: what no client of ours sends. The SDK's part is in its users'
 * tests.
 */
class SesEndpointTest {
  private static final Instant NOON = Instant.parse("2026-08-03T12:00:00.123456Z");
  private static final String OUTBOUND = "/v2/email/outbound-emails";

  private final Mailbox mailbox = new Mailbox();
  private final List<Json.Obj> events = new ArrayList<>();
  private final SesEndpoint endpoint =
      new SesEndpoint(
          new SesAccount("connect.example", "mails"),
          mailbox,
          () -> NOON,
          event -> events.add(Json.readObject(event)));
  private final LoopbackServer server = LoopbackServer.start(endpoint);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aMailIsKeptWithAllThatWasSaid() {
    HttpResponse<String> answer = post(mail("ap@customer.example"));

    assertThat(answer.statusCode()).isEqualTo(200);
    ReceivedMail mail = only();
    assertThat(Json.readObject(answer.body()).require("MessageId")).isEqualTo(mail.id());
    assertThat(mail.time()).isEqualTo(NOON);
    assertThat(mail.from()).isEqualTo("CustomerConnect <no-reply@connect.example>");
    assertThat(mail.to()).containsExactly("ap@customer.example");
    assertThat(mail.subject()).isEqualTo("Grüße 你好");
    assertThat(mail.text()).contains("See https://connect.example/decisions/abc.");
    assertThat(mail.html()).contains("<a href=\"https://connect.example/x?a=1&amp;b=2\">x</a>");
    assertThat(mail.headers()).containsExactly(new Entry("Auto-Submitted", "auto-generated"));
    assertThat(mail.tag("effect")).contains("ask-1");
    assertThat(mail.links())
        .containsExactly(
            URI.create("https://connect.example/x?a=1&b=2"),
            URI.create("https://connect.example/decisions/abc"));
  }

  @Test
  void itIsToldThatAMailWasSentAndDelivered() {
    post(mail("ap@customer.example"));

    assertThat(events).extracting(SesEndpointTest::type).containsExactly("Send", "Delivery");
    Json.Obj envelope = events.getLast();
    assertThat(envelope.require("source")).isEqualTo("aws.ses");
    assertThat(envelope.require("detail-type")).isEqualTo("Email Delivered");
    assertThat(envelope.require("time")).isEqualTo("2026-08-03T12:00:00Z");
    Json.Obj detail = envelope.object("detail");
    assertThat(detail.object("mail").require("messageId")).isEqualTo(only().id());
    assertThat(detail.object("mail").require("timestamp")).isEqualTo("2026-08-03T12:00:00.123Z");
    assertThat(detail.object("mail").object("tags").items("effect"))
        .containsExactly(Json.of("ask-1"));
    assertThat(detail.object("mail").object("tags").items("ses:configuration-set"))
        .containsExactly(Json.of("mails"));
    assertThat(detail.object("delivery").items("recipients"))
        .containsExactly(Json.of("ap@customer.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "bounce@customer.example, Permanent",
    "Bounce+1@simulator.example, Permanent",
    "bounce.anna@customer.example, Permanent",
    "ooto@customer.example, Transient",
  })
  void anAddressCanBounce(String address, String type) {
    post(mail(address));

    Json.Obj bounce = events.getLast().object("detail");
    assertThat(type(events.getLast())).isEqualTo("Bounce");
    assertThat(bounce.object("bounce").require("bounceType")).isEqualTo(type);
  }

  @Test
  void anAddressCanComplain() {
    post(mail("complaint@customer.example"));

    assertThat(events)
        .extracting(SesEndpointTest::type)
        .containsExactly("Send", "Delivery", "Complaint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bouncer@customer.example", "a.bounce@x.example", "a@bounce.example"})
  void anAddressThatOnlyLooksAlikeDoesNotBounce(String address) {
    post(mail(address));

    assertThat(events).extracting(SesEndpointTest::type).containsExactly("Send", "Delivery");
  }

  @Test
  void eachRecipientHasItsOwnFate() {
    post(mail("bounce@a.example", "b@b.example"));

    assertThat(events)
        .extracting(SesEndpointTest::type)
        .containsExactly("Send", "Bounce", "Delivery");
  }

  @Test
  void withoutAConfigurationSetNothingIsTold() {
    post(mail("bounce@a.example").with("ConfigurationSetName", new Json.Null()));

    assertThat(mailbox.mails()).hasSize(1);
    assertThat(events).isEmpty();
  }

  @Test
  void rawContentIsReadAsMime() {
    String mime =
        """
        From: =?UTF-8?Q?M=C3=BCller?= <no-reply@connect.example>
        To: ap@customer.example
        Subject: =?UTF-8?B?R3LDvMOfZQ==?=
        X-Note: folded
         twice
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: quoted-printable

        Gr=C3=BC=C3=9Fe
        --b
        Content-Type: text/html; charset=UTF-8
        Content-Transfer-Encoding: base64

        PHA+R3LDvMOfZTwvcD4=
        --b--
        """
            .replace("\n", "\r\n");
    Json.Obj raw =
        Json.object()
            .with(
                "Data", Base64.getEncoder().encodeToString(mime.getBytes(StandardCharsets.UTF_8)));

    HttpResponse<String> answer =
        post(Json.object().with("Content", Json.object().with("Raw", raw)));

    assertThat(answer.statusCode()).isEqualTo(200);
    ReceivedMail mail = only();
    assertThat(mail.from()).isEqualTo("\"Müller\" <no-reply@connect.example>");
    assertThat(mail.to()).containsExactly("ap@customer.example");
    assertThat(mail.subject()).isEqualTo("Grüße");
    assertThat(mail.text().map(String::strip)).contains("Grüße");
    assertThat(mail.html()).contains("<p>Grüße</p>");
    assertThat(mail.headers()).contains(new Entry("X-Note", "folded twice"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "@customer.example",
        "a b@customer.example",
        "a@customer.example\r\nBcc: b@b.example",
        "a@customer.example, b@b.example",
        "ü@customer.example"
      })
  void aRecipientThatIsNoAddressIsRefused(String address) {
    assertRefused(mail(address), 400, "BadRequestException");
  }

  @Test
  void aMailToNobodyOrToTooManyIsRefused() {
    assertRefused(mail(), 400, "BadRequestException");
    assertRefused(
        mail(IntStream.range(0, 51).mapToObj(i -> "a" + i + "@a.example").toArray(String[]::new)),
        400,
        "BadRequestException");
  }

  @Test
  void aSenderThatIsNotVerifiedIsRefused() {
    assertRefused(
        mail("a@a.example").with("FromEmailAddress", "x@other.example"), 400, "MessageRejected");
    assertRefused(
        mail("a@a.example").with("FromEmailAddress", "x@notconnect.example"),
        400,
        "MessageRejected");
  }

  @Test
  void anUnknownConfigurationSetIsNotFound() {
    assertRefused(
        mail("a@a.example").with("ConfigurationSetName", "others"), 404, "NotFoundException");
  }

  @Test
  void aHeaderCannotBeSmuggledIn() {
    assertRefused(subject("Hello\r\nBcc: b@b.example"), 400, "BadRequestException");
    assertRefused(header("X-A", "1\r\nBcc: b@b.example"), 400, "BadRequestException");
    assertRefused(header("X-A: 1\r\nBcc", "b@b.example"), 400, "BadRequestException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ä", "a.b", "a\n"})
  void aTagOfOtherCharactersIsRefused(String value) {
    assertRefused(
        mail("a@a.example").with("EmailTags", List.of(entry("effect", value)), item -> item),
        400,
        "BadRequestException");
  }

  @Test
  void aMailOfMoreThan10MegabytesIsRefused() {
    String part = "x".repeat(11 * 1024 * 1024);
    Json.Obj content =
        Json.object()
            .with(
                "Simple",
                Json.object()
                    .with("Subject", data("S"))
                    .with("Body", Json.object().with("Text", data(part))));
    assertRefused(mail("a@a.example").with("Content", content), 400, "BadRequestException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"a\":1,\"a\":2}"})
  void whatIsNoJsonObjectIsRefused(String body) {
    HttpResponse<String> answer = post(OUTBOUND, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(errorType(answer)).isEqualTo("SerializationException");
  }

  @Test
  void otherOperationsAreNotSpoken() {
    HttpResponse<String> answer = post("/v2/email/identities", "{}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(errorType(answer)).isEqualTo("UnknownOperationException");
  }

  @Test
  void answersCanBeSetForTheNextRequests() {
    endpoint.answer(SesAnswer.THROTTLED, new SesAnswer.Yes(), SesAnswer.REJECTED);

    assertRefused(mail("a@a.example"), 429, "TooManyRequestsException");
    assertThat(post(mail("a@a.example")).statusCode()).isEqualTo(200);
    mailbox.clear();
    events.clear();
    assertRefused(mail("a@a.example"), 400, "MessageRejected");
    assertThat(post(mail("a@a.example")).statusCode()).isEqualTo(200);
    assertThat(endpoint.requests()).isEqualTo(4);
  }

  @Test
  void theMailboxForgetsTheOldest() {
    IntStream.range(0, 1001).forEach(i -> mailbox.add(received("id-" + i)));

    assertThat(mailbox.mails()).hasSize(1000);
    assertThat(mailbox.find("id-0")).isEmpty();
    assertThat(mailbox.find("id-1000")).isPresent();
  }

  private void assertRefused(Json.Obj request, int status, String code) {
    HttpResponse<String> answer = post(request);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(errorType(answer)).isEqualTo(code);
    assertThat(mailbox.mails()).isEmpty();
    assertThat(events).isEmpty();
  }

  private static String errorType(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-amzn-ErrorType").orElse("");
  }

  private static String type(Json.Obj event) {
    return event.object("detail").require("eventType");
  }

  private ReceivedMail only() {
    assertThat(mailbox.mails()).hasSize(1);
    return mailbox.mails().getFirst();
  }

  private static Json.Obj mail(String... to) {
    return Json.object()
        .with("FromEmailAddress", "CustomerConnect <no-reply@connect.example>")
        .with("ConfigurationSetName", "mails")
        .with("Destination", Json.object().with("ToAddresses", List.of(to), Json::of))
        .with("EmailTags", List.of(entry("effect", "ask-1")), item -> item)
        .with("Content", content("Grüße 你好", entry("Auto-Submitted", "auto-generated")));
  }

  private static Json.Obj subject(String subject) {
    return mail("a@a.example").with("Content", content(subject, entry("X-A", "1")));
  }

  private static Json.Obj header(String name, String value) {
    return mail("a@a.example").with("Content", content("S", entry(name, value)));
  }

  private static Json.Obj content(String subject, Json.Obj header) {
    Json.Obj body =
        Json.object()
            .with("Text", data("See https://connect.example/decisions/abc."))
            .with("Html", data("<a href=\"https://connect.example/x?a=1&amp;b=2\">x</a>"));
    return Json.object()
        .with(
            "Simple",
            Json.object()
                .with("Subject", data(subject))
                .with("Body", body)
                .with("Headers", List.of(header), item -> item));
  }

  private static Json.Obj data(String data) {
    return Json.object().with("Data", data).with("Charset", "UTF-8");
  }

  private static Json.Obj entry(String name, String value) {
    return Json.object().with("Name", name).with("Value", value);
  }

  private static ReceivedMail received(String id) {
    return new ReceivedMail(
        id,
        NOON,
        "a@a.example",
        List.of("b@b.example"),
        "Subject",
        List.of(),
        Optional.of("Text"),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private HttpResponse<String> post(Json.Obj body) {
    return post(OUTBOUND, body.toText());
  }

  private HttpResponse<String> post(String path, String body) {
    try {
      return client.send(
          HttpRequest.newBuilder(server.address().resolve(path))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
