package io.customerconnect.domain.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.challenge.AttemptCounter.Counting;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.rules.ChallengeRules;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CountedAttemptTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final ChallengeId ID =
      ChallengeId.random(new LegalEntityId("buyer"), new Random(1));
  private static final ChallengeRules RULES = ChallengeRules.DEFAULT;

  @Test
  void fiftyRequestsSideBySideGetThreeAttempts() throws Exception {
    AttemptCounter counter = counterOf(challenge(new ChallengeState.Asked(ID, NOW, 0), 0), 0);
    List<CountedAttempt.Outcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<CountedAttempt.Outcome>> requests = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        requests.add(
            threads.submit(() -> CountedAttempt.count(counter, ID, Step.FIRST, RULES, NOW)));
      }
      for (Future<CountedAttempt.Outcome> request : requests) {
        outcomes.add(request.get());
      }
    }

    assertThat(outcomes).filteredOn(CountedAttempt.Outcome.Granted.class::isInstance).hasSize(3);
    assertThat(outcomes)
        .filteredOn(new CountedAttempt.Outcome.Refused(ChallengeRefusal.LOCKED)::equals)
        .hasSize(47);
  }

  @Test
  void whyAnAttemptIsNotGranted() {
    assertThat(ask(challenge(new ChallengeState.NotBegun(), 0), Step.FIRST, 0))
        .isEqualTo(ChallengeRefusal.NO_SUCH_CHALLENGE);
    assertThat(ask(challenge(new ChallengeState.Asked(ID, NOW, 0), 0), Step.SECOND, 0))
        .isEqualTo(ChallengeRefusal.OUT_OF_ORDER);
    assertThat(
            ask(
                challenge(new ChallengeState.Asked(ID, NOW.minus(Duration.ofDays(1)), 0), 0),
                Step.FIRST,
                0))
        .isEqualTo(ChallengeRefusal.EXPIRED);
    assertThat(
            ask(challenge(new ChallengeState.Expired(ID, NOW, Optional.empty()), 0), Step.FIRST, 0))
        .isEqualTo(ChallengeRefusal.EXPIRED);
    assertThat(
            ask(
                challenge(new ChallengeState.Locked(ID, NOW.plusSeconds(9), Optional.empty()), 3),
                Step.FIRST,
                0))
        .isEqualTo(ChallengeRefusal.LOCKED);
    assertThat(ask(challenge(new ChallengeState.Asked(ID, NOW, 0), 9), Step.FIRST, 0))
        .isEqualTo(ChallengeRefusal.USED_UP);
    assertThat(
            ask(challenge(new ChallengeState.Passed(ID, NOW, Invoices.VENDOR), 0), Step.FIRST, 0))
        .isEqualTo(ChallengeRefusal.PASSED);
    assertThat(
            ask(
                challenge(
                    new ChallengeState.Asked(
                        ChallengeId.random(new LegalEntityId("buyer"), new Random(2)), NOW, 0),
                    0),
                Step.FIRST,
                0))
        .isEqualTo(ChallengeRefusal.NO_SUCH_CHALLENGE);
  }

  @Test
  void aVendorNumberThatBoreNineFailuresBearsNoMore() {
    Challenge second =
        challenge(
            new ChallengeState.AskedSecond(
                ID,
                NOW,
                0,
                Invoices.VENDOR,
                Invoices.invoice("RE-1", "2026-01-02", "5").number(),
                SecondInvoices.of(Invoices.BUYER, Invoices.invoice("RE-2", "2026-01-02", "5"))),
            0);

    assertThat(CountedAttempt.count(counterOf(second, 8), ID, Step.SECOND, RULES, NOW))
        .isInstanceOf(CountedAttempt.Outcome.Granted.class);
    assertThat(ask(second, Step.SECOND, 9)).isEqualTo(ChallengeRefusal.USED_UP);
  }

  @Test
  void anAttemptAtOneStepIsNoneAtTheOther() {
    CountedAttempt first = granted(Step.FIRST);

    assertThatThrownBy(
            () ->
                StepTwo.compare(
                    first,
                    SecondInvoices.of(Invoices.BUYER, Invoices.invoice("RE-2", "2026-01-02", "5")),
                    Map.of(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nobodyCanMakeOneWithoutCounting() {
    assertThat(Arrays.stream(CountedAttempt.class.getDeclaredConstructors()))
        .allMatch((Constructor<?> constructor) -> Modifier.isPrivate(constructor.getModifiers()));
  }

  /** An attempt that was counted, for tests of what is compared with it. */
  static CountedAttempt granted(Step step) {
    return granted(step, RULES);
  }

  static CountedAttempt granted(Step step, ChallengeRules rules) {
    Challenge challenge = challenge(new ChallengeState.Asked(ID, NOW, 1), 1);
    return ((CountedAttempt.Outcome.Granted)
            CountedAttempt.count(_ -> new Counting.Counted(challenge), ID, step, rules, NOW))
        .attempt();
  }

  private static ChallengeRefusal ask(Challenge stands, Step step, int failuresOfVendor) {
    return ((CountedAttempt.Outcome.Refused)
            CountedAttempt.count(counterOf(stands, failuresOfVendor), ID, step, RULES, NOW))
        .why();
  }

  /** Does in memory what the table does by a conditional write. */
  private static AttemptCounter counterOf(Challenge begun, int failuresOfVendor) {
    AtomicReference<Challenge> stands = new AtomicReference<>(begun);
    return limits -> {
      while (true) {
        Challenge before = stands.get();
        if (!limits.allow(before, failuresOfVendor)) {
          return new Counting.NotCounted(before);
        }
        if (stands.compareAndSet(before, before.attempted())) {
          return new Counting.Counted(before.attempted());
        }
      }
    };
  }

  private static Challenge challenge(ChallengeState state, int failuresEver) {
    return new Challenge(
        new AccountId("acme"),
        new LegalEntityId("buyer"),
        Set.of(),
        state,
        failuresEver,
        List.of());
  }
}
