package io.customerconnect.domain.limit;

/**
 * How much of what others have to read, to do or to wait for may be caused; days are those of UTC.
 *
 * @param requests of an account in a day; at least as many as can be ticked at once
 * @param missingCustomers of an account in a day
 * @param comments of an account in a day
 * @param practiceInvoices of an account in a day, accepted or not
 * @param commentsPerTicket ever, of the supplier
 * @param mailsPerCustomer that ask, to all contacts of a legal entity in a day, from all accounts;
 *     mails that warn of a proof, a review or too many attempts are always sent
 */
public record UsageLimits(
    int requests,
    int missingCustomers,
    int comments,
    int practiceInvoices,
    int commentsPerTicket,
    int mailsPerCustomer) {

  public static final UsageLimits DEFAULT = new UsageLimits(500, 50, 200, 300, 200, 50);

  /** How much of it an account may do in a day. */
  public int perDay(Usage usage) {
    return switch (usage) {
      case REQUESTS -> requests;
      case MISSING_CUSTOMERS -> missingCustomers;
      case COMMENTS -> comments;
      case PRACTICE_INVOICES -> practiceInvoices;
    };
  }
}
