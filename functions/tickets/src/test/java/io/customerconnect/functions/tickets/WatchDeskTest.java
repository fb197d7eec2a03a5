package io.customerconnect.functions.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.feed.FeedReport;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.table.TicketStore;
import io.customerconnect.testing.functions.Scene;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchDeskTest {
  private final Scene scene = Scene.alone();
  private final WatchDeskHandler function = new WatchDeskHandler(scene.platform());

  @Test
  void whileCustomersAreAskedNothingWaitsForAnOperator() {
    scene.ask();
    scene.pass(Duration.ofDays(4));

    assertThat(watch()).isEqualTo(waiting(0, 0));
  }

  @Test
  void whatWaitsForAnOperatorIsCountedAndTheLongestWaitIsTold() {
    TicketNumber number = scene.ask();
    scene.apply(new Command.Bounce(number, 1, 0));
    scene.pass(Duration.ofDays(1));
    report("Ost AG");
    report("West AG");
    scene.pass(Duration.ofDays(3));

    assertThat(watch()).isEqualTo(waiting(3, 96));
    assertThat(lines())
        .contains("\"WaitingFor\":\"Operator\",\"TicketsWaiting\":3")
        .contains("\"WaitingFor\":\"Operator\",\"LongestWait\":345600");
    scene.apply(new Command.Confirm(number, Optional.empty()));
    assertThat(watch()).isEqualTo(waiting(2, 72));
  }

  @Test
  void aCustomerWhoseFileIsTwoWeeksOldIsToldForADay() {
    FeedQualities feeds = new FeedQualities(scene.table());
    delivered(feeds, "nordwind", FeedKind.LEDGER);
    delivered(feeds, "messages-only", FeedKind.DOCUMENTS);
    scene.pass(Duration.ofDays(13));
    delivered(feeds, "suedwind", FeedKind.LEDGER);

    assertThat(grownOld()).isZero();
    scene.pass(Duration.ofDays(1));
    assertThat(grownOld()).isEqualTo(1);
    assertThat(lines()).contains("\"Feed\":\"ledger\",\"FeedsGrownOld\":1");
    scene.pass(Duration.ofDays(2));
    assertThat(grownOld()).isZero();
  }

  private void delivered(FeedQualities feeds, String buyer, FeedKind kind) {
    feeds.note(
        new LegalEntityId(buyer),
        kind,
        FileSummary.of(
            "invoices/" + buyer + "/1",
            new FileVersion(scene.now(), "1"),
            FeedReport.of(List.of(), List.of(), Optional.empty())));
  }

  private long grownOld() {
    return watch().requireNumber("feedsGrownOld");
  }

  private void report(String name) {
    new TicketStore(scene.table())
        .reportMissing(
            scene.account(),
            new Ticket.Subject.MissingCustomer(name, new CountryCode("CH"), "Mr Ost"),
            name,
            TicketNumber.random(new Random(name.hashCode())),
            Actor.supplier("user-1"),
            scene.now());
  }

  private Json.Obj watch() {
    return Scene.invoke(function, Json.object());
  }

  private static Json.Obj waiting(int tickets, long longestHours) {
    return Json.object()
        .with("waiting", tickets)
        .with("longestHours", longestHours)
        .with("feedsGrownOld", 0);
  }

  /** What it writes to standard output, where CloudWatch reads its metrics. */
  private String lines() {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream lines = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(lines);
      watch();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
