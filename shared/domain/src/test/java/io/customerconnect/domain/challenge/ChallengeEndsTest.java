package io.customerconnect.domain.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.ChallengeDecision.ChallengeEvent;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which changes of a challenge count as its end (P41). */
class ChallengeEndsTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final LegalEntityId BUYER = new LegalEntityId("buyer");
  private static final ChallengeId ID = ChallengeId.random(BUYER, new Random(1));
  private static final ChallengeState.Unproved ASKED = new ChallengeState.Asked(ID, AT, 2);
  private static final ChallengeState.Unproved LOCKED =
      new ChallengeState.Locked(ID, AT, Optional.empty());

  private static ChallengeEnds ends(ChallengeState before, ChallengeEvent event) {
    return ChallengeEnds.of(
        new Challenge(new AccountId("a"), BUYER, Set.of(), before, 0, List.of()), event);
  }

  @Test
  void aChallengeCountsWhenItFirstEnds() {
    assertThat(ends(ASKED, ChallengeEvent.PASSED)).isEqualTo(new ChallengeEnds(1, 0, 0));
    assertThat(ends(ASKED, ChallengeEvent.LOCKED)).isEqualTo(new ChallengeEnds(0, 1, 0));
    assertThat(ends(ASKED, ChallengeEvent.HANDED_OVER)).isEqualTo(new ChallengeEnds(0, 0, 1));
    assertThat(ends(LOCKED, ChallengeEvent.HANDED_OVER)).isEqualTo(ChallengeEnds.NONE);
    assertThat(ends(new ChallengeState.HandedOver(ASKED, AT), ChallengeEvent.LOCKED))
        .isEqualTo(ChallengeEnds.NONE);
  }

  @Test
  void itCountsOnceMoreWhenItIsPassedAfterAll() {
    assertThat(ends(new ChallengeState.HandedOver(ASKED, AT), ChallengeEvent.PASSED))
        .isEqualTo(new ChallengeEnds(1, 0, 0));
  }

  @Test
  void whatEndsNothingCountsNothing() {
    for (ChallengeEvent event :
        List.of(ChallengeEvent.BEGUN, ChallengeEvent.FIRST_RIGHT, ChallengeEvent.WRONG)) {
      assertThat(ends(ASKED, event)).isEqualTo(ChallengeEnds.NONE);
    }
  }
}
