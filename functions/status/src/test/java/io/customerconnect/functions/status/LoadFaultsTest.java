package io.customerconnect.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads that are cut off, doubled, overtaken, or take long end in the same rows (P36, P37). */
class LoadFaultsTest {
  /** More than a message's time, less than the time after which a load is taken for dead. */
  private static final Duration LONG = Duration.ofSeconds(21);

  private static final Duration DEAD = Duration.ofMinutes(16);

  /** The most invoices that a load reads at once. */
  private static final int PAGE = 90;

  /** A scene, and what was noted in it. */
  private record Noted(StatusScene scene, List<String> what) {}

  private static StatusScene connectedWith(int rows) {
    StatusScene scene = new StatusScene();
    scene.deliver(scene.rows(rows));
    return scene.connected();
  }

  private static void load(StatusScene scene) {
    scene.handle(scene.settling());
  }

  private static void assertLoaded(StatusScene scene, int rows) {
    assertThat(scene.seen()).hasSize(rows);
    assertThat(scene.numbers()).doesNotHaveDuplicates();
    assertThat(scene.customer().requireNumber("invoices")).isEqualTo(rows);
    assertThat(scene.customer().require("freshness")).isEqualTo("current");
    assertThat(scene.stored()).isEqualTo(rows);
  }

  @Test
  void aLoadThatIsStoppedAfterAnyRequestEndsInTheSameRows() {
    int requests =
        Faults.afterEachRequest(
            Fault.CRASH,
            () -> {
              StatusScene scene = connectedWith(200).settle();
              List<HistoricInvoice> changed = new ArrayList<>(scene.rows(230));
              changed.set(95, scene.row("RE-00095", "bezahlt"));
              scene.deliver(changed);
              return scene;
            },
            LoadFaultsTest::load,
            scene -> {
              scene.scene().pass(DEAD);
              scene.settle();
              assertLoaded(scene, 230);
              assertThat(scene.seen("status", "PD")).hasSize(1);
            });

    assertThat(requests).isGreaterThan(8);
  }

  @Test
  void anAnswerThatIsLostIsLoadedAgain() {
    Faults.afterEachRequest(
        Fault.LOST_ANSWER,
        () -> connectedWith(100),
        LoadFaultsTest::load,
        scene -> {
          scene.scene().pass(DEAD);
          scene.settle();
          assertLoaded(scene, 100);
        });
  }

  @Test
  void ofTwoLoadsOfOneBindingOneGoesOnAndTheOtherStops() {
    int requests =
        Faults.beforeEachRequest(
            () -> connectedWith(100),
            LoadFaultsTest::load,
            LoadFaultsTest::load,
            scene -> {
              assertThat(scene.messages()).isEmpty();
              assertLoaded(scene, 100);
            });

    assertThat(requests).isGreaterThan(6);
  }

  @Test
  void workersAtTheSameMomentEndInTheSameRows() throws Exception {
    StatusScene scene = connectedWith(300);
    Callable<List<String>> worker = () -> scene.handle(scene.settling());
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      for (Future<List<String>> failed :
          workers.invokeAll(List.of(worker, worker, worker, worker))) {
        assertThat(failed.get()).isEmpty();
      }
    }
    scene.scene().pass(DEAD);
    scene.settle();

