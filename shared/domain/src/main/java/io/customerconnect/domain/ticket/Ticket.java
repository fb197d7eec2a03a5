package io.customerconnect.domain.ticket;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A supplier's request, to be followed by its number until it is closed.
 *
 * @param related tickets of other accounts about the same, for the support desk alone
 * @param assignee who of the support staff sees to it; empty when nobody does
 */
public record Ticket(
    TicketNumber number,
    AccountId account,
    Subject subject,
    Instant openedAt,
    TicketStatus status,
    List<TicketNumber> related,
    Optional<UserId> assignee) {
  public Ticket {
    related = List.copyOf(related);
  }

  /** With tickets of others that are about the same. */
  public Ticket relatedTo(List<TicketNumber> others) {
    return new Ticket(number, account, subject, openedAt, status, others, assignee);
  }

  /** The customer that is to answer; empty when it is somebody else's turn. */
  public Optional<LegalEntityId> awaited() {
    return subject instanceof Subject.Connection connection
            && status instanceof TicketStatus.Open(NextStep step)
            && step.actor() == Actor.Role.BUYER
        ? Optional.of(connection.legalEntity())
        : Optional.empty();
  }

  /** A new one, that nobody is assigned to. */
  public Ticket(
      TicketNumber number,
      AccountId account,
      Subject subject,
      Instant openedAt,
      TicketStatus status) {
    this(number, account, subject, openedAt, status, List.of(), Optional.empty());
  }

  /** What a ticket is about. */
  public sealed interface Subject {
    /** The name of the customer in question. */
    String customerName();

    /** The customer in question; empty for one that could not be found. */
    default Optional<LegalEntityId> customer() {
      return switch (this) {
        case Connection connection -> Optional.of(connection.legalEntity());
        case VendorNumberClaim claim -> Optional.of(claim.legalEntity());
        case MissingCustomer _ -> Optional.empty();
      };
    }

    /** To be connected with a legal entity. */
    record Connection(LegalEntityId legalEntity, String customerName) implements Subject {}

    /** That another account has proved a vendor number which is bound to this one (P19). */
    record VendorNumberClaim(
        LegalEntityId legalEntity, String customerName, VendorNumber vendorNumber)
        implements Subject {}

    /** A customer that the supplier cannot find. */
    record MissingCustomer(String customerName, CountryCode country, String contact)
        implements Subject {}
  }
}
