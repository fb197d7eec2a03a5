package io.customerconnect.lambda;

/**
 * Every environment variable that a function of ours reads; the template gives a function those
 * that it uses.
 */
public enum Setting {
  /** Name of the one DynamoDB table. */
  TABLE,
  /** URL of the queue of buyers to be asked. */
  CONTACT_QUEUE_URL,
  /** URL of the queue of mails to suppliers. */
  MAIL_QUEUE_URL,
  /** URL of the queue of file chunks to be loaded. */
  CHUNK_QUEUE_URL,
  /** URL of the queue of books to be made ready for challenges. */
  BOOKS_QUEUE_URL,
  /** URL of the queue of loads of status. */
  LOAD_QUEUE_URL,
  /** Name of the bucket that buyers' files and their reports are in. */
  FILES_BUCKET,
  /** Address that mails come from, as in {@code CustomerConnect <no-reply@example.com>}. */
  MAIL_SENDER,
  /** SES configuration set that reports what became of a mail. */
  MAIL_CONFIGURATION_SET,
  /**
   * Base URL of the API as the outside sees it, without a slash at the end; links in mails start
   * with it.
   */
  PUBLIC_URL
}
