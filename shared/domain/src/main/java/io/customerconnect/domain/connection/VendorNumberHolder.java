package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.ticket.TicketNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Whom a buyer's vendor number is bound to, seen from an account that has proved it (P19). */
public sealed interface VendorNumberHolder {
  VendorNumberHolder NOBODY = new Nobody();
  VendorNumberHolder THIS_ACCOUNT = new ThisAccount();

  /** The most holders that have a ticket of a review; a number is hardly ever bound to more. */
  int MAX_TICKETS = 3;

  /** It is bound to nobody. */
  record Nobody() implements VendorNumberHolder {}

  /** This account, perhaps among others. */
  record ThisAccount() implements VendorNumberHolder {}

  /**
   * Others, but not this account: that needs a review.
   *
   * @param tickets that they follow it by
   */
  record Others(List<HolderTicket> tickets) implements VendorNumberHolder {
    public Others {
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * For an account.
   *
   * @param bound the accounts that are bound to the vendor number
   * @param random makes the numbers of tickets
   */
  static VendorNumberHolder of(
      AccountId account, Collection<AccountId> bound, RandomGenerator random) {
    if (bound.contains(account)) {
      return THIS_ACCOUNT;
    }
    return bound.isEmpty()
        ? NOBODY
        : new Others(
            bound.stream()
                .sorted(Comparator.comparing(AccountId::value))
                .limit(MAX_TICKETS)
                .map(holder -> new HolderTicket(holder, TicketNumber.random(random)))
                .toList());
  }
}
