package io.customerconnect.domain.challenge;

import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.VendorNumber;
import java.time.Instant;
import java.util.Optional;

/** Where a challenge stands. */
public sealed interface ChallengeState {

  /** The id of the latest challenge; empty when there never was one. */
  default Optional<ChallengeId> latest() {
    return switch (this) {
      case NotBegun _ -> Optional.empty();
      case Unproved unproved -> Optional.of(unproved.id());
      case HandedOver handedOver -> Optional.of(handedOver.stood().id());
      case Passed passed -> Optional.of(passed.id());
    };
  }

  /** There never was one. */
  record NotBegun() implements ChallengeState {}

  /** One that the customer can be asked instead of (P24). */
  sealed interface Unproved extends ChallengeState {
    ChallengeId id();
  }

  /** Step 1 is to be answered. */
  record Asked(ChallengeId id, Instant since, int failures) implements Unproved {}

  /**
   * Step 2 is to be answered.
   *
   * @param since the challenge's begin
   * @param first the number that step 1 was passed with
   */
  record AskedSecond(
      ChallengeId id,
      Instant since,
      int failures,
      VendorNumber vendor,
      InvoiceNumber first,
      SecondInvoices second)
      implements Unproved {

    /** Whether the same is asked, about the same vendor: an answer to one answers the other. */
    public boolean asksAs(AskedSecond other) {
      return vendor.equals(other.vendor) && second.equals(other.second);
    }
  }

  /**
   * Too many wrong answers.
   *
   * @param vendor that step 2 was about; empty when it was not reached
   */
  record Locked(ChallengeId id, Instant until, Optional<VendorNumber> vendor) implements Unproved {}

  /**
   * Nobody answered in time.
   *
   * @param vendor that step 2 was about; empty when it was not reached
   */
  record Expired(ChallengeId id, Instant at, Optional<VendorNumber> vendor) implements Unproved {}

  /** The customer is asked; what the supplier can still answer it may (P29). */
  record HandedOver(Unproved stood, Instant at) implements ChallengeState {}

  /** The supplier has proved that it is this vendor. */
  record Passed(ChallengeId id, Instant at, VendorNumber vendor) implements ChallengeState {}
}
