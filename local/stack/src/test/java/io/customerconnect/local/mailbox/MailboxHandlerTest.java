package io.customerconnect.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.http.LoopbackServer;
import io.customerconnect.local.mail.Mailbox;
import io.customerconnect.local.mail.SesAccount;
import io.customerconnect.local.mail.SesEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxHandlerTest {
  private static final Path PREVIEW =
      Path.of(System.getProperty("customerconnect.root", "../.."), "local/stack/target/preview");
  private static final String ATTACK = "\"'></iframe><script>alert(1)</script>";

  private final Mailbox mailbox = new Mailbox();
  private final LoopbackServer ses =
      LoopbackServer.start(
          new SesEndpoint(
              new SesAccount("connect.example", "mails"),
              mailbox,
              () -> Instant.parse("2026-08-03T12:00:00Z"),
              _ -> {}));
  private final LoopbackServer pages = LoopbackServer.start(new MailboxHandler(mailbox));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    pages.close();
    ses.close();
  }

  @Test
  void theNewestMailIsOnTopAndLeadsToItsPage() {
    send("ap@customer.example", "First", "<p>1</p>");
    send("ar@supplier.example", "Second", "<p>2</p>");

    String list = get("/local/mailbox").body();

    assertThat(list).contains("Mailbox (2)", "ar@supplier.example");
    assertThat(list.indexOf("Second")).isLessThan(list.indexOf("First"));
    assertThat(list).contains("href=\"/local/mailbox/" + mailbox.mails().getFirst().id() + "\"");
  }

  @Test
  void aMailIsShownInBothItsForms() throws IOException {
    send("ap@customer.example", "Bitte bestätigen", "<p>Grüße</p>");
    String path = "/local/mailbox/" + mailbox.mails().getFirst().id();

    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "<h1><bdi>Bitte bestätigen</bdi></h1>",
            "<pre><bdi>Text of Bitte bestätigen\nhttps://connect.example/decisions/abc</bdi>",
            "href=\"https://connect.example/decisions/abc\"",
            "src=\"" + path + "/html\"",
            "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\"",
            "Auto-Submitted");
    assertThat(get(path + "/html").body()).isEqualTo("<p>Grüße</p>");
    Files.createDirectories(PREVIEW);
    Files.writeString(PREVIEW.resolve("mail.html"), page.body(), UTF_8);
    Files.writeString(PREVIEW.resolve("list.html"), get("/local/mailbox").body(), UTF_8);
  }

  @Test
  void nothingInAMailRunsOrLoadsAnything() {
    send("\"" + "a b" + "\"@customer.example", ATTACK, ATTACK);
    String path = "/local/mailbox/" + mailbox.mails().getFirst().id();

    for (String address : List.of("/local/mailbox", path)) {
      HttpResponse<String> page = get(address);
      assertThat(page.body()).doesNotContain("<script");
      assertThat(header(page, "Content-Security-Policy"))
          .startsWith("default-src 'none'; style-src 'sha256-")
          .doesNotContain("unsafe");
      assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
    HttpResponse<String> html = get(path + "/html");
    assertThat(html.body()).isEqualTo(ATTACK);
    assertThat(header(html, "Content-Security-Policy"))
        .startsWith("sandbox ")
        .contains("default-src 'none'")
        .doesNotContain("allow-scripts", "allow-same-origin", "script-src");
  }

  @Test
  void scriptsReadTheMailsAsJsonFromTheOldestToTheNewest() {
    send("ap@customer.example", "First", "<a href=\"https://connect.example/x\">x</a>");
    send("ap@customer.example", "Second", "<p>2</p>");

    HttpResponse<String> answer = get("/local/mails");

    assertThat(header(answer, "Content-Type")).startsWith("application/json");
    List<Json> mails = Json.readObject(answer.body()).items("mails");
    assertThat(mails).hasSize(2);
    Json.Obj first = (Json.Obj) mails.getFirst();
    assertThat(first.require("id")).isEqualTo(mailbox.mails().getFirst().id());
    assertThat(first.require("time")).isEqualTo("2026-08-03T12:00:00Z");
    assertThat(first.require("from")).isEqualTo("CustomerConnect <no-reply@connect.example>");
    assertThat(first.items("to")).containsExactly(Json.of("ap@customer.example"));
    assertThat(first.require("subject")).isEqualTo("First");
    assertThat(first.require("text")).startsWith("Text of First");
    assertThat(first.require("html")).startsWith("<a href");
    assertThat(first.items("links"))
        .containsExactly(
            Json.of("https://connect.example/x"), Json.of("https://connect.example/decisions/abc"));
  }

  @Test
  void anEmptyMailboxSaysSo() {
    assertThat(get("/local/mailbox").body()).contains("No mails yet");
    assertThat(Json.readObject(get("/local/mails").body()).items("mails")).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path :
        List.of("/local/mailbox/1", "/local/mailbox/1/html", "/local/mailboxes", "/local/x")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private void send(String to, String subject, String html) {
    Json.Obj body =
        Json.object()
            .with(
                "Text",
                Json.object()
                    .with(
                        "Data", "Text of " + subject + "\r\nhttps://connect.example/decisions/abc"))
            .with("Html", Json.object().with("Data", html));
    Json.Obj header = Json.object().with("Name", "Auto-Submitted").with("Value", "auto-generated");
    Json.Obj simple =
        Json.object()
            .with("Subject", Json.object().with("Data", subject))
            .with("Body", body)
            .with("Headers", List.of(header), item -> item);
    Json.Obj mail =
        Json.object()
            .with("FromEmailAddress", "CustomerConnect <no-reply@connect.example>")
            .with("Destination", Json.object().with("ToAddresses", List.of(to), Json::of))
            .with("Content", Json.object().with("Simple", simple));
    HttpResponse<String> answer =
        exchange(
            HttpRequest.newBuilder(ses.address().resolve("/v2/email/outbound-emails"))
                .POST(HttpRequest.BodyPublishers.ofString(mail.toText()))
                .build());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String path) {
    URI address = pages.address().resolve(path);
    return exchange(HttpRequest.newBuilder(address).build());
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
