package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.AccountId;
import java.util.Set;

/** Whom a buyer's vendor number is bound to, seen from an account that has proved it (P19). */
public enum VendorNumberHolder {
  NOBODY,
  /** This account, perhaps among others. */
  THIS_ACCOUNT,
  /** Others, but not this account: that needs a review. */
  ANOTHER_ACCOUNT;

  /**
   * For an account.
   *
   * @param bound the accounts that are bound to the vendor number
   */
  public static VendorNumberHolder of(AccountId account, Set<AccountId> bound) {
    return bound.contains(account) ? THIS_ACCOUNT : bound.isEmpty() ? NOBODY : ANOTHER_ACCOUNT;
  }
}
