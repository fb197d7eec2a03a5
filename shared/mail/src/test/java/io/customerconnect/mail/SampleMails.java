package io.customerconnect.mail;

import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Mails of every kind, to be tested and looked at. */
final class SampleMails {
  static final TicketNumber TICKET = TicketNumber.random(new Random(1));
  static final URI PAGE =
      URI.create("https://api.example.com/decisions/9fB2kV0aQmXz7c1LwYtR4uHsE8nJpD3gKoI6vTqZxMA");
  static final Instant ASKED = Instant.parse("2026-11-23T09:00:00Z");
  static final Instant ANSWER_BY = Instant.parse("2026-12-23T09:00:00Z");
  static final Customer CUSTOMER =
      new Customer("Nordwind Handelsgesellschaft mbH", Optional.of(new CountryCode("DE")));
  static final Supplier SUPPLIER =
      new Supplier(
          new Company(
              "Żółta Łódź Stolarnia Sp. z o.o.",
              new CountryCode("PL"),
              "ul. Długa 12\n80-831 Gdańsk",
              Optional.of("PL5830001234"),
              List.of("KRS 0000123456", "REGON 190000001")),
          new Contact(
              "Agnieszka Wójcik",
              new EmailAddress("agnieszka.wojcik@zolta-lodz.example"),
              Language.EN));

  private SampleMails() {}

  static Contact contact(Language language) {
    return new Contact(
        language == Language.DE ? "Petra Lindner" : "Harriet Doyle",
        new EmailAddress("ap@nordwind.example"),
        language);
  }

  static AskMail ask(Language language, Occasion occasion) {
    return new AskMail(contact(language), CUSTOMER, SUPPLIER, TICKET, PAGE, ANSWER_BY, occasion);
  }

  static AnswerMail answer(Language language, Answer answer) {
    return new AnswerMail(
        contact(language),
        Optional.of(new CountryCode("PL")),
        CUSTOMER,
        TICKET,
        Instant.parse("2026-11-25T13:45:00Z"),
        answer);
  }

  /** Every mail in every language by a name for it. */
  static Map<String, Mail> all() {
    Map<String, Mail> mails = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      occasions()
          .forEach(
              (name, occasion) ->
                  mails.put(
                      "ask-" + name + "-" + language.tag(), ask(language, occasion).compose()));
      answers()
          .forEach(
              (name, answer) ->
                  mails.put(
                      "answer-" + name + "-" + language.tag(), answer(language, answer).compose()));
      for (NumberMail.Outcome outcome : NumberMail.Outcome.values()) {
        mails.put(
            "number-" + outcome + "-" + language.tag(),
            new NumberMail(contact(language), CUSTOMER, new VendorNumber("V-1007"), TICKET, outcome)
                .compose());
      }
      warnings()
          .forEach(
              (name, about) ->
                  mails.put(
                      "warning-" + name + "-" + language.tag(),
                      new WarningMail(
                              contact(language), CUSTOMER, new VendorNumber("V-1007"), about)
                          .compose()));
      unusual()
          .forEach(
              (name, supplier) ->
                  mails.put(
                      "ask-" + name + "-" + language.tag(),
                      new AskMail(
                              contact(language),
                              new Customer(supplier.company().legalName(), Optional.empty()),
                              supplier,
                              TICKET,
                              PAGE,
                              ANSWER_BY,
                              new Occasion.First())
                          .compose()));
    }
    return mails;
  }

  /** Whether a mail of this name is about a ticket. */
  static boolean isAboutATicket(String name) {
    return Stream.of("proof", "shared", "attempts", "unfollowed")
        .noneMatch(about -> name.startsWith("warning-" + about));
  }

  private static Map<String, WarningMail.About> warnings() {
    return Map.of(
        "proof",
            new WarningMail.About.Connected(
                SUPPLIER, ASKED, URI.create("https://api.example.com/objections/9fB2kV0aQmXz7c1L")),
        "shared",
            new WarningMail.About.NumberShared(
                SUPPLIER, ASKED, URI.create("https://api.example.com/objections/9fB2kV0aQmXz7c1L")),
        "taken", new WarningMail.About.NumberTaken(SUPPLIER, ASKED, Optional.of(TICKET)),
        "disputed", new WarningMail.About.Disputed(SUPPLIER, ASKED, Optional.of(TICKET)),
        "unfollowed-taken", new WarningMail.About.NumberTaken(SUPPLIER, ASKED, Optional.empty()),
        "unfollowed-disputed", new WarningMail.About.Disputed(SUPPLIER, ASKED, Optional.empty()),
        "attempts", new WarningMail.About.TooManyAttempts(9));
  }

  /** Names that are long, written from right to left, or hold markup; data that are missing. */
  private static Map<String, Supplier> unusual() {
    return Map.of(
        "long",
        supplier("Donaudampfschifffahrts" + "elektrizitätenhauptbetriebswerk".repeat(5) + " GmbH"),
        "right-to-left",
        supplier("شركة الشمال للتجارة (ذ.م.م) 123"),
        "markup",
        supplier("<b>A & B</b> \"Ltd\" 'x'"));
  }

  private static Supplier supplier(String name) {
    return new Supplier(
        new Company(name, new CountryCode("AE"), "P.O. Box 4711", Optional.empty(), List.of()),
        new Contact("محمد", new EmailAddress("a@" + "long".repeat(12) + ".example"), Language.EN));
  }

  private static Map<String, Occasion> occasions() {
    return Map.of(
        "first", new Occasion.First(),
        "forwarded", new Occasion.Forwarded(),
        "reminder", new Occasion.Reminder(ASKED),
        "other-contact", new Occasion.OtherContact(ASKED),
        "last-reminder", new Occasion.LastReminder(ASKED));
  }

  private static Map<String, Answer> answers() {
    return Map.of(
        "proved", new Answer.Proved(Set.of(new VendorNumber("0000704321"))),
        "approved", new Answer.Approved(Set.of(), "Mr Brandt confirmed it by telephone."),
        "rejected", new Answer.Rejected("The customer's office in Riga says that it is closed."),
        "confirmed", new Answer.Confirmed(Set.of(new VendorNumber("0000704321"))),
        "confirmed-without-number", new Answer.Confirmed(Set.of()),
        "declined",
            new Answer.Declined(
                "We have no purchase order from you in 2026.\nPlease ask Mr Brandt first."),
        "declined-without-reason", new Answer.Declined(""),
        "not-our-supplier", new Answer.NotOurSupplier(""),
        "expired", new Answer.Expired());
  }
}
