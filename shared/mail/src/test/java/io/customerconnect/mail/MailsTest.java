package io.customerconnect.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.VendorNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailsTest {
  private static final Path PREVIEW =
      Path.of(System.getProperty("customerconnect.root", "../.."), "shared/mail/target/preview");

  @Test
  void everyMailIsThereInTextAndHtmlToBeLookedAt() throws IOException {
    Files.createDirectories(PREVIEW);
    for (Map.Entry<String, Mail> sample : SampleMails.all().entrySet()) {
      Mail mail = sample.getValue();
      Files.writeString(PREVIEW.resolve(sample.getKey() + ".html"), mail.html(), UTF_8);
      Files.writeString(
          PREVIEW.resolve(sample.getKey() + ".txt"),
          "To: " + mail.to() + "\nSubject: " + mail.subject() + "\n\n" + mail.text(),
          UTF_8);

      if (SampleMails.isAboutATicket(sample.getKey())) {
        assertThat(mail.subject()).as(sample.getKey()).contains(SampleMails.TICKET.value());
        assertThat(mail.text()).as(sample.getKey()).contains(SampleMails.TICKET.value());
      }
      assertThat(mail.text()).as(sample.getKey()).doesNotContain("{", "}");
      assertThat(mail.html())
          .as(sample.getKey())
          .startsWith("<!doctype html>\n<html lang=\"" + mail.language().tag() + "\">")
          .doesNotContain("<img", "url(", "<script")
          .containsPattern("<h1[ >]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAskShowsEverythingThatIsToBeConfirmed(Language language) {
    Mail mail = SampleMails.ask(language, new Occasion.First()).compose();

    assertThat(mail.to()).isEqualTo(new EmailAddress("ap@nordwind.example"));
    for (String part : List.of(mail.text(), mail.html())) {
      assertThat(part)
          .contains(
              "Żółta Łódź Stolarnia Sp. z o.o.",
              "ul. Długa 12",
              "80-831 Gdańsk",
              language == Language.DE ? "Polen" : "Poland",
              "PL5830001234",
              "KRS 0000123456",
              "REGON 190000001",
              "Agnieszka Wójcik",
              "agnieszka.wojcik@zolta-lodz.example",
              "Nordwind Handelsgesellschaft mbH",
              SampleMails.PAGE.toString(),
              language == Language.DE
                  ? "Mittwoch, 23. Dezember 2026, 10:00 Uhr (UTC+1)"
                  : "Wednesday, 23 December 2026, 10:00 (UTC+1)");
    }
  }

  @Test
  void remindersSaySoAndSinceWhen() {
    assertThat(SampleMails.ask(Language.EN, new Occasion.Reminder(SampleMails.ASKED)).compose())
        .satisfies(
            mail -> {
              assertThat(mail.subject()).startsWith("Reminder: ");
              assertThat(mail.text()).contains("On Monday, 23 November 2026 we asked you");
            });
    assertThat(SampleMails.ask(Language.DE, new Occasion.LastReminder(SampleMails.ASKED)).compose())
        .satisfies(
            mail -> {
              assertThat(mail.subject()).startsWith("Letzte Erinnerung: ");
              assertThat(mail.text()).contains("Am Montag, 23. November 2026 haben wir");
            });
  }

  @Test
  void anotherContactIsNotToldThatItWasAskedBefore() {
    Mail mail =
        SampleMails.ask(Language.EN, new Occasion.OtherContact(SampleMails.ASKED)).compose();

    assertThat(mail.subject()).startsWith("Is ");
    assertThat(mail.text()).contains("a colleague of yours").doesNotContain("we asked you");
  }

  @Test
  void theConfirmationNamesCustomerVendorNumberAndWhatComesNext() {
    Mail mail =
        SampleMails.answer(
                Language.DE, new Answer.Confirmed(Set.of(new VendorNumber("0000704321"))))
            .compose();

    assertThat(mail.subject())
        .isEqualTo(
            "Sie sind mit Nordwind Handelsgesellschaft mbH verbunden (Ticket %s)"
                .formatted(SampleMails.TICKET));
    assertThat(mail.text())
        .contains("0000704321", "Wann werde ich bezahlt?", "am Mittwoch, 25. November 2026");
  }

  @Test
  void theReasonForADeclineIsQuoted() {
    Mail mail =
        SampleMails.answer(Language.EN, new Answer.Declined("No order.\nAsk Mr <b>Brandt</b>."))
            .compose();

    assertThat(mail.text()).contains("> No order.\n> Ask Mr <b>Brandt</b>.");
    assertThat(mail.html())
        .contains("<bdi>No order.</bdi><br><bdi>Ask Mr &lt;b&gt;Brandt&lt;/b&gt;.</bdi>");
  }

  @Test
  void withoutAReasonNoneIsQuoted() {
    Mail mail = SampleMails.answer(Language.EN, new Answer.Declined(" \n ")).compose();

    assertThat(mail.text()).doesNotContain(">", "The reason");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Evil\r\nBcc: everyone@example.com",
        "Evil\nContent-Type: text/html",
        "\u202Eevil \u2066name\u0000",
        "=?utf-8?B?QmNjOiB4?=",
        "👍🏽",
        "<script>alert(1)</script>",
      })
  void noCustomersNameBreaksASubjectOrThePage(String name) {
    Customer customer = new Customer(name.repeat(100), Optional.empty());
    Mail mail =
        new AnswerMail(
                SampleMails.contact(Language.EN),
                Optional.of(new CountryCode("DE")),
                customer,
                SampleMails.TICKET,
                SampleMails.ASKED,
                new Answer.Declined(name))
            .compose();

    assertThat(mail.subject()).doesNotContain("\r", "\n", "\u0000", "\u202E");
    assertThat(mail.subject().codePointCount(0, mail.subject().length())).isLessThan(150);
    assertThat(mail.html()).doesNotContain("<script", "\u202E", "\u2066", "\u0000");
    assertThat(mail.text()).doesNotContain("\r", "\u0000", "\u202E");
  }

  @Test
  void aSupplierCannotMakeOurMailCarryALink() {
    Company company =
        new Company(
            "Your account is locked, visit https://evil.example/login",
            new CountryCode("DE"),
            "www.evil.example\n12345 Berlin",
            Optional.of("evil.example/vat"),
            List.of("evil.example"));
    Mail mail =
        new AskMail(
                SampleMails.contact(Language.EN),
                SampleMails.CUSTOMER,
                new Supplier(
                    company,
                    new Contact("evil.example", new EmailAddress("a@b.example"), Language.EN)),
                SampleMails.TICKET,
                SampleMails.PAGE,
                SampleMails.ANSWER_BY,
                new Occasion.First())
            .compose();

    assertThat(mail.text()).doesNotContain("evil.example").contains("evil.\u2060example");
    assertThat(mail.html()).doesNotContain("evil.example").contains("evil.\u2060example");
    assertThat(mail.html().split("href=")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\rb", "a\u0000", "a\u2028b", "a\uD800"})
  void aSubjectThatIsNotOneLineIsNoMail(String subject) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Mail(
                    new EmailAddress("a@b.example"), subject, "t", "h", Language.EN, List.of()));
  }

  @Test
  void tagsHaveTheShapeThatSesTakes() {
    Mail mail = SampleMails.ask(Language.EN, new Occasion.First()).compose();

    assertThat(mail.tagged(new MailTag("effect", "A-b_9")).tags())
        .containsExactly(new MailTag("effect", "A-b_9"));
    for (String bad : List.of("", "a b", "a#b", "ä", "a".repeat(257))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new MailTag("effect", bad));
    }
  }
}
