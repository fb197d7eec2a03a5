package io.customerconnect.local.mail;

import java.time.Duration;

/** How the endpoint treats a request. */
public sealed interface SesAnswer {
  /** Too many requests in a second. */
  SesAnswer THROTTLED = new No(429, "TooManyRequestsException");

  /** This mail is refused, as for what is in it. */
  SesAnswer REJECTED = new No(400, "MessageRejected");

  /** The account may not send at the moment. */
  SesAnswer PAUSED = new No(400, "SendingPausedException");

  /** Takes the mail, if SES would. */
  record Yes() implements SesAnswer {}

  /**
   * Refuses the mail.
   *
   * @param status of HTTP
   * @param code of the error, as SES calls it
   */
  record No(int status, String code) implements SesAnswer {}

  /** Takes the mail, and says so too late. */
  record LateYes(Duration after) implements SesAnswer {}

  /** Takes the mail, and drops the connection instead of saying so. */
  record LostYes() implements SesAnswer {}

  /** Takes no mail, and drops the connection after a while without a word. */
  record Silence(Duration lasting) implements SesAnswer {}
}
