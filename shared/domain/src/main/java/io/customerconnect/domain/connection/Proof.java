package io.customerconnect.domain.connection;

import io.customerconnect.domain.party.VendorNumber;

/** What a supplier's own proof can still do while the customer is being asked. */
public sealed interface Proof {

  /** Nothing: the customer declined before, and a decline wins (P29). */
  record Barred() implements Proof {}

  /** There is none, but a challenge can be begun. */
  record Possible() implements Proof {}

  /** This challenge is open; if it is passed, the customer need not answer any more. */
  record Begun(ChallengeId challenge) implements Proof {}

  /** The supplier has proved that it is this vendor; the customer decides all the same (P15). */
  record Given(VendorNumber vendorNumber) implements Proof {}
}
