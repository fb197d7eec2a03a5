package io.customerconnect.mail;

import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail, ready to be sent.
 *
 * @param subject one line of characters, not encoded
 * @param text the same content as {@code html}, for readers without HTML
 * @param html a whole HTML document
 * @param language of subject and content
 * @param tags that SES repeats in its events about this mail
 */
public record Mail(
    EmailAddress to,
    String subject,
    String text,
    String html,
    Language language,
    List<MailTag> tags) {

  /**
   * @throws IllegalArgumentException when the subject is empty or holds a control character: it
   *     would end the header that it stands in
   */
  public Mail {
    if (subject.isBlank() || subject.codePoints().anyMatch(Mail::breaksHeader)) {
      throw new IllegalArgumentException("The subject must be one line");
    }
    tags = List.copyOf(tags);
  }

  private static boolean breaksHeader(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /** This mail with one tag more. */
  public Mail tagged(MailTag tag) {
    List<MailTag> more = new ArrayList<>(tags);
    more.add(tag);
    return new Mail(to, subject, text, html, language, more);
  }
}
