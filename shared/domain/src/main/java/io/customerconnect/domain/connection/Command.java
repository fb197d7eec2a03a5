package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.ticket.TicketNumber;
import java.util.Optional;

/** What somebody, or the passing of time, wants of a relationship. */
public sealed interface Command {

  /** The account was created. */
  record ConnectTestBuyer() implements Command {}

  /**
   * The supplier wants to be connected.
   *
   * @param ticket the number for a new request
   * @param contacts how many contacts the legal entity has
   * @param rules the legal entity's
   */
  record Ask(TicketNumber ticket, BuyerPolicy policy, int contacts, ConnectionRules rules)
      implements Command {

    /** To ask a legal entity of the directory. */
    public static Ask of(LegalEntity entity, TicketNumber ticket) {
      return new Ask(ticket, entity.policy(), entity.contacts().size(), entity.connectionRules());
    }
  }

  /** The supplier is asked for its invoices instead of the customer. */
  record BeginChallenge(ChallengeId challenge) implements Command {}

  /**
   * The supplier has passed the challenge.
   *
   * @param vendorNumber that it has proved to be
   * @param after what the buyer wants to follow
   * @param holder whom the vendor number is bound to now
   * @param ticket the number for a new request or review, should it come to one
   * @param contacts how many contacts the legal entity has
   * @param rules the legal entity's
   */
  record PassChallenge(
      ChallengeId challenge,
      VendorNumber vendorNumber,
      AfterProof after,
      VendorNumberHolder holder,
      TicketNumber ticket,
      int contacts,
      ConnectionRules rules)
      implements Command {}

  /**
   * Somebody who must know says that this connection is not right (P30).
   *
   * @param ticket the number for the review
   * @param reason in its own words; empty when it gave none
   */
  record Suspend(TicketNumber ticket, String reason) implements Command {}

  /**
   * Support connects the two by hand: the customer has said so elsewhere, or a suspended connection
   * is right after all (P33).
   *
   * @param vendorNumber under which the customer knows the supplier; empty keeps what is known
   * @param reason for the record, and for the supplier to read
   */
  record Approve(TicketNumber ticket, Optional<VendorNumber> vendorNumber, String reason)
      implements Command {}

  /**
   * Support rejects the request, or ends a suspended connection, by hand (P33).
   *
   * @param reason for the record, and for the supplier to read
   */
  record Reject(TicketNumber ticket, String reason) implements Command {}

  /**
   * Support has the customer asked once more (P33).
   *
   * @param ask which of the request's mails was the latest when support decided so; a repeat is
   *     known by it
   * @param contacts how many contacts the legal entity has
   */
  record AskAgain(TicketNumber ticket, int ask, int contacts) implements Command {}

  /** The customer confirms the request with this ticket. */
  record Confirm(TicketNumber ticket, Optional<VendorNumber> vendorNumber) implements Command {}

  /** The customer declines the request with this ticket; {@code kind} is one of a customer's. */
  record Decline(TicketNumber ticket, DeclineKind kind, String reason) implements Command {
    public Decline {
      if (kind == DeclineKind.REJECTED) {
        throw new IllegalArgumentException("Only support rejects");
      }
    }
  }

  /** The contact passes the request with this ticket on. */
  record Forward(TicketNumber ticket, Contact colleague) implements Command {}

  /**
   * A mail could not be delivered.
   *
   * @param ask which of the request's mails
   * @param contacts how many contacts the legal entity has
   */
  record Bounce(TicketNumber ticket, int ask, int contacts) implements Command {}

  /**
   * The customer's contacts have had as many mails for today as they may get: this one has to wait.
   *
   * @param ask which of the request's mails
   */
  record Postpone(TicketNumber ticket, int ask) implements Command {}

  /**
   * Time has passed.
   *
   * @param contacts how many contacts the legal entity has
   */
  record PassTime(int contacts) implements Command {}

  /** One side ends the relationship, or the supplier takes its request back. */
  record End(Side by) implements Command {}

  /** The customer ends the connection that the request with this ticket has led to. */
  record EndConnection(TicketNumber ticket) implements Command {}
}
