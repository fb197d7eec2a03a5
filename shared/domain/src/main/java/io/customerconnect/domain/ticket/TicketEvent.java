package io.customerconnect.domain.ticket;

/** Something that happened to a ticket. Each has a text in every language's bundle. */
public enum TicketEvent {
  /** The customer is being asked to confirm the supplier. */
  CUSTOMER_ASKED,
  /** No contact is known, or none can be reached by mail: an operator asks the customer. */
  OPERATOR_ASKED,
  /** The contact was asked again. */
  REMINDED,
  /** Another contact of the customer is asked. */
  OTHER_CONTACT_ASKED,
  /** The contact was asked for the last time, and an operator looks into it. */
  ESCALATED,
  /** A mail to the contact could not be delivered; the next contact is asked. */
  MAIL_BOUNCED,
  /** The customer has had as many mails for today as it may get: it is written to another day. */
  MAIL_POSTPONED,
  /** The contact passed the request on to a colleague. */
  FORWARDED,
  CONNECTED,
  /** The supplier is asked for its invoices. */
  CHALLENGED,
  /** The supplier gave wrong answers before the customer was asked; how many is the detail. */
  CHALLENGE_TRIED,
  /** The supplier proved the relationship; the customer decides all the same. */
  PROVED,
  /** The supplier proved the relationship, and is connected. */
  CONNECTED_BY_CHALLENGE,
  /** A connected supplier has one more vendor number: by its proof, or as support found. */
  VENDOR_NUMBER_ADDED,
  /** Support did not give a connected supplier the number that it had proved. */
  VENDOR_NUMBER_REFUSED,
  /** The vendor number that was proved is bound to another account: support looks into it. */
  UNDER_REVIEW,
  /**
   * Another account has proved a vendor number that is bound to this one: support looks into it.
   */
  VENDOR_NUMBER_CLAIMED,
  /** The one whose vendor number another account has proved says that this was not its doing. */
  CLAIM_DISOWNED,
  /** Support gave the vendor number to the other account, too. */
  VENDOR_NUMBER_SHARED,
  /** The vendor number was not given to the other account. */
  VENDOR_NUMBER_KEPT,
  /** Somebody says that the connection is not right: support looks into it. */
  SUSPENDED,
  /** Support found that all is well. */
  RESUMED,
  /** Support found that the connection is not right. */
  REJECTED,
  DECLINED,
  /** The customer says that this is not its supplier. */
  NOT_OUR_SUPPLIER,
  /** Nobody answered in time. */
  EXPIRED,
  /** The supplier took its request back. */
  WITHDRAWN,
  /** The supplier ended the relationship. */
  ENDED_BY_SUPPLIER,
  /** The customer ended the relationship. */
  ENDED_BY_BUYER,
  /** A supplier could not find its customer. */
  MISSING_CUSTOMER_REPORTED,
  /** The customer that a supplier could not find is in the directory now. */
  CUSTOMER_ADDED,
  /** The customer that a supplier could not find is not on the network. */
  CUSTOMER_NOT_ADDED,
  /** The supplier commented. */
  COMMENTED,
  /** Support commented, for the supplier to read. */
  SUPPORT_COMMENTED,
  /** One of the support staff sees to it. */
  ASSIGNED,
  /** Support had the customer asked once more. */
  ASKED_AGAIN,
  /** Support connected the two by hand. */
  CONNECTED_BY_SUPPORT,
  /** Support gave the supplier its attempts at a challenge back. */
  CHALLENGE_UNLOCKED,
  /** Support had the mail to the supplier sent once more. */
  MAIL_RESENT;

  /** Whether the supplier is told on its home page; its own doing is no news to it. */
  public Audience audience() {
    return switch (this) {
      case COMMENTED,
          WITHDRAWN,
          ENDED_BY_SUPPLIER,
          CHALLENGED,
          CHALLENGE_TRIED,
          ASSIGNED,
          CLAIM_DISOWNED,
          MAIL_RESENT ->
          Audience.HISTORY_ONLY;
      default -> Audience.SUPPLIER;
    };
  }

  /** What the detail is that such an event is recorded with, if there is one. */
  public Detail detail() {
    return switch (this) {
      case ASSIGNED, CHALLENGE_TRIED, FORWARDED -> Detail.FACT;
      default -> Detail.WORDS;
    };
  }

  /** What is recorded beside an event. */
  public enum Detail {
    /** Something that the software wrote, such as a number or a masked address. */
    FACT,
    /** What somebody typed, in which anybody may be named. */
    WORDS
  }

  /** Who gets to hear of an event. */
  public enum Audience {
    SUPPLIER,
    HISTORY_ONLY
  }
}
