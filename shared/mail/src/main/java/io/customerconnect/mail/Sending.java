package io.customerconnect.mail;

/** What became of handing a mail to SES. */
public sealed interface Sending {

  /**
   * SES said yes.
   *
   * @param messageId by which its events name the mail
   */
  record Sent(String messageId) implements Sending {}

  /**
   * SES said no, and would say so again.
   *
   * @param code of the error, as SES calls it
   */
  record Refused(Fault fault, String code) implements Sending {}

  /**
   * SES takes no more mails at the moment; this one was not sent.
   *
   * @param code of the error, as SES calls it
   */
  record Busy(String code) implements Sending {}

  /**
   * No answer came, or none that tells: the mail may have been sent or not. Only SES's events can
   * tell.
   *
   * @param cause class name or code of the error
   */
  record Unknown(String cause) implements Sending {}

  /** Where the fault lies when SES refuses. */
  enum Fault {
    /** This mail or its address: another may well be sent. */
    MAIL,
    /** Our account, its settings or rights: every mail is refused until an operator mends it. */
    ACCOUNT
  }
}
