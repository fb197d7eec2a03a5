package io.customerconnect.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.LoadState;
import io.customerconnect.table.Loads;
import io.customerconnect.testing.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which loads start when (P36). */
class PlanningTest {

  @Test
  void aScheduleThatFiresTwiceLoadsOnce() {
    StatusScene scene = new StatusScene();
    scene.deliver(scene.rows(3));
    scene.connected();
    scene.scene().pass(Duration.ofMinutes(1));
    scene.plan();
    scene.plan();
    scene.work();
    scene.plan();

    assertThat(scene.messages()).isEmpty();
    assertThat(scene.seen()).hasSize(3);
  }

  /** Between two runs that overlap, a file or a connection is started twice, and loaded once. */
  @Test
  void schedulesThatOverlapLoadOnce() {
    int requests =
        Faults.beforeEachRequest(
            () -> {
              StatusScene scene = new StatusScene().connected().settle();
              scene.deliver(scene.rows(3));
              scene.scene().pass(Duration.ofMinutes(1));
              return scene;
            },
            StatusScene::plan,
            StatusScene::plan,
            scene -> {
              scene.work();
              assertThat(scene.seen()).hasSize(3);
              scene.plan();
              assertThat(scene.messages()).isEmpty();
            });

    assertThat(requests).isGreaterThan(8);
  }

  /** A document every few seconds: nobody waits for a pause. */
  @Test
  void aBuyerThatNeverStopsDeliveringIsLookedThroughNowAndThen() {
    StatusScene scene = new StatusScene().connected().settle();
    List<Integer> seen = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      scene.deliver(scene.rows(minute + 1));
      scene.plan();
      scene.work();
      seen.add(scene.seen().size());
    }

    assertThat(Set.copyOf(seen)).hasSizeBetween(4, 9);
    scene.scene().pass(Duration.ofMinutes(1));
    scene.plan();
    scene.work();
    assertThat(scene.seen()).as("at the first pause").hasSize(60);
    scene.plan();
    assertThat(scene.messages()).isEmpty();
  }

  /** A page of bindings is a hundred, and accounts are spread over four partitions. */
  @Test
  void aBuyerWithMoreBindingsThanAPageHasAllOfThemLoadedThoughEachMessageComesTwice() {
    StatusScene scene = new StatusScene();
    List<AccountId> accounts = inOnePartition(205);
    accounts.forEach(account -> scene.scene().connect(account, StatusScene.VENDOR));
    scene.settle();
    scene.deliver(scene.rows(1));
    scene.scene().pass(Duration.ofMinutes(1));
    scene.plan();

    for (List<String> some = scene.messages(); !some.isEmpty(); some = scene.messages()) {
      Stream.concat(some.stream(), some.stream()).forEach(scene::handle);
    }

    List<LoadState> states = scene.states();
    assertThat(states).extracting(state -> state.binding().account()).containsAll(accounts);
    assertThat(states)
        .allSatisfy(
            state -> assertThat(state.loaded().orElseThrow().data()).isEqualTo(scene.newest()));
  }

  /** Accounts whose bindings are all in one partition of the index. */
  private static List<AccountId> inOnePartition(int count) {
    int shards = (int) Loads.buyerShards().count();
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> new AccountId("account-" + i))
        .filter(account -> Math.floorMod(account.hashCode(), shards) == 0)
        .limit(count)
        .toList();
  }

  @Test
  void aFirstLoadThatTakesTwoHoursIsOverdue() {
    StatusScene scene = new StatusScene().settle().connected();
    scene.scene().pass(Duration.ofHours(2).minusMillis(1));
    assertThat(scene.planning().run().overdue()).isZero();

    scene.scene().pass(Duration.ofMillis(1));

    assertThat(scene.planning().run().overdue()).isEqualTo(1);
  }

  /** Clocks go forward, or back, within the hour; the machine's own zone is one that does so. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-29T00:30:00Z, Europe/Berlin",
    "2026-10-25T00:30:00Z, Europe/Berlin",
    "2026-03-08T09:30:00Z, America/Los_Angeles",
    "2026-11-01T08:30:00Z, America/Los_Angeles"
  })
  void anHourIsAnHourWhenTheClocksChange(Instant connected, String zone) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      StatusScene scene = new StatusScene().settle();
      scene.scene().pass(connected);
      scene.connected();
      Instant readyBy = connected.plus(LoadRules.DEFAULT.ready());

      assertThat(scene.customer().require("readyBy")).isEqualTo(readyBy.toString());
      scene.scene().pass(readyBy.minusMillis(1));
      assertThat(scene.customer().require("freshness")).isEqualTo("loading");
      scene.scene().pass(readyBy);
      assertThat(scene.customer().require("freshness")).isEqualTo("delayed");
      scene.scene().pass(connected.plus(LoadRules.DEFAULT.alarm()).minusMillis(1));
      assertThat(scene.planning().run().overdue()).isZero();
      scene.scene().pass(Duration.ofMillis(1));
      assertThat(scene.planning().run().overdue()).isEqualTo(1);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  /**
   * What is due on the Sunday of the change is of the week that ends with it, and late after it.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-03-29, 2026-W13, 2026-03-30, 2026-W14",
    "2026-10-25, 2026-W43, 2026-10-26, 2026-W44"
  })
  void aWeekIsAWeekWhenTheClocksChange(
      String sunday, String week, String monday, String weekAfter) {
    StatusScene scene = new StatusScene();
    scene.scene().pass(Instant.parse(sunday + "T00:59:59Z"));
    scene.deliver(List.of(scene.dueOn("SUN", sunday), scene.dueOn("MON", monday)));
    scene.connected().settle();

    assertThat(scene.sums()).containsExactly("week " + week, "week " + weekAfter);
    scene.scene().pass(Instant.parse(monday + "T11:59:59Z"));
    assertThat(scene.sums()).as("somewhere it is Sunday still").hasSize(2).contains("week " + week);
    scene.scene().pass(Instant.parse(monday + "T12:00:00Z"));
    assertThat(scene.sums()).containsExactly("late -", "week " + weekAfter);
  }
}
