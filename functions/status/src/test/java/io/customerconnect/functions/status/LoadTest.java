package io.customerconnect.functions.status;

import static io.customerconnect.functions.status.StatusScene.coded;
import static io.customerconnect.functions.status.StatusScene.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.status.BuyerWords;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.RetentionRules;
import io.customerconnect.domain.status.StatusEntry;
import io.customerconnect.lambda.Json;
import io.customerconnect.testing.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From the buyer's books to what the supplier sees (P35 to P37, P39). */
class LoadTest {

  @Test
  void aNewConnectionIsLoadedAndUntilThenSaysSinceWhenAndUntilWhen() {
    StatusScene scene = new StatusScene();
    scene.deliver(List.of(scene.row("RE-1", "freigegeben")));
    scene.connected();

    assertThat(scene.customer().require("freshness")).isEqualTo("loading");
    assertThat(scene.customer().require("since")).isEqualTo(scene.now().toString());
    assertThat(scene.customer().require("readyBy"))
        .isEqualTo(scene.now().plus(Duration.ofHours(1)).toString());

    scene.handle(scene.settling());

    assertThat(scene.seen()).hasSize(1);
    Json.Obj row = scene.seen().getFirst();
    assertThat(row.require("invoiceNumber")).isEqualTo("RE-1");
    assertThat(row.require("totalWithVat")).isEqualTo("119.00");
    assertThat(row.object("status").require("code")).isEqualTo("AP");
    assertThat(row.object("status").require("word")).isEqualTo("freigegeben");
    assertThat(row.object("payment").require("source")).isEqualTo("due-date");
    assertThat(row.object("payment").require("date")).isEqualTo("2026-04-02");
    assertThat(scene.customer().require("freshness")).isEqualTo("current");
  }

  @Test
  void theScheduleFindsWhatTheStreamHasLost() {
    StatusScene scene = new StatusScene();
    scene.deliver(scene.rows(3));
    scene.connected().settle();

    assertThat(scene.numbers()).containsExactly("RE-00000", "RE-00001", "RE-00002");
  }

  @Test
  void aLongFirstLoadSaysHowFarItHasGot() {
    StatusScene scene = new StatusScene();
    LocalDate first = LocalDate.of(2025, 6, 1);
    scene.deliver(
        IntStream.range(0, 200)
            .mapToObj(day -> scene.row("RE-" + day, "freigegeben", first.plusDays(day)))
            .toList());
    scene.connected();
    assertThat(scene.customer().find("progress")).as("nothing is read yet").isEmpty();

    Faults.meanwhile(
        8, () -> scene.scene().pass(Duration.ofSeconds(21)), () -> scene.handle(scene.settling()));

    Json.Obj progress = scene.customer().object("progress");
    assertThat(progress.requireNumber("read")).isEqualTo(90);
    assertThat(progress.require("oldest")).isEqualTo("2025-06-01");
    assertThat(progress.require("reached")).isEqualTo(first.plusDays(89).toString());
    assertThat(progress.require("newest")).isEqualTo(first.plusDays(199).toString());
    scene.scene().pass(Duration.ofHours(1));
    assertThat(scene.customer().require("freshness")).isEqualTo("delayed");
    assertThat(scene.customer().object("progress")).isEqualTo(progress);

    scene.work();
    assertThat(scene.seen()).hasSize(200);
    assertThat(scene.customer().find("progress")).isEmpty();
  }

  /** Connected in the very moment that a file is through: the index is a little behind. */
  @Test
  void aFirstLoadThatWasQuickerThanTheIndexIsMadeGoodWithoutAnotherFile() {
    StatusScene scene = new StatusScene();
    scene.deliver(scene.rows(3));
    scene.deliverUnindexed();
    scene.connected();
    scene.handle(scene.settling());
    assertThat(scene.seen()).hasSize(3);
    scene.write(List.of(scene.row("RE-LAST", "freigegeben")));

    scene.scene().pass(LoadRules.DEFAULT.patience());
    scene.settle();

    assertThat(scene.seen()).hasSize(4);
    scene.scene().pass(Duration.ofMinutes(1));
    scene.plan();
    assertThat(scene.messages()).as("looked at again once").isEmpty();
  }

