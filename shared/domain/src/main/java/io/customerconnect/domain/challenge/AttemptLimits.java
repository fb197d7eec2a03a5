package io.customerconnect.domain.challenge;

import io.customerconnect.domain.challenge.ChallengeState.Asked;
import io.customerconnect.domain.challenge.ChallengeState.AskedSecond;
import io.customerconnect.domain.challenge.ChallengeState.Expired;
import io.customerconnect.domain.challenge.ChallengeState.HandedOver;
import io.customerconnect.domain.challenge.ChallengeState.Locked;
import io.customerconnect.domain.challenge.ChallengeState.NotBegun;
import io.customerconnect.domain.challenge.ChallengeState.Passed;
import io.customerconnect.domain.connection.ChallengeId;
import java.time.Instant;

/**
 * Under which conditions an attempt may still be made.
 *
 * @param challenge it must be this one
 * @param step that must be to be answered
 * @param begunAfter it must have begun after this, else it has expired
 * @param failuresBelow the challenge must have had fewer attempts than this that came to nothing
 * @param failuresPerPairBelow the account and the legal entity too, ever
 * @param failuresPerVendorBelow at step 2 the vendor number too, over all accounts
 */
public record AttemptLimits(
    ChallengeId challenge,
    Step step,
    Instant begunAfter,
    int failuresBelow,
    int failuresPerPairBelow,
    int failuresPerVendorBelow) {

  /**
   * Whether they allow an attempt: what the condition of the write says.
   *
   * @param failuresOfVendor of the vendor number that step 2 is about; 0 at step 1
   */
  public boolean allow(Challenge stands, int failuresOfVendor) {
    return stands.failuresEver() < failuresPerPairBelow
        && failuresOfVendor < failuresPerVendorBelow
        && allow(stands.state());
  }

  private boolean allow(ChallengeState state) {
    return switch (state) {
      case Asked asked ->
          step == Step.FIRST
              && asked.id().equals(challenge)
              && asked.since().isAfter(begunAfter)
              && asked.failures() < failuresBelow;
      case AskedSecond asked ->
          step == Step.SECOND
              && asked.id().equals(challenge)
              && asked.since().isAfter(begunAfter)
              && asked.failures() < failuresBelow;
      case HandedOver handedOver -> allow(handedOver.stood());
      case NotBegun _, Locked _, Expired _, Passed _ -> false;
    };
  }
}
