package io.customerconnect.functions.feeds;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static io.customerconnect.testing.Fixtures.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.domain.quality.FeedQuality;
import io.customerconnect.domain.quality.FeedRules;
import io.customerconnect.domain.quality.FeedWeek;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.domain.status.BuyerWords;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.table.StatusWords;
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.TestTable;
import io.customerconnect.testing.functions.FileScene;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is known of a buyer's feed once its files are loaded (P41). */
class FeedQualityTest {
  private static final TestTable TABLE = DynamoDbLocal.freshTable();
  private static final FileScene FEEDS =
      new FileScene(TABLE, SplitFileHandler::new, LoadChunkHandler::new, ReadyBooksHandler::new);
  private static final String HEADER =
      "vendorNumber,invoiceNumber,issueDate,totalWithVat,currency,status\n";

  private final Table table = new Table(TABLE.client(), TABLE.name());
  private final FeedQualities qualities = new FeedQualities(table);
  private final LegalEntityId buyer = buyer();
  private final String ledger = "invoices/" + buyer + "/ledger.csv";

  @AfterAll
  static void stop() {
    FEEDS.close();
  }

  private LegalEntityId buyer() {
    LegalEntity entity = customer("q-" + UUID.randomUUID());
    new DirectoryStore(table)
        .load(
            List.of(
                new DirectoryStore.Row(
                    entity, new Revision(new FileVersion(Instant.EPOCH, "0"), 2))));
    return entity.id();
  }

  private static String row(String number, String amount, String status) {
    return "4711,%s,2026-02-27,%s,EUR,%s\n".formatted(number, amount, status);
  }

  private FeedQuality quality() {
    return qualities.find(buyer, MONDAY_MORNING);
  }

  private FileSummary newest(FeedKind kind) {
    return Optional.ofNullable(quality().newest().get(kind)).orElseThrow();
  }

  private FeedWeek thisWeek() {
    return quality().weeks().getLast();
  }

  @Test
  void whatBecameOfAFileIsKnownOfItsBuyer() {
    FEEDS.deliver(
        ledger,
        HEADER
            + row("RE-1", "1.00", "gebucht")
            + row("RE-2", "NaN", "gebucht")
            + row("S/N", "x", "gebucht"));

    FileSummary newest = newest(FeedKind.LEDGER);
    assertThat(newest.key()).isEqualTo(ledger);
    assertThat(newest.rows()).isEqualTo(new RowCounts(3, 1, 0, 0, 2));
    assertThat(newest.reasons())
        .containsOnly(entry(Reason.INVALID_AMOUNT, 2L), entry(Reason.INVALID_INVOICE_NUMBER, 1L));
    assertThat(newest.standing(FeedRules.DEFAULT)).isEqualTo(FileSummary.Standing.FAULTY);
    assertThat(thisWeek().rows()).isEqualTo(newest.rows());
    assertThat(thisWeek().reasons()).isEqualTo(newest.reasons());
    assertThat(thisWeek().files()).isOne();
  }

  @Test
  void wordsForAStatusThatNobodyKnowsAreCountedAndShown() {
    new StatusWords(table)
        .set(
            buyer,
            new BuyerWords(
                List.of(
                    new BuyerWords.Word(
                        "in Klärung beim Werk", ResponseCode.IN_PROCESS, Optional.empty()))),
            0,
            new StatusWords.Change("1", MONDAY_MORNING, new UserId("sofia"), 1, "Their call"));

    Json.Obj report =
        FEEDS.deliver(
            ledger,
            HEADER
                + row("RE-1", "1.00", "Zwischengeparkt")
                + row("RE-2", "1.00", "Zwischengeparkt")
                + row("RE-3", "1.00", "beim Einkauf")
                + row("RE-4", "1.00", "in Klärung beim Werk")
                + row("RE-5", "1.00", ""));

    assertThat(newest(FeedKind.LEDGER).unknownWords().words())
        .containsExactly(entry("Zwischengeparkt", 2L), entry("beim Einkauf", 1L));
    assertThat(thisWeek().unknownWords()).isEqualTo(3);
    assertThat(report.object("rows").requireNumber("loaded")).isEqualTo(5);
    assertThat(report.object("unknownStatus").requireNumber("rows")).isEqualTo(3);
    assertThat(
            ((Json.Obj) report.object("unknownStatus").items("words").getFirst()).require("word"))
        .isEqualTo("Zwischengeparkt");
  }

