package io.customerconnect.domain.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.ChallengeState.Asked;
import io.customerconnect.domain.challenge.ChallengeState.Expired;
import io.customerconnect.domain.challenge.ChallengeState.HandedOver;
import io.customerconnect.domain.challenge.ChallengeState.Locked;
import io.customerconnect.domain.challenge.ChallengeState.NotBegun;
import io.customerconnect.domain.challenge.ChallengeState.Passed;
import io.customerconnect.domain.challenge.ChallengeState.Unproved;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which changes of a challenge count as its end (P41). */
class ChallengeEndsTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final ChallengeId ID =
      ChallengeId.random(new LegalEntityId("buyer"), new Random(1));
  private static final Unproved ASKED = new Asked(ID, AT, 2);
  private static final Unproved LOCKED = new Locked(ID, AT, Optional.empty());
  private static final Unproved EXPIRED = new Expired(ID, AT, Optional.empty());
  private static final ChallengeState PASSED = new Passed(ID, AT, new VendorNumber("4711"));

  private static HandedOver handedOver(Unproved stood) {
    return new HandedOver(stood, AT);
  }

  @Test
  void aChallengeCountsWhenItFirstEnds() {
    assertThat(ChallengeEnds.of(ASKED, PASSED)).isEqualTo(new ChallengeEnds(1, 0, 0));
    assertThat(ChallengeEnds.of(ASKED, LOCKED)).isEqualTo(new ChallengeEnds(0, 1, 0));
    assertThat(ChallengeEnds.of(ASKED, handedOver(ASKED))).isEqualTo(new ChallengeEnds(0, 0, 1));
    assertThat(ChallengeEnds.of(LOCKED, handedOver(LOCKED))).isEqualTo(ChallengeEnds.NONE);
    assertThat(ChallengeEnds.of(handedOver(ASKED), handedOver(LOCKED)))
        .isEqualTo(ChallengeEnds.NONE);
  }

  @Test
  void itCountsOnceMoreWhenItIsPassedAfterAll() {
    assertThat(ChallengeEnds.of(handedOver(ASKED), PASSED)).isEqualTo(new ChallengeEnds(1, 0, 0));
    assertThat(ChallengeEnds.of(PASSED, PASSED)).isEqualTo(ChallengeEnds.NONE);
  }

  @Test
  void whatNobodyAnswersHasNoEndAndDoesNotCountWhenTheCustomerIsAskedInstead() {
    assertThat(ChallengeEnds.of(ASKED, EXPIRED)).isEqualTo(ChallengeEnds.NONE);
    assertThat(ChallengeEnds.of(ASKED, handedOver(EXPIRED))).isEqualTo(ChallengeEnds.NONE);
    assertThat(ChallengeEnds.of(EXPIRED, handedOver(EXPIRED))).isEqualTo(ChallengeEnds.NONE);
  }

  @Test
  void whatEndsNothingCountsNothing() {
    assertThat(ChallengeEnds.of(new NotBegun(), ASKED)).isEqualTo(ChallengeEnds.NONE);
    assertThat(ChallengeEnds.of(ASKED, new Asked(ID, AT, 1))).isEqualTo(ChallengeEnds.NONE);
    assertThat(ChallengeEnds.of(LOCKED, ASKED)).isEqualTo(ChallengeEnds.NONE);
    assertThat(ChallengeEnds.of(handedOver(ASKED), handedOver(ASKED)))
        .isEqualTo(ChallengeEnds.NONE);
  }
}