  /** Its first page was read too soon, its last one not. */
  @Test
  void aLongFirstLoadThatBeganBeforeTheIndexWasThereIsMadeGoodToo() {
    StatusScene scene = new StatusScene();
    scene.deliver(scene.rows(200));
    scene.deliverUnindexed();
    scene.connected();
    Faults.meanwhile(
        8, () -> scene.scene().pass(Duration.ofSeconds(21)), () -> scene.handle(scene.settling()));
    List<String> goesOn = scene.messages();
    assertThat(goesOn).hasSize(1);
    scene.write(List.of(scene.row("RE-0000", "freigegeben")));
    scene.scene().pass(LoadRules.DEFAULT.settling());
    goesOn.forEach(scene::handle);
    assertThat(scene.seen()).hasSize(200);

    scene.scene().pass(LoadRules.DEFAULT.patience());
    scene.settle();

    assertThat(scene.seen()).hasSize(201);
  }

  @Test
  void aFileThatArrivesIsLoadedAndOneThatSaysTheSameWritesNoRow() {
    StatusScene scene = new StatusScene().connected().settle();
    assertThat(scene.customer().require("freshness")).isEqualTo("nothing-delivered");
    scene.deliver(scene.rows(120));
    scene.settle();
    List<Json.Obj> before = scene.seen();
    assertThat(before).hasSize(120);

    scene.deliver(scene.rows(120));
    scene.settle();

    assertThat(scene.seen()).isEqualTo(before);
    assertThat(scene.customer().require("asOf"))
        .isEqualTo(scene.now().minus(Duration.ofMinutes(1)).toString());
  }

  @Test
  void whatEndsIsSeenNoMoreAndIsRemoved() {
    StatusScene scene = new StatusScene();
    scene.deliver(scene.rows(120));
    scene.connected().settle();

    scene.end();
    assertThat(scene.seen()).isEmpty();

    scene.handle(scene.settling());
    scene.work();
    assertThat(scene.stored()).isZero();
  }

  @Test
  void whatIsConnectedAgainShowsNothingOfBeforeUntilItIsLoaded() {
    StatusScene scene = new StatusScene();
    scene.deliver(scene.rows(3));
    scene.connected().settle();
    scene.end();
    scene.connected();
    assertThat(scene.seen()).isEmpty();
    assertThat(scene.customer().require("freshness")).isEqualTo("loading");

    scene.settle();

    assertThat(scene.seen()).hasSize(3);
  }

  @Test
  void aStatusMayGoBackButAnOlderFileChangesNothing() {
    StatusScene scene = new StatusScene().connected();
    HistoricInvoice late = scene.row("RE-1", "in Bearbeitung");
    scene.deliver(List.of(scene.row("RE-1", "freigegeben")));
    scene.settle();
    scene.deliver(List.of(scene.row("RE-1", "gesperrt")));
    scene.settle();
    assertThat(scene.seen().getFirst().object("status").require("code")).isEqualTo("UQ");

    scene.deliverLate(List.of(late));
    scene.settle();

    assertThat(scene.seen().getFirst().object("status").require("word")).isEqualTo("gesperrt");
  }

  /** Two files of one night, of which the larger one came first. */
  @Test
  void aFileThatCameFirstAndIsThroughLastIsLoadedToo() {
    StatusScene scene = new StatusScene().connected();
    scene.deliver(List.of(scene.row("RE-1", "freigegeben")));
    scene.settle();

    scene.deliverLate(List.of(scene.row("RE-2", "freigegeben")));
    scene.settle();

    assertThat(scene.numbers()).containsExactly("RE-1", "RE-2");
  }

  @Test
  void aRowThatLeavesTheFileStaysAsItWasSaidLast() {
    StatusScene scene = new StatusScene().connected();
    scene.deliver(List.of(scene.row("RE-1", "freigegeben"), scene.row("RE-2", "freigegeben")));
    scene.settle();
    Json.Obj before = scene.seen().getLast();

    scene.deliver(List.of(scene.row("RE-1", "bezahlt")));
    scene.settle();

    assertThat(scene.seen("standing", "open")).containsExactly(before);
    assertThat(scene.seen("status", "PD")).hasSize(1);
    assertThat(scene.customer().require("asOf"))
        .isEqualTo(scene.now().minus(Duration.ofMinutes(1)).toString());
  }

