package io.customerconnect.domain.ticket;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A supplier's request, to be followed by its number until it is closed.
 *
 * @param assignee who of the support staff sees to it; empty when nobody does
 */
public record Ticket(
    TicketNumber number,
    AccountId account,
    Subject subject,
    Instant openedAt,
    TicketStatus status,
    Optional<UserId> assignee) {

  /** A new one, that nobody is assigned to. */
  public Ticket(
      TicketNumber number,
      AccountId account,
      Subject subject,
      Instant openedAt,
      TicketStatus status) {
    this(number, account, subject, openedAt, status, Optional.empty());
  }

  /** What a ticket is about. */
  public sealed interface Subject {
    /** The name of the customer in question. */
    String customerName();

    /** To be connected with a legal entity. */
    record Connection(LegalEntityId legalEntity, String customerName) implements Subject {}

    /** A customer that the supplier cannot find. */
    record MissingCustomer(String customerName, CountryCode country, String contact)
        implements Subject {}
  }
}
