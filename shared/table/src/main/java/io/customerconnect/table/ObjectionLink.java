package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.Actor;
import java.time.Instant;

/**
 * What a link stands for by which somebody can say that a connection is not right (P30).
 *
 * @param account that was connected
 * @param vendorNumber that it proved
 * @param sentTo who was told
 * @param side which of them that is
 * @param expiresAt after which it is as if it had never been
 */
public record ObjectionLink(
    AccountId account,
    LegalEntityId legalEntity,
    VendorNumber vendorNumber,
    Contact sentTo,
    Actor.Role side,
    Instant expiresAt) {

  /** Who objects, as the record has it. */
  public Actor actor() {
    return new Actor(side, sentTo.mail().masked());
  }
}
