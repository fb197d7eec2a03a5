package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import io.customerconnect.lambda.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every page: readable for all, nothing cut off, nothing complained of. */
@InChromium
final class PagesTest {
  /** What the first view may weigh, compressed, in bytes. */
  private static final long FIRST_VIEW = 150_000;

  /** Requests until the home page stands: the visitor's page, and the start after the sign-in. */
  private static final int REQUESTS = 65;

  @ParameterizedTest
  @EnumSource
  void everyPageIsAccessibleAndFits(Language language) {
    SoftAssertions all = new SoftAssertions();
    try (Portal portal = Portal.ofSupplier(Look.of(language))) {
      portal.browser().open(Portal.stack().address() + "/");
      portal.seeHeading("welcome.heading");
      check(portal, "welcome", all);
      portal.signIn();
      for (Map.Entry<String, String> page : Tour.pages(portal).entrySet()) {
        portal.go(page.getValue());
        check(portal, page.getKey(), all);
      }
      portal.go("");
      portal.search("hafenkron", "Hafenkron Gruppe");
      check(portal, "search", all);
      portal.leftNothingBehind();
      portal.go("tickets");
      String ticket = portal.ticketNumber();
      try (Portal support = Portal.ofSupport(Look.of(language)).signIn()) {
        for (Map.Entry<String, String> page : Tour.deskPages(ticket).entrySet()) {
          support.go(page.getValue());
          check(support, page.getKey(), all);
        }
      }
    }
    all.assertAll();
  }

  private static void check(Portal portal, String page, SoftAssertions all) {
    all.assertThat(portal.browser().hindrances()).as(page).isEmpty();
    all.assertThat(portal.browser().count("h1")).as("headings of " + page).isEqualTo(1);
    all.assertThat(portal.browser().title()).as("title of " + page).endsWith("CustomerConnect");
  }

  @Test
  void theFirstViewIsLight() {
    try (Portal portal = Portal.ofSupplier(Look.of(Language.EN))) {
      portal.browser().open(Portal.stack().address() + "/");
      portal.seeHeading("welcome.heading");

      long bytes = transferred(portal.browser());
      System.out.println("first view: " + bytes + " bytes compressed");
      assertThat(bytes).isBetween(1L, FIRST_VIEW);
    }
  }

  @Test
  void theHomePageNeedsFewRequests() {
    try (Portal portal = Portal.ofSupplier(Look.of(Language.EN)).signIn()) {
      String origin = Portal.stack().address().toString();
      List<String> urls =
          portal.browser().network("requestWillBeSent").stream()
              .map(request -> request.object("request").require("url"))
              .filter(url -> url.startsWith(origin))
              .toList();
      System.out.println("home page: " + urls.size() + " requests with the sign-in");
      assertThat(urls).hasSizeBetween(1, REQUESTS);
    }
  }

  @Test
  void theServerGivesStrictHeaders() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(Portal.stack().address().resolve("/")).build(),
              HttpResponse.BodyHandlers.discarding());

      assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
          .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
          .contains("require-trusted-types-for 'script'")
          .doesNotContain("unsafe", "https:", "*");
      assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    }
  }

  private static long transferred(Browser browser) {
    return browser.network("loadingFinished").stream()
        .map(finished -> finished.find("encodedDataLength").orElseThrow())
        .mapToLong(length -> ((Json.Num) length).value().longValue())
        .sum();
  }
}