  @Test
  void aRowWhoseInvoiceIsGoneGoesWithTheNextLoad() {
    StatusScene scene = new StatusScene().connected();
    scene.deliver(scene.rows(3));
    scene.settle();
    scene.forget("RE-00001");

    scene.deliver(List.of(scene.row("RE-9", "freigegeben")));
    scene.settle();

    assertThat(scene.numbers()).containsExactly("RE-00000", "RE-00002", "RE-9");
    assertThat(scene.stored()).isEqualTo(3);
    assertThat(scene.customer().requireNumber("invoices")).isEqualTo(3);
  }

  @Test
  void whatIsOverIsInvisibleAtOnceAndInNoSum() {
    StatusScene scene = new StatusScene().connected();
    scene.deliver(List.of(scene.row("PAID", "bezahlt"), scene.row("OPEN", "freigegeben")));
    Instant said = scene.now();
    scene.scene().pass(Duration.ofDays(1));
    scene.deliver(List.of(scene.row("LATER", "freigegeben")));
    scene.settle();

    scene.scene().pass(said.plus(RetentionRules.DEFAULT.settled()).minusSeconds(1));
    assertThat(scene.numbers()).containsExactly("LATER", "OPEN", "PAID");
    scene.scene().pass(Duration.ofSeconds(1));
    assertThat(scene.numbers()).containsExactly("LATER", "OPEN");
    assertThat(scene.stored()).as("deleted by DynamoDB, some time").isEqualTo(3);

    scene.scene().pass(said.plus(RetentionRules.DEFAULT.open()));
    assertThat(scene.numbers()).containsExactly("LATER");
    scene.settle();

    assertThat(scene.stored()).isEqualTo(1);
    assertThat(scene.customer().requireNumber("invoices")).isEqualTo(1);
    assertThat(scene.open()).containsExactly("119.00");
    scene.scene().pass(Duration.ofDays(2));
    scene.settle();
    assertThat(scene.open()).isEmpty();
    assertThat(scene.customer().require("freshness")).isEqualTo("old");
  }

  @Test
  void aWordThatNobodyKnowsIsKeptShownAndCounted() {
    StatusScene scene = new StatusScene().connected();
    scene.deliver(List.of(scene.row("RE-1", "Stufe 7b"), scene.row("RE-2", "freigegeben")));
    scene.settle();

    Json.Obj row = scene.seen("status", "unknown").getFirst();
    assertThat(row.object("status").require("word")).isEqualTo("Stufe 7b");
    assertThat(row.object("status").string("code")).isEmpty();
    assertThat(scene.customer().requireNumber("unknownStatuses")).isEqualTo(1);
  }

  @Test
  void whatSupportSaysOfABuyersWordsIsSeenWithoutAnotherFile() {
    StatusScene scene = new StatusScene().connected();
    scene.deliver(List.of(scene.row("RE-1", "Stufe 7b"), scene.row("RE-2", "freigegeben")));
    scene.settle();

    scene.means(
        new BuyerWords.Word(
            "stufe-7B", ResponseCode.UNDER_QUERY, Optional.of(StatusReason.PRICES)));
    scene.settle();

    Json.Obj row = scene.seen("status", "UQ").getFirst();
    assertThat(row.object("status").require("word")).isEqualTo("Stufe 7b");
    assertThat(row.object("status").items("reasons")).containsExactly(Json.of("PRI"));
    assertThat(scene.seen("status", "AP")).hasSize(1);
    assertThat(scene.customer().requireNumber("unknownStatuses")).isZero();

    scene.means();
    scene.settle();

    assertThat(scene.seen("status", "unknown")).hasSize(1);
  }

