package io.customerconnect.testing.functions;

import io.customerconnect.local.mail.ReceivedMail;
import io.customerconnect.local.mail.SesServer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that an SES has said yes to, as their readers get them. */
public final class SentMails {
  private final SesServer ses;

  public SentMails(SesServer ses) {
    this.ses = ses;
  }

  /**
   * A mail.
   *
   * @param effect the id that it was tagged with
   */
  public record SentMail(String to, String subject, String text, String html, String effect) {
    private static final Pattern LINK = Pattern.compile("/decisions/([A-Za-z0-9_-]+)");

    /** The token in its link to the decision page. */
    public String token() {
      Matcher link = LINK.matcher(text);
      if (!link.find()) {
        throw new AssertionError("There is no link in: " + text);
      }
      return link.group(1);
    }
  }

  /** All of them, in order. */
  public List<SentMail> all() {
    return ses.mails().stream().map(SentMails::read).toList();
  }

  /** The newest. */
  public SentMail last() {
    return all().getLast();
  }

  private static SentMail read(ReceivedMail mail) {
    return new SentMail(
        String.join(", ", mail.to()),
        mail.subject(),
        mail.text().orElseThrow(),
        mail.html().orElseThrow(),
        mail.tag("effect").orElseThrow());
  }
}
