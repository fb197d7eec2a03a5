package io.customerconnect.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.LoadPlan.Load;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoadPlanTest {
  private static final LoadRules RULES = LoadRules.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final Instant TODAY = NOW.minus(Duration.ofHours(2));

  @Test
  void newBindingsAreLoadedFirstAndTheLongestWaitingOfThemInFront() {
    LoadState old = loaded("1", YESTERDAY, NOW.minus(Duration.ofHours(9)));
    LoadState older = loaded("2", YESTERDAY, NOW.minus(Duration.ofHours(10)));
    LoadState fresh = LoadState.of(binding("3", NOW.minusSeconds(1)));
    LoadState waiting = LoadState.of(binding("4", NOW.minusSeconds(60)));

    assertThat(plan(old, fresh, older, waiting).loads())
        .containsExactly(
            new Load.First(waiting.binding(), Optional.of(TODAY)),
            new Load.First(fresh.binding(), Optional.of(TODAY)),
            new Load.Newer(older.binding(), TODAY, NOW.minus(Duration.ofHours(10))),
            new Load.Newer(old.binding(), TODAY, NOW.minus(Duration.ofHours(9))));
  }

  @Test
  void whatFollowsTheNewestFileIsLeftAlone() {
    assertThat(plan(loaded("1", TODAY, NOW)).loads()).isEmpty();
  }

  @Test
  void aScheduleThatFiresTwiceStartsNothingTwice() {
    LoadState state = LoadState.of(binding("1", NOW)).start(Optional.of(TODAY), NOW);

    assertThat(plan(state).loads()).isEmpty();
  }

  @Test
  void aLoadThatDiedIsStartedAgainAfterItsLease() {
    Instant lastSign = NOW.minus(RULES.lease());
    LoadState dead = LoadState.of(binding("1", lastSign)).start(Optional.of(TODAY), lastSign);
    LoadState alive = dead.start(Optional.of(TODAY), lastSign.plusSeconds(1));

    assertThat(plan(dead).loads())
        .containsExactly(new Load.First(dead.binding(), Optional.of(TODAY)));
    assertThat(plan(alive).loads()).isEmpty();
  }

  @Test
  void aLoadThatDiedGoesOnOnlyAsLongAsItsNewsAreTheNewest() {
    Instant lastSign = NOW.minus(RULES.lease());
    LoadState same = loaded("1", YESTERDAY, YESTERDAY).start(Optional.of(TODAY), lastSign);
    LoadState older = loaded("2", YESTERDAY, YESTERDAY).start(Optional.of(YESTERDAY), lastSign);

    assertThat(LoadPlan.goesOn(same, due(same))).isTrue();
    assertThat(LoadPlan.goesOn(older, due(older))).isFalse();
    assertThat(LoadPlan.goesOn(same.reviewBy(NOW), due(same))).isFalse();
  }

  @Test
  void aLoadByTheClockThatDiedIsStartedAgain() {
    Instant lastSign = NOW.minus(RULES.lease());
    LoadState dead = loaded("1", TODAY, TODAY).start(Optional.of(TODAY), lastSign);
    LoadState overtaken = dead.reviewBy(NOW);

    assertThat(plan(dead).loads())
        .containsExactly(new Load.CutOff(dead.binding(), Optional.of(TODAY), lastSign));
    assertThat(LoadPlan.goesOn(dead, due(dead))).isTrue();
    assertThat(plan(overtaken).loads())
        .containsExactly(new Load.Review(overtaken.binding(), Optional.of(TODAY), NOW));
    assertThat(LoadPlan.goesOn(overtaken, due(overtaken))).isFalse();
  }

  private static Load due(LoadState state) {
    return LoadPlan.due(state, Optional.of(TODAY), RULES, NOW).orElseThrow();
  }

  @Test
  void aFileThatComesDuringALoadIsLoadedAfterIt() {
    Instant before = NOW.minus(Duration.ofDays(2));
    LoadState running = loaded("1", before, before).start(Optional.of(YESTERDAY), NOW);

    assertThat(plan(running).loads()).isEmpty();
    assertThat(plan(running.finish(Optional.of(YESTERDAY), NOW, Optional.of(NOW))).loads())
        .containsExactly(new Load.Newer(running.binding(), TODAY, NOW));
  }

  @Test
  void whatALoadMayHaveMissedIsLookedAtAgainAsSoonAsEveryPlaceHasIt() {
    Instant settled = TODAY.plus(RULES.settling());
    Optional<Instant> changes = Optional.of(NOW);

    assertThat(review(Optional.of(TODAY), settled.minusMillis(1), changes))
        .contains(TODAY.plus(RULES.patience()));
    assertThat(review(Optional.of(TODAY), settled, changes)).contains(NOW);
    assertThat(review(Optional.of(YESTERDAY), YESTERDAY, changes)).contains(settled);
    assertThat(review(Optional.empty(), NOW, Optional.empty())).contains(settled);
    assertThat(review(Optional.of(TODAY), TODAY, Optional.of(TODAY))).contains(TODAY);
    assertThat(
            LoadPlan.reviewAfter(Optional.empty(), NOW, Optional.empty(), Optional.empty(), RULES))
        .isEmpty();
  }

  private static Optional<Instant> review(
      Optional<Instant> follows, Instant begun, Optional<Instant> changesAt) {
    return LoadPlan.reviewAfter(follows, begun, Optional.of(TODAY), changesAt, RULES);
  }

  @Test
  void aBuyerWithoutFilesIsLoadedOnceAndAgainWhenOneComes() {
    LoadState state =
        LoadState.of(binding("1", NOW)).finish(Optional.empty(), NOW, Optional.empty());

    assertThat(LoadPlan.due(state, Optional.empty(), RULES, NOW)).isEmpty();
    assertThat(LoadPlan.due(state, Optional.of(TODAY), RULES, NOW))
        .contains(new Load.Newer(state.binding(), TODAY, NOW));
  }

  @Test
  void somebodyIsCalledTwoHoursAfterConnecting() {
    LoadState justOver = LoadState.of(binding("1", NOW.minus(Duration.ofHours(2))));
    LoadState longOver =
        LoadState.of(binding("2", NOW.minus(Duration.ofHours(3)))).start(Optional.of(TODAY), NOW);
    LoadState notYet = LoadState.of(binding("3", NOW.minus(Duration.ofHours(2)).plusMillis(1)));

    assertThat(plan(justOver, longOver, notYet).overdue())
        .containsExactly(longOver.binding(), justOver.binding());
  }

  @Test
  void theHourIsAnHourOnTheNightThatClocksGoBack() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant since =
        ZonedDateTime.of(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30), berlin)
            .withEarlierOffsetAtOverlap()
            .toInstant();
    LoadState state = LoadState.of(binding("1", since));

    assertThat(freshness(state, since.plus(Duration.ofMinutes(59))))
        .isEqualTo(new Freshness.Loading(since, since.plus(Duration.ofHours(1))));
    assertThat(freshness(state, since.plus(Duration.ofMinutes(60))))
        .isEqualTo(new Freshness.Delayed(since));
  }

  @Test
  void aBuyerThatDeliveredNothingIsNotSaidToHaveNoInvoices() {
    LoadState state =
        LoadState.of(binding("1", NOW)).finish(Optional.empty(), NOW, Optional.empty());

    assertThat(Freshness.of(state, Optional.empty(), RULES, NOW))
        .isEqualTo(new Freshness.NothingDelivered(NOW));
  }

  @Test
  void aFileThatIsThirtyDaysOldIsSaidToBeSo() {
    Instant asOf = NOW.minus(Duration.ofDays(30));
    LoadState state = loaded("1", asOf, asOf);

    assertThat(Freshness.of(state, Optional.of(asOf), RULES, NOW))
        .isEqualTo(new Freshness.Old(asOf, 30));
    assertThat(Freshness.of(state, Optional.of(asOf), RULES, asOf.plus(Duration.ofDays(13))))
        .isEqualTo(new Freshness.Current(asOf));
    assertThat(Freshness.of(state, Optional.of(asOf), RULES, asOf.plus(RULES.old())))
        .isEqualTo(new Freshness.Old(asOf, 14));
  }

  @Test
  void aBuyerWhoseClockIsAheadIsCurrent() {
    Instant ahead = NOW.plusSeconds(300);

    assertThat(Freshness.of(loaded("1", TODAY, NOW), Optional.of(ahead), RULES, NOW))
        .isEqualTo(new Freshness.Current(ahead));
  }

  private static Freshness freshness(LoadState state, Instant now) {
    return Freshness.of(state, Optional.empty(), RULES, now);
  }

  private static LoadPlan plan(LoadState... states) {
    return LoadPlan.of(List.of(states), _ -> Optional.of(TODAY), RULES, NOW);
  }

  private static LoadState loaded(String vendorNumber, Instant data, Instant at) {
    return LoadState.of(binding(vendorNumber, Instant.parse("2026-01-01T00:00:00Z")))
        .finish(Optional.of(data), at, Optional.empty());
  }

  private static Binding binding(String vendorNumber, Instant since) {
    return new Binding(
        new AccountId("account"),
        new LegalEntityId("entity"),
        new VendorNumber(vendorNumber),
        since);
  }
}
