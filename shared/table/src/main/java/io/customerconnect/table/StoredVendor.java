package io.customerconnect.table;

import io.customerconnect.domain.challenge.VendorChallenges;

/**
 * What all challenges about one vendor number share, as it stands in the table.
 *
 * @param key of the item; an answer that leads to no vendor has one too
 * @param version counts its changes; 0 when it is not there yet
 */
public record StoredVendor(Keys.Key key, VendorChallenges challenges, long version) {

  /** With other contents. */
  public StoredVendor with(VendorChallenges next) {
    return new StoredVendor(key, next, version);
  }
}