    assertLoaded(scene, 300);
  }

  /** The one that was taken for dead is alive, and must not write over what came after it. */
  @Test
  void aLoadThatWasTakenForDeadStopsWhenItWakesUp() {
    Faults.beforeEachRequest(
        () -> connectedWith(100),
        scene -> {
          scene.deliver(
              scene.rows(110).stream()
                  .map(row -> scene.row(row.number().written(), "bezahlt"))
                  .toList());
          scene.scene().pass(DEAD);
          scene.settle();
        },
        LoadFaultsTest::load,
        scene -> {
          scene.work();
          assertLoaded(scene, 110);
          assertThat(scene.seen("status", "PD")).hasSize(110);
        });
  }

  /** Three pages, and the time is up behind any of them. */
  @Test
  void aLoadWhoseTimeIsUpGoesOnWithAnotherMessage() {
    List<String> goesOn = new ArrayList<>();
    Faults.beforeEachRequest(
        () -> connectedWith(200),
        scene -> scene.scene().pass(LONG),
        LoadFaultsTest::load,
        scene -> {
          List<String> messages = scene.messages();
          goesOn.addAll(messages);
          if (!messages.isEmpty()) {
            assertThat(scene.stored()).isBetween(1, 199);
            assertThat(scene.customer().require("freshness")).isEqualTo("loading");
          }
          messages.forEach(scene::handle);
          assertThat(scene.messages()).isEmpty();
          assertLoaded(scene, 200);
        });

    assertThat(goesOn).hasSizeGreaterThan(4).allMatch(message -> message.contains("goesOn"));
  }

  @Test
  void whatGoesOnReadsNothingAgainOfWhatIsBehindIt() {
    StatusScene scene = connectedWith(400);
    Faults.meanwhile(12, () -> scene.scene().pass(LONG), () -> load(scene));
    int before = scene.stored();

    Reading reading = scene.handling(scene.messages());

    assertThat(scene.stored()).isEqualTo(400);
    // The state, the words, how this vendor and all of them were paid; whether there is more,
    // twice.
    int aroundIt = 6;
    int pagesLeft = (400 - before) / PAGE + 1;
    assertThat(reading.requests()).isEqualTo(aroundIt + 3 * pagesLeft);
  }

  @Test
  void aLoadThatDiedGoesOnBehindItsLastPage() {
    StatusScene scene = connectedWith(400);
    Faults.breakOff(Fault.CRASH, 12, () -> load(scene));
    int before = scene.stored();
    assertThat(before).isBetween(PAGE, 399);
    scene.scene().pass(DEAD);

    Reading reading = scene.handling(List.of(scene.settling()));

    assertLoaded(scene, 400);
    // As where a load goes on whose time was up.
    assertThat(reading.requests()).isEqualTo(6 + 3 * ((400 - before) / PAGE + 1));
  }

  /** What was right in the pages before may be wrong by what the buyer has said since. */
  @Test
  void aLoadThatDiedBeginsAnewWhenTheBuyerHasSaidMore() {
    StatusScene scene = connectedWith(400);
    Faults.breakOff(Fault.CRASH, 12, () -> load(scene));
    scene.deliver(List.of(scene.row("RE-00000", "bezahlt")));
    scene.scene().pass(DEAD);

    scene.settle();

    assertLoaded(scene, 400);
    assertThat(StatusScene.numbers(scene.seen("status", "PD"))).containsExactly("RE-00000");
  }

  /** The buyer says nothing new meanwhile: only the load itself tells that it is not through. */
  @Test
  void aLoadByTheClockThatDiesComesToItsEnd() {
    int requests =
        Faults.afterEachRequest(
            Fault.CRASH,
            () -> {
              StatusScene scene = connectedWith(200).settle();
              scene.forget("RE-00005");
              scene.forget("RE-00150");
              scene.reviewNow();
              return scene;
            },
            LoadFaultsTest::load,
            scene -> {
              scene.scene().pass(DEAD);
              scene.settle();
              assertLoaded(scene, 198);
              scene.plan();
              assertThat(scene.messages()).isEmpty();
            });

    assertThat(requests).isGreaterThan(8);
  }

  /** A buyer that delivers more often than a load takes must not keep it from its end. */
  @Test
  void aFileThatComesDuringALongLoadIsLoadedAfterIt() {
    StatusScene scene = connectedWith(200);
    Faults.meanwhile(8, () -> scene.scene().pass(LONG), () -> load(scene));
    List<String> goesOn = scene.messages();
    scene.deliver(List.of(scene.row("RE-00000", "bezahlt")));
    scene.settle();
    assertThat(scene.customer().require("freshness")).isEqualTo("loading");

    goesOn.forEach(scene::handle);
    assertThat(scene.customer().require("freshness")).isEqualTo("current");
    scene.settle();

    assertLoaded(scene, 200);
    assertThat(StatusScene.numbers(scene.seen("status", "PD"))).containsExactly("RE-00000");
    scene.plan();
    assertThat(scene.messages()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whatGoesOnIsCutOffAndComesAgain(Fault fault) {
    Faults.afterEachRequest(
        fault,
        () -> {
          StatusScene scene = connectedWith(250);
          Faults.meanwhile(8, () -> scene.scene().pass(LONG), () -> load(scene));
          return new Noted(scene, scene.messages());
        },
        noted -> noted.what().forEach(noted.scene()::handle),
        noted -> {
          noted.what().forEach(noted.scene()::handle);
          noted.scene().scene().pass(DEAD);
          noted.scene().settle();
          assertLoaded(noted.scene(), 250);
        });
  }

  static Stream<Consumer<StatusScene>> endings() {
    return Stream.of(StatusScene::end, StatusScene::suspend);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void whatEndsDuringALoadGetsNotOneRowMore(Consumer<StatusScene> ending) {
    int requests =
        Faults.beforeEachRequest(
            () -> new Noted(connectedWith(150), new ArrayList<>()),
            noted -> {
              ending.accept(noted.scene());
              noted.what().add(Integer.toString(noted.scene().stored()));
            },
            noted -> load(noted.scene()),
            noted -> {
              StatusScene scene = noted.scene();
              assertThat(noted.what()).containsExactly(Integer.toString(scene.stored()));
              assertThat(scene.seen()).isEmpty();
              load(scene);
              scene.work();
              assertThat(scene.stored()).isZero();
              scene.settle();
              assertThat(scene.stored()).isZero();
            });

    assertThat(requests).isGreaterThan(6);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void whatEndsWhileItIsReadIsNotShown(Consumer<StatusScene> ending) {
    int requests =
        Faults.beforeEachRequest(
            () -> new Noted(connectedWith(3).settle(), new ArrayList<>()),
            noted -> ending.accept(noted.scene()),
            noted -> noted.what().addAll(noted.scene().numbers()),
            noted -> assertThat(noted.what()).isEmpty());

    assertThat(requests).as("the rows, then whether they may be seen").isEqualTo(2);
  }

  @Test
  void rowsAreRemovedAcrossEveryCrash() {
    Faults.afterEachRequest(
        Fault.CRASH,
        () -> {
          StatusScene scene = connectedWith(400).settle();
          scene.end();
          return scene;
        },
        LoadFaultsTest::load,
        scene -> {
          load(scene);
          scene.work();
          assertThat(scene.stored()).isZero();
        });
  }

  /** Rows of a binding that has come again are not removed by what is left of its end. */
  @Test
  void whatIsConnectedAgainWhileItsRowsAreRemovedIsLoadedInFull() {
    Faults.beforeEachRequest(
        () -> {
          StatusScene scene = connectedWith(200).settle();
          scene.end();
          return scene;
        },
        scene -> scene.connected().settle(),
        LoadFaultsTest::load,
        scene -> {
          scene.work();
          scene.settle();
          assertLoaded(scene, 200);
        });
  }
}
