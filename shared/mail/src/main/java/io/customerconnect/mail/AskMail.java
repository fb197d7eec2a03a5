package io.customerconnect.mail;

import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.mail.text.Arg;
import io.customerconnect.mail.text.Dates;
import io.customerconnect.mail.text.Shown;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * The mail that asks a customer's contact to confirm a supplier's account data (P27).
 *
 * @param to who is asked, in their language
 * @param decisionPage the page with the token of this mail
 * @param answerBy when the request expires
 */
public record AskMail(
    Contact to,
    Customer customer,
    Supplier supplier,
    TicketNumber ticket,
    URI decisionPage,
    Instant answerBy,
    Occasion occasion) {

  /** The mail. */
  public Mail compose() {
    Texts texts = Texts.in(to.language());
    String subject =
        texts.plain(
            subjectKey(),
            Arg.of("supplier", Shown.line(supplier.company().legalName(), Shown.SUBJECT_NAME)),
            Arg.of("ticket", ticket.value()));
    List<Block> blocks = content(texts).blocks();
    return new Mail(
        to.mail(),
        subject,
        TextLayout.render(blocks),
        HtmlLayout.render(to.language(), texts.plain(TextKey.ASK_TITLE), blocks),
        to.language(),
        List.of());
  }

  private Content content(Texts texts) {
    Dates dates = new Dates(texts, customer.country());
    String supplierName = Names.shown(supplier.company().legalName());
    String customerName = Names.shown(customer.name());
    String deadline = dates.moment(answerBy);
    Content content =
        new Content(texts)
            .title(TextKey.ASK_TITLE)
            .paragraph(TextKey.MAIL_GREETING, Arg.of("name", Names.shown(to.name())));
    open(content, dates, supplierName, customerName);
    return content
        .paragraph(TextKey.ASK_REQUEST, Arg.strong("deadline", deadline))
        .heading(TextKey.ASK_DATA_HEADING)
        .facts(Fact.of(supplier, texts).stream().map(Fact::unlinked).toList())
        .button(TextKey.ASK_BUTTON, decisionPage)
        .paragraph(TextKey.ASK_PAGE)
        .heading(TextKey.ASK_CONFIRM_HEADING)
        .paragraph(
            TextKey.ASK_CONFIRM, Arg.of("supplier", supplierName), Arg.of("customer", customerName))
        .heading(TextKey.ASK_SILENCE_HEADING)
        .paragraph(
            TextKey.ASK_SILENCE, Arg.of("supplier", supplierName), Arg.of("deadline", deadline))
        .heading(TextKey.ASK_NETWORK_HEADING)
        .paragraph(TextKey.ASK_NETWORK)
        .note(TextKey.ASK_PRIVATE, Arg.of("customer", customerName))
        .note(TextKey.MAIL_AUTOMATIC, Arg.of("ticket", ticket.value()));
  }

  private void open(Content content, Dates dates, String supplierName, String customerName) {
    Arg from = Arg.strong("supplier", supplierName);
    Arg customerArg = Arg.of("customer", customerName);
    switch (occasion) {
      case Occasion.First() -> content.paragraph(TextKey.ASK_OPENING_FIRST, from, customerArg);
      case Occasion.Forwarded() ->
          content.paragraph(TextKey.ASK_OPENING_FORWARDED, from, customerArg);
      case Occasion.Reminder(Instant askedAt) ->
          content.paragraph(
              TextKey.ASK_OPENING_REMINDER, from, customerArg, Arg.of("date", dates.day(askedAt)));
      case Occasion.OtherContact(Instant askedAt) ->
          content.paragraph(
              TextKey.ASK_OPENING_OTHER, from, customerArg, Arg.of("date", dates.day(askedAt)));
      case Occasion.LastReminder(Instant askedAt) ->
          content.paragraph(
              TextKey.ASK_OPENING_LAST, from, customerArg, Arg.of("date", dates.day(askedAt)));
    }
  }

  private TextKey subjectKey() {
    return switch (occasion) {
      case Occasion.First _, Occasion.Forwarded _, Occasion.OtherContact _ ->
          TextKey.ASK_SUBJECT_FIRST;
      case Occasion.Reminder _ -> TextKey.ASK_SUBJECT_REMINDER;
      case Occasion.LastReminder _ -> TextKey.ASK_SUBJECT_LAST;
    };
  }
}
