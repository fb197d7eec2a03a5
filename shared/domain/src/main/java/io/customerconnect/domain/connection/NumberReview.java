package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A review of one more vendor number that a connected supplier has proved, and that is bound to
 * others (P19). The connection stands meanwhile, without that number; its latest ticket is that of
 * the review.
 *
 * @param holders who follow it by tickets of their own
 * @param closed what support has found; empty while it looks into it
 */
public record NumberReview(
    VendorNumber vendorNumber,
    List<HolderTicket> holders,
    Instant opened,
    Optional<TicketStatus.Closed> closed) {
  public NumberReview {
    holders = List.copyOf(holders);
  }
}
