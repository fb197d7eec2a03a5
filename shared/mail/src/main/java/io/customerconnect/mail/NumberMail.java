package io.customerconnect.mail;

import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.mail.text.Arg;
import io.customerconnect.mail.text.Shown;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.util.List;

/**
 * The mail that tells a supplier what has come of the review of a vendor number that two accounts
 * say is theirs (P19). Who the other one is does not stand in it.
 *
 * @param to the supplier's contact, in its language
 * @param ticket of the supplier's own
 */
public record NumberMail(
    Contact to,
    Customer customer,
    VendorNumber vendorNumber,
    TicketNumber ticket,
    Outcome outcome) {

  /** What has come of it. */
  public enum Outcome {
    /** A connected supplier that had proved one more vendor number has it. */
    ADDED(TextKey.ANSWER_ADDED_OPENING, TextKey.ANSWER_ADDED_NEXT),
    /** It did not get it. */
    REFUSED(TextKey.ANSWER_REFUSED_OPENING, TextKey.ANSWER_REFUSED_NEXT),
    /** The other account has the vendor number, too. */
    SHARED(TextKey.ANSWER_SHARED_OPENING, TextKey.ANSWER_SHARED_NEXT),
    /** The other account did not get it. */
    KEPT(TextKey.ANSWER_KEPT_OPENING, TextKey.ANSWER_KEPT_NEXT);

    private final TextKey opening;
    private final TextKey next;

    Outcome(TextKey opening, TextKey next) {
      this.opening = opening;
      this.next = next;
    }
  }

  /** The mail. */
  public Mail compose() {
    Texts texts = Texts.in(to.language());
    List<Block> blocks = content(texts).blocks();
    return new Mail(
        to.mail(),
        texts.plain(
            TextKey.ANSWER_NUMBER_SUBJECT,
            Arg.of("customer", Shown.line(customer.name(), Shown.SUBJECT_NAME)),
            ticketArg()),
        TextLayout.render(blocks),
        HtmlLayout.render(to.language(), texts.plain(TextKey.ANSWER_NUMBER_TITLE), blocks),
        to.language(),
        List.of());
  }

  private Content content(Texts texts) {
    return new Content(texts)
        .title(TextKey.ANSWER_NUMBER_TITLE)
        .paragraph(TextKey.MAIL_GREETING, Arg.of("name", Names.shown(to.name())))
        .paragraph(
            outcome.opening,
            Arg.strong("customer", Names.shown(customer.name())),
            Arg.of("number", Shown.line(vendorNumber.value(), Shown.NAME)))
        .heading(TextKey.ANSWER_NEXT_HEADING)
        .paragraph(outcome.next, ticketArg())
        .note(TextKey.MAIL_AUTOMATIC, ticketArg());
  }

  private Arg ticketArg() {
    return Arg.of("ticket", ticket.value());
  }
}
