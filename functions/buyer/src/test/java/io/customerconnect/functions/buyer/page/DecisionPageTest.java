package io.customerconnect.functions.buyer.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.functions.buyer.page.DecisionView.Telling;
import io.customerconnect.mail.Answer;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.Supplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionPageTest {
  private static final Path PREVIEW =
      Path.of(
          System.getProperty("customerconnect.root", "../.."), "functions/buyer/target/preview");
  private static final TicketNumber TICKET = TicketNumber.random(new Random(1));
  private static final Instant AT = Instant.parse("2026-11-25T13:45:00Z");
  private static final Question QUESTION =
      new Question(
          new Customer("Nordwind Handelsgesellschaft mbH", Optional.of(new CountryCode("DE"))),
          supplier("Żółta Łódź Stolarnia Sp. z o.o."),
          TICKET,
          Instant.parse("2026-12-23T09:00:00Z"));

  @Test
  void everyViewIsThereToBeLookedAt() throws IOException {
    Files.createDirectories(PREVIEW);
    for (Map.Entry<String, DecisionView> view : views().entrySet()) {
      for (Language language : Language.values()) {
        String page = DecisionPage.render(view.getValue(), language);
        Files.writeString(
            PREVIEW.resolve(view.getKey() + "-" + language.tag() + ".html"), page, UTF_8);

        assertThat(page)
            .as(view.getKey())
            .startsWith("<!doctype html>\n<html lang=\"" + language.tag() + "\">")
            .doesNotContain("<script", "<img", "style=\"", "url(", "http://", "https://")
            .containsOnlyOnce("<h1>")
            .containsOnlyOnce("<main id=\"main\"")
            .contains("href=\"#main\"");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theQuestionShowsWhatIsToBeConfirmedAndUntilWhen(Language language) {
    String page = DecisionPage.render(DecisionView.Open.fresh(QUESTION), language);

    assertThat(page)
        .contains(
            "Żółta Łódź Stolarnia Sp. z o.o.",
            "<bdi>ul. Długa 12</bdi><br><bdi>80-831 Gdańsk</bdi>",
            language == Language.DE ? "Polen" : "Poland",
            "PL5830001234",
            "KRS 0000123456",
            "Agnieszka Wójcik",
            "agnieszka.wojcik@zolta-lodz.example",
            "Nordwind Handelsgesellschaft mbH",
            TICKET.value(),
            language == Language.DE
                ? "Mittwoch, 23. Dezember 2026, 10:00 Uhr (UTC+1)"
                : "Wednesday, 23 December 2026, 10:00 (UTC+1)");
  }

  @Test
  void everyAnswerHasAButtonOfItsOwnAndIsPosted() {
    String page = DecisionPage.render(DecisionView.Open.fresh(QUESTION), Language.EN);

    List<Choice> answers =
        List.of(Choice.CONFIRM, Choice.DECLINE, Choice.NOT_OUR_SUPPLIER, Choice.FORWARD);
    for (Choice choice : answers) {
      assertThat(page).containsOnlyOnce("name=\"decision\" value=\"" + choice.word() + "\"");
      assertThat(Choice.ofWord(choice.word())).contains(choice);
    }
    assertThat(page.split("<form method=\"post\" action=\"\\?lang=en\" novalidate>", -1))
        .hasSize(1 + answers.size());
    assertThat(page.split("<form", -1)).hasSize(1 + answers.size());
    assertThat(page)
        .contains("name=\"vendorNumber\"", "name=\"reason\"", "name=\"colleagueEmail\"");
  }

  @Test
  void everyControlHasALabelAndEveryIdIsThereOnce() {
    String page =
        DecisionPage.render(
            new DecisionView.Open(QUESTION, Entries.NONE, List.of(Mistake.values())), Language.EN);

    List<String> ids = group("\\bid=\"([^\"]*)\"", page);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(group("<label for=\"([^\"]*)\"", page))
        .containsExactlyInAnyOrder("vendorNumber", "reason", "colleagueEmail");
    assertThat(ids).containsAll(group("<label for=\"([^\"]*)\"", page));
    assertThat(ids).containsAll(group("href=\"#([^\"]*)\"", page));
    for (String described : group("aria-describedby=\"([^\"]*)\"", page)) {
      assertThat(ids).contains(described.split(" "));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeStandsInTheSummaryAndBesideItsFieldAndWhatWasTypedIsKept(Mistake mistake) {
    Entries typed = new Entries("12 <b>\"34\"", "no\n</textarea><b>", "x@\"><b>");

    String page =
        DecisionPage.render(new DecisionView.Open(QUESTION, typed, List.of(mistake)), Language.EN);

    assertThat(page)
        .contains("role=\"alert\"", "href=\"#" + mistake.field().formName() + "\"")
        .contains("<title>Please check: ")
        .contains("value=\"12 &lt;b&gt;&quot;34&quot;\"")
        .contains(">no\n&lt;/textarea&gt;&lt;b&gt;</textarea>")
        .contains("value=\"x@&quot;&gt;&lt;b&gt;\"");
    if (mistake.field() != Field.DECISION) {
      assertThat(page)
          .contains(
              "aria-invalid=\"true\" aria-describedby=\"" + mistake.field().formName() + "-mistake")
          .contains("id=\"" + mistake.field().formName() + "-mistake\"");
    }
  }

  @Test
  void theFormWithTheMistakeIsOpen() {
    String page =
        DecisionPage.render(
            new DecisionView.Open(QUESTION, Entries.NONE, List.of(Mistake.REASON_MISSING)),
            Language.EN);

    assertThat(page).containsOnlyOnce("<details open><summary><h3>Decline</h3>");
  }

  @ParameterizedTest
  @CsvSource({
    "open, 200",
    "mistaken-reason, 400",
    "confirmed, 200",
    "confirmed-again, 200",
    "declined, 200",
    "not-our-supplier, 200",
    "forwarded, 200",
    "expired, 410",
    "withdrawn, 410",
    "ended, 410",
    "ended-now, 200",
    "ending, 200",
    "under-review, 200",
    "invalid, 404",
  })
  void everyViewHasItsStatus(String view, int status) {
    assertThat(DecisionPage.status(view(view))).isEqualTo(status);
  }

  @Test
  void theSecondClickShowsTheResultAndSaysThatItIsTheSecond() {
    String first = DecisionPage.render(view("confirmed"), Language.EN);
    String second = DecisionPage.render(view("confirmed-again"), Language.EN);

    assertThat(first).doesNotContain("answered before").contains("0000704321");
    assertThat(second)
        .contains("answered before", "0000704321")
        .doesNotContain("name=\"vendorNumber\"")
        .containsOnlyOnce("<form");
  }

  @Test
  void theInvalidLinkTellsNothingOfAnyRequest() {
    assertThat(DecisionPage.render(view("invalid"), Language.EN))
        .doesNotContain("Nordwind", "Stolarnia", TICKET.value());
  }

  @ParameterizedTest
  @EnumSource
  void theOtherLanguagesAreOneClickAway(Language language) {
    String page = DecisionPage.render(view("open"), language);

    for (Language other : Language.values()) {
      if (other == language) {
        assertThat(page).doesNotContain("href=\"?lang=" + other.tag() + "\"");
      } else {
        assertThat(page).containsOnlyOnce("href=\"?lang=" + other.tag() + "\"");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "\u202Egnp.exe",
        "a\u0000b",
        "' onfocus='alert(1)",
      })
  void nothingThatOthersTypedBecomesMarkup(String typed) {
    Question question =
        new Question(new Customer(typed, Optional.empty()), supplier("Company"), TICKET, AT);
    for (DecisionView view :
        List.of(
            new DecisionView.Open(
                question, new Entries(typed, typed, typed), List.of(Mistake.REASON_UNFIT)),
            new DecisionView.Answered(
                question, new Answer.Declined(typed), AT, Telling.JUST_NOW))) {
      String page = DecisionPage.render(view, Language.DE);
      assertThat(page).doesNotContain("<script", "<img", "\u0000", "='alert");
    }
  }

  @Test
  void thePolicyNamesThePagesOwnStyleAndNothingElse() throws NoSuchAlgorithmException {
    String page = DecisionPage.render(view("open"), Language.EN);
    String css = group("(?s)<style>(.*?)</style>", page).getFirst();
    String hash =
        Base64.getEncoder()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(css.getBytes(UTF_8)));

    assertThat(DecisionPage.headers())
        .containsEntry(
            "content-security-policy",
            "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                .formatted(hash))
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cache-control", "no-store")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("content-type", "text/html; charset=utf-8");
  }

  /** WCAG 2.2: 4.5 for text (1.4.3), 3 for the edges of controls and the focus (1.4.11). */
  @Test
  void coloursAreToldApartInLightAndDark() {
    List<Map<String, String>> themes =
        List.of(
            tokens(group("(?s):root\\{(.*?)}", PageStyle.SHEET.toString()).getFirst()),
            tokens(group("(?s):root\\{(.*?)}", PageStyle.SHEET.toString()).get(1)));
    for (Map<String, String> theme : themes) {
      for (String text : List.of("ink", "muted", "action", "action-strong", "error")) {
        for (String ground : List.of("sheet", "ground")) {
          assertThat(contrast(theme, text, ground)).as(text + ground + theme).isGreaterThan(4.5);
        }
      }
      assertThat(contrast(theme, "on-action", "action")).isGreaterThan(4.5);
      assertThat(contrast(theme, "on-action", "action-strong")).isGreaterThan(4.5);
      assertThat(contrast(theme, "error", "error-ground")).isGreaterThan(4.5);
      assertThat(contrast(theme, "ink", "error-ground")).isGreaterThan(4.5);
      assertThat(contrast(theme, "edge", "sheet")).isGreaterThan(3);
    }
  }

  private static Map<String, DecisionView> views() {
    Map<String, DecisionView> views = new LinkedHashMap<>();
    views.put("open", DecisionView.Open.fresh(QUESTION));
    views.put(
        "open-long",
        DecisionView.Open.fresh(
            questionOf(
                "Donaudampfschifffahrts" + "elektrizitätenhauptbetriebswerk".repeat(5) + " GmbH")));
    views.put(
        "open-right-to-left",
        DecisionView.Open.fresh(questionOf("شركة الشمال للتجارة (ذ.م.م) 123")));
    views.put(
        "mistaken-reason",
        new DecisionView.Open(
            QUESTION, new Entries("0000704321", "", ""), List.of(Mistake.REASON_MISSING)));
    views.put(
        "mistaken-colleague",
        new DecisionView.Open(
            QUESTION, new Entries("", "", "brandt@nordwind"), List.of(Mistake.COLLEAGUE_UNFIT)));
    views.put(
        "mistaken-number",
        new DecisionView.Open(
            QUESTION, new Entries("7".repeat(60), "", ""), List.of(Mistake.VENDOR_NUMBER_UNFIT)));
    Answer confirmed = new Answer.Confirmed(Set.of(new VendorNumber("0000704321")));
    views.put("confirmed", new DecisionView.Answered(QUESTION, confirmed, AT, Telling.JUST_NOW));
    views.put("confirmed-again", new DecisionView.Answered(QUESTION, confirmed, AT, Telling.AGAIN));
    views.put(
        "declined",
        new DecisionView.Answered(
            QUESTION,
            new Answer.Declined("No purchase order in 2026.\nPlease ask Mr Brandt first."),
            AT,
            Telling.JUST_NOW));
    views.put(
        "not-our-supplier",
        new DecisionView.Answered(QUESTION, new Answer.NotOurSupplier(""), AT, Telling.AGAIN));
    views.put(
        "expired", new DecisionView.Answered(QUESTION, new Answer.Expired(), AT, Telling.AGAIN));
    views.put(
        "forwarded",
        new DecisionView.Forwarded(
            QUESTION, new EmailAddress("brandt@nordwind.example"), Telling.JUST_NOW));
    views.put("withdrawn", new DecisionView.Withdrawn(QUESTION, AT));
    views.put("under-review", new DecisionView.UnderReview(QUESTION, AT));
    views.put("ending", new DecisionView.Ending(QUESTION));
    views.put("ended-now", new DecisionView.Ended(QUESTION, AT, Telling.JUST_NOW));
    views.put("ended", new DecisionView.Ended(QUESTION, AT, Telling.AGAIN));
    views.put("invalid", new DecisionView.InvalidLink());
    return views;
  }

  private static DecisionView view(String name) {
    return Optional.ofNullable(views().get(name)).orElseThrow();
  }

  private static Question questionOf(String name) {
    return new Question(
        new Customer(name, Optional.empty()),
        new Supplier(
            new Company(name, new CountryCode("AE"), "P.O. Box 4711", Optional.empty(), List.of()),
            new Contact(
                "محمد", new EmailAddress("a@" + "long".repeat(12) + ".example"), Language.EN)),
        TICKET,
        AT);
  }

  private static Supplier supplier(String name) {
    return new Supplier(
        new Company(
            name,
            new CountryCode("PL"),
            "ul. Długa 12\n80-831 Gdańsk",
            Optional.of("PL5830001234"),
            List.of("KRS 0000123456", "REGON 190000001")),
        new Contact(
            "Agnieszka Wójcik",
            new EmailAddress("agnieszka.wojcik@zolta-lodz.example"),
            Language.EN));
  }

  private static List<String> group(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static Map<String, String> tokens(String declarations) {
    Map<String, String> tokens = new HashMap<>();
    for (String declaration : declarations.split(";", -1)) {
      if (declaration.strip().startsWith("--")) {
        String[] parts = declaration.strip().substring(2).split(":", 2);
        tokens.put(parts[0], parts[1]);
      }
    }
    return tokens;
  }

  private static double contrast(Map<String, String> theme, String one, String other) {
    double a = luminance(Optional.ofNullable(theme.get(one)).orElseThrow());
    double b = luminance(Optional.ofNullable(theme.get(other)).orElseThrow());
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      double channel = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      linear[i] = channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }
}