  @Test
  void aFileThatIsRefusedAsAWholeCountsToo() {
    FEEDS.deliver(ledger, HEADER + row("RE-1", "1.00", ""));
    FEEDS.deliver(
        ledger, (HEADER + row("RE-1", "1.00", "übel")).getBytes(StandardCharsets.ISO_8859_1));

    assertThat(newest(FeedKind.LEDGER).fault()).contains(FileFault.Kind.NOT_UTF_8);
    assertThat(thisWeek().files()).isEqualTo(2);
    assertThat(thisWeek().faults()).containsOnly(entry(FileFault.Kind.NOT_UTF_8, 1L));
    assertThat(thisWeek().rows().loaded()).isOne();
  }

  @Test
  void postingDatesAreSaidOfTheFeed() {
    FEEDS.deliver(
        ledger, HEADER.replace("issueDate", "postingDate") + row("RE-1", "1.00", "gebucht"));

    assertThat(newest(FeedKind.LEDGER).dates()).contains(LedgerDates.POSTING);
  }

  @Test
  void aSingleDocumentSaysNothingOfTheLedger() {
    FEEDS.deliver(ledger, HEADER + row("RE-1", "1.00", ""));
    FEEDS.deliver("invoices/" + buyer + "/one.xml", "<nothing/>");

    assertThat(newest(FeedKind.LEDGER).key()).isEqualTo(ledger);
    assertThat(newest(FeedKind.DOCUMENTS).fault()).contains(FileFault.Kind.UNKNOWN_DOCUMENT);
    assertThat(thisWeek().files()).isEqualTo(2);
  }

  @Test
  void anOlderFileThatIsLoadedLateIsCountedAndIsNotTheNewest() {
    FEEDS.split(FEEDS.drop("invoices/" + buyer + "/older.csv", HEADER + row("RE-1", "1.00", "")));
    List<String> late = FEEDS.chunks();
    FEEDS.deliver(ledger, HEADER + row("RE-2", "1.00", ""));

    late.forEach(FEEDS::load);

    assertThat(newest(FeedKind.LEDGER).key()).isEqualTo(ledger);
    assertThat(thisWeek().files()).isEqualTo(2);
    assertThat(thisWeek().rows().in()).isEqualTo(2);
  }

  @Test
  void aFileIsCountedOnceHoweverOftenItIsToldOf() {
    String news = FEEDS.drop(ledger, HEADER + row("RE-1", "1.00", ""));
    FEEDS.split(news);
    List<String> chunks = FEEDS.chunks();
    chunks.forEach(FEEDS::load);
    chunks.forEach(FEEDS::load);
    FEEDS.split(news);
    FEEDS.chunks().forEach(FEEDS::load);

    assertThat(thisWeek().files()).isOne();
    assertThat(thisWeek().rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0));
  }

  /** A file with its one chunk that nobody has loaded yet. */
  private record Waiting(FeedQualityTest test, String chunk) {
    static Waiting begin() {
      FeedQualityTest test = new FeedQualityTest();
      FEEDS.split(FEEDS.drop(test.ledger, HEADER + row("RE-1", "1.00", "beim Einkauf")));
      return new Waiting(test, FEEDS.chunks().getFirst());
    }

    void load() {
      FEEDS.load(chunk);
    }
  }

  @Test
  void whereverItBreaksOffAFileIsCountedOnce() {
    for (Fault fault : Fault.values()) {
      Faults.afterEachRequest(
          fault,
          Waiting::begin,
          Waiting::load,
          waiting -> {
            waiting.load();
            assertThat(waiting.test().thisWeek().files()).isOne();
            assertThat(waiting.test().thisWeek().unknownWords()).isOne();
            assertThat(waiting.test().newest(FeedKind.LEDGER).rows().in()).isOne();
          });
    }
  }
}