  @Test
  void aQueryShowsItsReasonAndAPartialPaymentWhatIsOpen() {
    StatusScene scene = new StatusScene().connected();
    HistoricInvoice part = scene.row("RE-2", "teilbezahlt");
    scene.deliver(
        List.of(
            scene
                .row("RE-1", "x")
                .with(
                    scene.row("RE-1", "x").total(),
                    coded(ResponseCode.UNDER_QUERY, Clarification.of(StatusReason.PRICES))),
            part.with(
                part.total(),
                new StatusEntry(
                    Optional.of("bezahlt"),
                    Optional.empty(),
                    Clarification.NONE,
                    new Payment(
                        Optional.of(LocalDate.of(2026, 3, 1)),
                        Optional.of(Money.parse("19.00", Money.currency("EUR"))),
                        Optional.of("Z-1"))))));
    scene.settle();

    Json.Obj query = scene.seen("status", "UQ").getFirst();
    assertThat(query.object("status").items("reasons")).containsExactly(Json.of("PRI"));
    assertThat(query.object("payment").require("state")).isEqualTo("on-hold");
    Json.Obj paid =
        scene.seen().stream()
            .filter(row -> row.require("invoiceNumber").equals("RE-2"))
            .findFirst()
            .orElseThrow();
    assertThat(paid.require("openAmount")).isEqualTo("100.00");
    assertThat(paid.object("status").require("paidAmount")).isEqualTo("19.00");
    assertThat(paid.object("status").require("paymentReference")).isEqualTo("Z-1");
  }

  @Test
  void aFileOfThirtyDaysAgoIsSaidToBeSo() {
    StatusScene scene = new StatusScene().connected();
    scene.deliver(scene.rows(1));
    scene.settle();
    scene.scene().pass(Duration.ofDays(30));

    assertThat(scene.customer().require("freshness")).isEqualTo("old");
    assertThat(scene.customer().requireNumber("days")).isEqualTo(30);
  }

  @Test
  void datesAreLearntFromHowTheVendorWasPaidAndMoveOnWhenTheyAreOver() {
    StatusScene scene = new StatusScene().connected();
    List<HistoricInvoice> rows = new ArrayList<>();
    for (int daysLate : List.of(-40, -38, -20)) {
      HistoricInvoice paid = scene.row("PAID" + daysLate, "bezahlt");
      rows.add(
          paid.with(
              paid.total(),
              new StatusEntry(
                  Optional.of("bezahlt"),
                  Optional.empty(),
                  Clarification.NONE,
                  new Payment(
                      paid.dueDate().map(due -> due.plusDays(daysLate)),
                      Optional.empty(),
                      Optional.empty()))));
    }
    rows.add(scene.row("OPEN", "freigegeben").with(scene.row("OPEN", "x").total(), said("offen")));
    scene.scene().pass(Instant.parse("2026-02-20T08:00:00Z"));
    scene.deliver(rows);
    scene.settle();

    Json.Obj first = open(scene).object("payment");
    assertThat(first.require("source")).isEqualTo("vendor-after-due");
    assertThat(first.require("date")).isEqualTo("2026-02-23");
    assertThat(first.object("learntFrom").requireNumber("payments")).isEqualTo(3);
    assertThat(first.object("learntFrom").requireNumber("medianDays")).isEqualTo(-38);

    scene.scene().pass(Instant.parse("2026-02-25T08:00:00Z"));
    scene.settle();

    assertThat(open(scene).object("payment").require("date")).isEqualTo("2026-03-13");
  }

  private static Json.Obj open(StatusScene scene) {
    return scene.seen("standing", "open").stream()
        .filter(row -> row.require("invoiceNumber").equals("OPEN"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTestBuyerShowsAnInvoiceInEveryState() {
    StatusScene scene = new StatusScene().settle();

    assertThat(
            scene.seen(call -> call.query("legalEntityId", LegalEntity.TEST_BUYER.value())).stream()
                .map(row -> row.object("status").require("code"))
                .distinct())
        .containsExactlyInAnyOrder("AB", "IP", "UQ", "CA", "RE", "AP", "PD");
  }

  @Test
  void supportMaySuspendAndNothingIsSeenUntilItIsResumed() {
    StatusScene scene = new StatusScene();
    scene.deliver(scene.rows(2));
    scene.connected().settle();
    assertThat(scene.seen()).hasSize(2);

    scene.suspend();

    assertThat(scene.seen()).isEmpty();
  }
}
