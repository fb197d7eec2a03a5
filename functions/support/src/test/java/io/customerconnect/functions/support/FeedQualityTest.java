package io.customerconnect.functions.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.FeedReport;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.feed.RowOutcome;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Books;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.FeedFiles;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How good what buyers deliver is, at the support desk (P41). */
class FeedQualityTest {
  private static final String QUALITY = "/support/legal-entities/{legalEntityId}/feed-quality";

  private final Scene scene = Scene.alone();
  private final FeedQualities qualities = new FeedQualities(scene.table());
  private final FeedQualityHandler handler = new FeedQualityHandler(scene.platform());
  private final LegalEntityId buyer = scene.buyer().id();

  @Test
  void supportSeesWhatACustomerDeliversAndWhatItIsGoodFor() {
    deliver(
        buyer, FeedReport.of(List.of(rows(97, 3)), List.of(), Optional.of(LedgerDates.POSTING)));
    Books books = new Books(scene.table());
    books.put(buyer, LedgerDates.POSTING);
    books.put(
        buyer,
        scene.buyer().vendorScope(),
        Map.of(
            new VendorNumber("4711"),
            Fixtures.strongInvoice(),
            new VendorNumber("4712"),
            AskableInvoices.NONE),
        ChallengeRules.DEFAULT,
        scene.now());

    Json.Obj quality = quality(buyer).json();

    Json.Obj newest = (Json.Obj) quality.items("newest").getFirst();
    assertThat(newest.require("standing")).isEqualTo("faulty");
    assertThat(newest.require("age")).isEqualTo("current");
    assertThat(newest.require("dates")).isEqualTo("posting");
    assertThat(newest.object("rows").requireNumber("rejected")).isEqualTo(3);
    assertThat(newest.object("rejectsByReason").requireNumber("field-count")).isEqualTo(3);
    assertThat(newest.requireNumber("unknownStatusRows")).isEqualTo(1);
    assertThat(quality.object("books").require("challenge")).isEqualTo("posting-dates");
    assertThat(quality.object("books").requireNumber("vendors")).isEqualTo(2);
    assertThat(quality.object("books").requireNumber("challengeableVendors")).isZero();
    assertThat(quality.object("books").requireNumber("challengeableInvoices")).isZero();
    Json.Obj could = quality.object("books").object("withDocumentDates");
    assertThat(could.requireNumber("challengeableVendors")).isEqualTo(1);
    assertThat(could.requireNumber("challengeableInvoices")).isPositive();
    assertThat(quality.items("weeks")).hasSize(12);
    assertThat(((Json.Obj) quality.items("weeks").getLast()).requireNumber("files")).isEqualTo(1);
  }

  @Test
  void booksWithTheDatesOfTheDocumentsSayHowManyCanBeChallenged() {
    new Books(scene.table())
        .put(
            buyer,
            scene.buyer().vendorScope(),
            Map.of(new VendorNumber("4711"), Fixtures.strongInvoice()),
            ChallengeRules.DEFAULT,
            scene.now());

    Json.Obj books = quality(buyer).json().object("books");

    assertThat(books.require("challenge")).isEqualTo("offered");
    assertThat(books.requireNumber("challengeableVendors")).isEqualTo(1);
    assertThat(books.requireNumber("challengeableInvoices")).isPositive();
    assertThat(books.find("withDocumentDates")).isEmpty();
  }

  @Test
  void aLedgerThatHasNotComeForTwoWeeksIsOldAndSoSays() {
    deliver(buyer, FeedReport.of(List.of(rows(10, 0)), List.of(), Optional.empty()));
    assertThat(listed("old")).isEmpty();

    scene.pass(Duration.ofDays(14));

    Json.Obj newest = (Json.Obj) quality(buyer).json().items("newest").getFirst();
    assertThat(newest.require("age")).isEqualTo("old");
    assertThat(newest.requireNumber("ageDays")).isEqualTo(14);
    assertThat(listed("old")).containsExactly(buyer.value());
    scene.pass(Duration.ofDays(352));
    assertThat(listed("old")).as("nobody waits for it any more").isEmpty();
  }

  @Test
  void faultyFeedsAreListedOnceOverAllPagesUntilAGoodFileCame() {
    List<String> faulty = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      LegalEntityId id = new LegalEntityId("feed-%03d".formatted(i));
      faulty.add(id.value());
      deliver(id, FeedReport.of(FileFault.empty()));
    }
    deliver(buyer, FeedReport.of(List.of(rows(100, 0)), List.of(), Optional.empty()));
    assertThat(listed("faulty")).containsExactlyInAnyOrderElementsOf(faulty);

    deliver(
        new LegalEntityId(faulty.removeFirst()),
        FeedReport.of(List.of(rows(100, 0)), List.of(), Optional.empty()));
    assertThat(listed("faulty")).containsExactlyInAnyOrderElementsOf(faulty);
  }

  @Test
  void whoHasDeliveredNothingHasAnEmptyFeedAndWhoIsUnknownHasNone() {
    assertThat(quality(buyer).json().items("newest")).isEmpty();
    assertThat(quality(new LegalEntityId("nobody")).status()).isEqualTo(404);
  }

  @Test
  void aForgedCursorLeadsNowhere() {
    Answer answer = list("old").query("cursor", "Zm9yZ2Vk").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().items("feeds")).isEmpty();
    assertThat(list("all").send().status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /support/feeds", "GET " + QUALITY})
  void whoIsNotOfTheStaffIsTurnedAway(String route) {
    Answer answer = scene.call(handler, route).path("legalEntityId", buyer.value()).send();

    assertThat(answer.status()).isEqualTo(403);
  }

  private static ChunkResult rows(int good, int bad) {
    ChunkResult.Tally tally = new ChunkResult.Tally();
    for (int line = 0; line < good; line++) {
      tally.add(line, new RowOutcome.Loaded(List.of()));
    }
    for (int line = 0; line < bad; line++) {
      tally.refused(List.of(Reject.fieldCount(good + line, 1, 2)));
    }
    if (bad > 0) {
      tally.unknownWord("geparkt");
    }
    return tally.result();
  }

  private void deliver(LegalEntityId id, FeedReport report) {
    scene.pass(Duration.ofSeconds(1));
    FeedFile file =
        FeedFile.found(
            "invoices/" + id + "/ledger.csv",
            new FileVersion(scene.now(), "1"),
            "etag",
            new FeedFile.Content.Chunked(List.of(), 0));
    FeedFiles files = new FeedFiles(scene.table());
    files.begin(file, scene.now());
    FileSummary summary = FileSummary.of(file.key(), file.version(), report);
    qualities.note(id, FeedKind.LEDGER, summary);
    files.reported(Optional.of(id), summary, scene.now());
  }

  private Answer quality(LegalEntityId id) {
    return support("GET " + QUALITY).path("legalEntityId", id.value()).send();
  }

  private HttpCall list(String standing) {
    return support("GET /support/feeds").query("standing", standing);
  }

  private List<String> listed(String standing) {
    List<String> all = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      HttpCall call = list(standing);
      Answer page = (next.get().isEmpty() ? call : call.query("cursor", next.get())).send();
      page.json()
          .items("feeds")
          .forEach(feed -> all.add(((Json.Obj) feed).require("legalEntityId")));
      next = page.json().string("next");
    }
    return all;
  }

  private HttpCall support(String route) {
    return HttpCall.of(handler, route).signedInAs("support", "sofia", "support");
  }
}
