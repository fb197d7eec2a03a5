package io.customerconnect.mail;

import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.mail.text.Arg;
import io.customerconnect.mail.text.Dates;
import io.customerconnect.mail.text.Shown;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that tells of what happened by a challenge: to a customer's contacts, and to suppliers
 * that it concerns (P19, P21, P30).
 *
 * @param to who is told, in their language
 * @param vendorNumber that it is about
 */
public record WarningMail(Contact to, Customer customer, VendorNumber vendorNumber, About about) {

  /** What happened. */
  public sealed interface About {

    /**
     * A supplier was connected without anybody acting.
     *
     * @param objectionPage where the reader can say that this is not right
     */
    record Connected(Supplier supplier, Instant at, URI objectionPage) implements About {}

    /**
     * The customer, or support, connected a supplier under a vendor number that others have too.
     *
     * @param objectionPage where the reader can say that this is not right
     */
    record NumberShared(Supplier supplier, Instant at, URI objectionPage) implements About {}

    /**
     * A supplier proved a vendor number that is another's.
     *
     * @param ticket of the reader's own, to follow it by; empty where it has none
     */
    record NumberTaken(Supplier supplier, Instant at, Optional<TicketNumber> ticket)
        implements About {}

    /**
     * Somebody said that a connection is not right.
     *
     * @param ticket of the reader's own, to follow it by; empty where it has none
     */
    record Disputed(Supplier supplier, Instant at, Optional<TicketNumber> ticket)
        implements About {}

    /**
     * A vendor number was tried too often.
     *
     * @param attempts how often
     */
    record TooManyAttempts(int attempts) implements About {}
  }

  /** The mail. */
  public Mail compose() {
    Texts texts = Texts.in(to.language());
    List<Block> blocks = content(texts).blocks();
    return new Mail(
        to.mail(),
        subject(texts),
        TextLayout.render(blocks),
        HtmlLayout.render(to.language(), texts.plain(title()), blocks),
        to.language(),
        List.of());
  }

  private String subject(Texts texts) {
    Arg shortCustomer = Arg.of("customer", Shown.line(customer.name(), Shown.SUBJECT_NAME));
    return switch (about) {
      case About.Connected connected ->
          texts.plain(TextKey.WARN_PROOF_SUBJECT, shortName(connected.supplier()), shortCustomer);
      case About.NumberShared shared ->
          texts.plain(TextKey.WARN_PROOF_SUBJECT, shortName(shared.supplier()), shortCustomer);
      case About.NumberTaken taken ->
          subjectOfReview(texts, taken.supplier(), shortCustomer, taken.ticket());
      case About.Disputed disputed ->
          subjectOfReview(texts, disputed.supplier(), shortCustomer, disputed.ticket());
      case About.TooManyAttempts _ ->
          texts.plain(TextKey.WARN_ATTEMPTS_SUBJECT, number(), shortCustomer);
    };
  }

  private static String subjectOfReview(
      Texts texts, Supplier supplier, Arg shortCustomer, Optional<TicketNumber> ticket) {
    return ticket
        .map(
            number ->
                texts.plain(
                    TextKey.WARN_REVIEW_SUBJECT,
                    shortName(supplier),
                    shortCustomer,
                    Arg.of("ticket", number.value())))
        .orElseGet(
            () ->
                texts.plain(
                    TextKey.WARN_REVIEW_UNFOLLOWED_SUBJECT, shortName(supplier), shortCustomer));
  }

  private TextKey title() {
    return switch (about) {
      case About.Connected _ -> TextKey.WARN_PROOF_TITLE;
      case About.NumberShared _ -> TextKey.WARN_NUMBER_TITLE;
      case About.NumberTaken _, About.Disputed _ -> TextKey.WARN_REVIEW_TITLE;
      case About.TooManyAttempts _ -> TextKey.WARN_ATTEMPTS_TITLE;
    };
  }

  private Content content(Texts texts) {
    Dates dates = new Dates(texts, customer.country());
    Arg customerArg = Arg.of("customer", Names.shown(customer.name()));
    Content content =
        new Content(texts)
            .title(title())
            .paragraph(TextKey.MAIL_GREETING, Arg.of("name", Names.shown(to.name())));
    switch (about) {
      case About.Connected(Supplier supplier, Instant at, URI objectionPage) ->
          objectable(
              content.paragraph(
                  TextKey.WARN_PROOF_OPENING,
                  name(supplier),
                  customerArg,
                  number(),
                  Arg.of("date", dates.moment(at))),
              supplier,
              objectionPage,
              texts);
      case About.NumberShared(Supplier supplier, Instant at, URI objectionPage) ->
          objectable(
              content.paragraph(
                  TextKey.WARN_NUMBER_OPENING,
                  name(supplier),
                  customerArg,
                  number(),
                  Arg.of("date", dates.moment(at))),
              supplier,
              objectionPage,
              texts);
      case About.NumberTaken(Supplier supplier, Instant at, Optional<TicketNumber> ticket) ->
          followed(
              content.paragraph(
                  TextKey.WARN_REVIEW_TAKEN,
                  name(supplier),
                  customerArg,
                  number(),
                  Arg.of("date", dates.moment(at))),
              ticket);
      case About.Disputed(Supplier supplier, Instant at, Optional<TicketNumber> ticket) ->
          followed(
              content.paragraph(
                  TextKey.WARN_REVIEW_DISPUTED,
                  name(supplier),
                  customerArg,
                  Arg.of("date", dates.moment(at))),
              ticket);
      case About.TooManyAttempts(int attempts) ->
          content
              .paragraph(
                  TextKey.WARN_ATTEMPTS_OPENING,
                  Arg.of("count", Integer.toString(attempts)),
                  number(),
                  customerArg)
              .heading(TextKey.ANSWER_NEXT_HEADING)
              .paragraph(TextKey.WARN_ATTEMPTS_NEXT);
    }
    return content.note(TextKey.WARN_AUTOMATIC);
  }

  /** Who the supplier is, and where the reader can say that it is not right. */
  private static void objectable(
      Content content, Supplier supplier, URI objectionPage, Texts texts) {
    content
        .heading(TextKey.ASK_DATA_HEADING)
        .facts(Fact.of(supplier, texts).stream().map(Fact::unlinked).toList())
        .paragraph(TextKey.WARN_PROOF_ALL_WELL)
        .paragraph(TextKey.WARN_PROOF_NOT_US)
        .button(TextKey.WARN_PROOF_BUTTON, objectionPage)
        .paragraph(TextKey.WARN_PROOF_PAGE);
  }

  /** What happens next, and by which ticket the reader can follow it. */
  private static void followed(Content content, Optional<TicketNumber> ticket) {
    content.heading(TextKey.ANSWER_NEXT_HEADING).paragraph(TextKey.WARN_REVIEW_NEXT);
    ticket.ifPresent(
        number -> content.paragraph(TextKey.WARN_REVIEW_TICKET, Arg.of("ticket", number.value())));
  }

  private Arg number() {
    return Arg.of("number", Shown.line(vendorNumber.value(), Shown.NAME));
  }

  private static Arg name(Supplier supplier) {
    return Arg.strong("supplier", Names.shown(supplier.company().legalName()));
  }

  private static Arg shortName(Supplier supplier) {
    return Arg.of("supplier", Shown.line(supplier.company().legalName(), Shown.SUBJECT_NAME));
  }
}
