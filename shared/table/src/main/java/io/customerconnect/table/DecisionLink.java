package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.TicketNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * What a link in a mail to a buyer's contact stands for.
 *
 * @param ask which of the request's mails it was in
 * @param sentTo who was asked
 * @param expiresAt after which it is as if it had never been
 * @param used what it was used for, as the form calls it
 */
public record DecisionLink(
    AccountId account,
    LegalEntityId legalEntity,
    TicketNumber ticket,
    int ask,
    Contact sentTo,
    Instant expiresAt,
    Optional<String> used) {

  /** This link, used. */
  public DecisionLink usedFor(String use) {
    return new DecisionLink(account, legalEntity, ticket, ask, sentTo, expiresAt, Optional.of(use));
  }
}
