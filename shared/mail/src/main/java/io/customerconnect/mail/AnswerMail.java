package io.customerconnect.mail;

import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.mail.text.Arg;
import io.customerconnect.mail.text.Dates;
import io.customerconnect.mail.text.Shown;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The mail that tells a supplier how its request ended (P29).
 *
 * @param to the supplier's contact, in its language
 * @param supplierCountry dates are in its time; empty for UTC
 * @param at when the request ended
 */
public record AnswerMail(
    Contact to,
    Optional<CountryCode> supplierCountry,
    Customer customer,
    TicketNumber ticket,
    Instant at,
    Answer answer) {

  /** The mail. */
  public Mail compose() {
    Texts texts = Texts.in(to.language());
    String subject =
        texts.plain(
            subjectKey(),
            Arg.of("customer", Shown.line(customer.name(), Shown.SUBJECT_NAME)),
            Arg.of("ticket", ticket.value()));
    List<Block> blocks = content(texts).blocks();
    return new Mail(
        to.mail(),
        subject,
        TextLayout.render(blocks),
        HtmlLayout.render(to.language(), texts.plain(titleKey()), blocks),
        to.language(),
        List.of());
  }

  private Content content(Texts texts) {
    String date = new Dates(texts, supplierCountry).day(at);
    Content content =
        new Content(texts)
            .title(titleKey())
            .paragraph(TextKey.MAIL_GREETING, Arg.of("name", Names.shown(to.name())));
    switch (answer) {
      case Answer.Confirmed(Set<VendorNumber> vendorNumbers) ->
          connected(content, texts, date, TextKey.ANSWER_CONFIRMED_OPENING, vendorNumbers);
      case Answer.Proved(Set<VendorNumber> vendorNumbers) ->
          connected(content, texts, date, TextKey.ANSWER_PROVED_OPENING, vendorNumbers);
      case Answer.Approved(Set<VendorNumber> vendorNumbers, String reason) ->
          approved(content, texts, date, vendorNumbers, reason);
      case Answer.Rejected(String reason) -> rejected(content, texts, date, reason);
      case Answer.Declined(String reason) -> declined(content, texts, date, reason);
      case Answer.NotOurSupplier(String reason) -> notOurSupplier(content, texts, date, reason);
      case Answer.Expired() -> expired(content, texts, date);
    }
    return content.note(TextKey.MAIL_AUTOMATIC, Arg.of("ticket", ticket.value()));
  }

  private void connected(
      Content content, Texts texts, String date, TextKey opening, Set<VendorNumber> vendorNumbers) {
    content.paragraph(opening, customerArg(), Arg.of("date", date));
    next(content, texts, vendorNumbers);
  }

  private void approved(
      Content content, Texts texts, String date, Set<VendorNumber> vendorNumbers, String reason) {
    content.paragraph(TextKey.ANSWER_APPROVED_OPENING, customerArg(), Arg.of("date", date));
    quote(content, TextKey.ANSWER_SUPPORT_REASON, reason);
    next(content, texts, vendorNumbers);
  }

  private void rejected(Content content, Texts texts, String date, String reason) {
    content.paragraph(TextKey.ANSWER_REJECTED_OPENING, customerArg(), Arg.of("date", date));
    quote(content, TextKey.ANSWER_SUPPORT_REASON, reason);
    content
        .facts(facts(texts))
        .heading(TextKey.ANSWER_NEXT_HEADING)
        .paragraph(TextKey.ANSWER_REJECTED_NEXT, ticketArg());
  }

  /** What a connected supplier can do now. */
  private void next(Content content, Texts texts, Set<VendorNumber> vendorNumbers) {
    List<Fact> facts = facts(texts);
    if (!vendorNumbers.isEmpty()) {
      List<String> numbers =
          vendorNumbers.stream()
              .map(number -> Shown.line(number.value(), Shown.NAME))
              .sorted()
              .toList();
      facts.add(new Fact(texts.plain(TextKey.FACT_VENDOR_NUMBER), numbers).unlinked());
    }
    content
        .facts(facts)
        .heading(TextKey.ANSWER_NEXT_HEADING)
        .paragraph(TextKey.ANSWER_CONFIRMED_SEND, Arg.of("customer", Names.shown(customer.name())));
    if (vendorNumbers.isEmpty()) {
      content.paragraph(TextKey.ANSWER_CONFIRMED_WITHOUT_NUMBER);
    } else {
      content.paragraph(TextKey.ANSWER_CONFIRMED_STATUS);
    }
  }

  private void declined(Content content, Texts texts, String date, String reason) {
    content.paragraph(TextKey.ANSWER_DECLINED_OPENING, customerArg(), Arg.of("date", date));
    quote(content, TextKey.ANSWER_REASON, reason);
    content
        .facts(facts(texts))
        .heading(TextKey.ANSWER_NEXT_HEADING)
        .paragraph(TextKey.ANSWER_DECLINED_NEXT, ticketArg());
  }

  private void notOurSupplier(Content content, Texts texts, String date, String reason) {
    content.paragraph(TextKey.ANSWER_UNKNOWN_OPENING, customerArg(), Arg.of("date", date));
    quote(content, TextKey.ANSWER_REASON, reason);
    content
        .facts(facts(texts))
        .heading(TextKey.ANSWER_NEXT_HEADING)
        .paragraph(TextKey.ANSWER_UNKNOWN_NEXT, ticketArg());
  }

  private void expired(Content content, Texts texts, String date) {
    content
        .paragraph(TextKey.ANSWER_EXPIRED_OPENING, customerArg(), Arg.of("date", date))
        .facts(facts(texts))
        .heading(TextKey.ANSWER_NEXT_HEADING)
        .paragraph(TextKey.ANSWER_EXPIRED_NEXT, ticketArg());
  }

  private static void quote(Content content, TextKey introduction, String reason) {
    List<String> lines = Shown.unlinked(Shown.lines(reason, Shown.TEXT)).lines().toList();
    if (!lines.isEmpty()) {
      content.paragraph(introduction).quote(lines);
    }
  }

  private List<Fact> facts(Texts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(texts, TextKey.FACT_CUSTOMER, Shown.line(customer.name(), Shown.FULL_NAME))
            .unlinked());
    customer
        .country()
        .ifPresent(
            country -> facts.add(Fact.of(texts, TextKey.FACT_COUNTRY, texts.country(country))));
    facts.add(Fact.of(texts, TextKey.FACT_TICKET, ticket.value()));
    return facts;
  }

  private Arg customerArg() {
    return Arg.strong("customer", Names.shown(customer.name()));
  }

  private Arg ticketArg() {
    return Arg.of("ticket", ticket.value());
  }

  private TextKey titleKey() {
    return switch (answer) {
      case Answer.Confirmed _, Answer.Proved _, Answer.Approved _ -> TextKey.ANSWER_CONFIRMED_TITLE;
      case Answer.Rejected _ -> TextKey.ANSWER_REJECTED_TITLE;
      case Answer.Declined _ -> TextKey.ANSWER_DECLINED_TITLE;
      case Answer.NotOurSupplier _ -> TextKey.ANSWER_UNKNOWN_TITLE;
      case Answer.Expired _ -> TextKey.ANSWER_EXPIRED_TITLE;
    };
  }

  private TextKey subjectKey() {
    return switch (answer) {
      case Answer.Confirmed _, Answer.Proved _, Answer.Approved _ ->
          TextKey.ANSWER_CONFIRMED_SUBJECT;
      case Answer.Rejected _ -> TextKey.ANSWER_REJECTED_SUBJECT;
      case Answer.Declined _ -> TextKey.ANSWER_DECLINED_SUBJECT;
      case Answer.NotOurSupplier _ -> TextKey.ANSWER_UNKNOWN_SUBJECT;
      case Answer.Expired _ -> TextKey.ANSWER_EXPIRED_SUBJECT;
    };
  }
}
