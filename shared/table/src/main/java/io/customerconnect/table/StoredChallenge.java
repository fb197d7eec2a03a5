package io.customerconnect.table;

import io.customerconnect.domain.challenge.Challenge;

/**
 * A challenge as it stands in the table.
 *
 * @param version counts its changes, counted attempts among them; 0 when it is not there yet
 */
public record StoredChallenge(Challenge challenge, long version) {

  /** As it stands once a change of this one is written. */
  public StoredChallenge next(Challenge changed) {
    return new StoredChallenge(changed, version + 1);
  }
}
