package io.customerconnect.functions.feeds;

import static io.customerconnect.testing.Fixtures.customer;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.DirectoryColumn;
import io.customerconnect.domain.feed.DirectoryRow;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.DirectoryStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Directory files from the bucket to the directory and the report (P37, P40). */
class DirectoryFilesTest {
  private static final String HEADER = "legalEntityId,legalName,country,groupId,city\n";

  @SuppressWarnings("NullAway.Init")
  private static FeedScene feeds;

  private final DirectoryStore directory = new DirectoryStore(FeedScene.table());
  private final String run = UUID.randomUUID().toString();
  private final String key = "directory/nordwind 2026-03 " + run + ".csv";

  @BeforeAll
  static void start() {
    feeds = new FeedScene();
  }

  @AfterAll
  static void stop() {
    feeds.close();
  }

  private String id(int number) {
    return "e" + number + "-" + run;
  }

  private String row(int number, String name) {
    return "%s,%s,DE,,Hamburg\n".formatted(id(number), name);
  }

  /** Bad rows: they fill chunks, and cost nothing. */
  private static final String FILLER = "a,b,XX,,\n";

  private String rows(int from, int to, String name) {
    return IntStream.range(from, to)
        .mapToObj(number -> row(number, name + " " + number))
        .collect(Collectors.joining());
  }

  private Optional<LegalEntity> entity(int number) {
    LegalEntityId id = new LegalEntityId(id(number));
    return Optional.ofNullable(directory.find(List.of(id)).get(id));
  }

  private String name(int number) {
    return entity(number).map(LegalEntity::legalName).orElse("");
  }

  private static Map<String, Long> numbers(Json.Obj json) {
    return json.members().keySet().stream()
        .collect(Collectors.toMap(name -> name, json::requireNumber));
  }

  private static Map<String, Long> rows(Json.Obj report) {
    return numbers(report.object("rows"));
  }

  private static Map<String, Long> counts(
      long in, long loaded, long unchanged, long superseded, long rejected) {
    return Map.of(
        "in", in,
        "loaded", loaded,
        "unchanged", unchanged,
        "superseded", superseded,
        "rejected", rejected);
  }

  private static Map<String, Long> reasons(Json.Obj report) {
    return numbers(report.object("rejectsByReason"));
  }

  @Test
  void goodRowsLoadAndBadOnesAreReportedWithLineColumnAndReason() {
    Json.Obj report =
        feeds.deliver(
            key,
            "\uFEFFlegalEntityId,legalName,country,colour\r\n"
                + id(1)
                + ",\"Hafenkron \"\"Nord\"\"\r\nGmbH\",DE,red\r\n"
                + id(2)
                + ",Südkron,XX,\r\n"
                + ",,DE,\r\n"
                + id(3)
                + ",Ostkron,DE\r\n"
                + id(4)
                + ",\"Westkron,DE,\r\n"
                + id(5)
                + ",Mittelkron,DE,\r\n");

    assertThat(name(1)).isEqualTo("Hafenkron \"Nord\" GmbH");
    assertThat(name(5)).isEqualTo("Mittelkron");
    assertThat(report.require("file")).isEqualTo(key);
    assertThat(report.require("outcome")).isEqualTo("loaded");
    assertThat(rows(report)).isEqualTo(counts(6, 2, 0, 0, 4));
    assertThat(reasons(report))
        .isEqualTo(
            Map.of("unknown-country", 1L, "required", 2L, "field-count", 1L, "broken-quotes", 1L));
    assertThat(report.items("rejects"))
        .extracting(
            item ->
                ((Json.Obj) item).requireNumber("line")
                    + " "
                    + ((Json.Obj) item).string("column").orElse("-")
                    + " "
                    + ((Json.Obj) item).require("reason"))
        .containsExactly(
            "4 country unknown-country",
            "5 legalEntityId required",
            "5 legalName required",
            "6 - field-count",
            "7 - broken-quotes");
    assertThat(report.items("unknownColumns")).containsExactly(Json.of("colour"));
  }

  @Test
  void aFileThatIsFaultyAsAWholeChangesNothing() {
    feeds.deliver(key, HEADER + row(1, "Hafenkron"));

    Json.Obj latin1 =
        feeds.deliver(key, (HEADER + row(1, "Kron") + row(2, "Müller")).getBytes(ISO_8859_1));
    assertThat(latin1.require("outcome")).isEqualTo("refused");
    assertThat(latin1.object("fault").require("reason")).isEqualTo("not-utf-8");
    assertThat(latin1.object("fault").requireNumber("line")).isEqualTo(3);

    assertThat(feeds.deliver(key, "").object("fault").require("reason")).isEqualTo("empty-file");
    assertThat(
            feeds
                .deliver(key, "legalEntityId,country\n" + id(1) + ",DE\n")
                .object("fault")
                .require("text"))
        .contains("Missing: legalName");
    assertThat(
            feeds
                .deliver(key, "legalEntityId,legalName,country,legalName\n")
                .object("fault")
                .require("reason"))
        .isEqualTo("repeated-column");

    assertThat(name(1)).isEqualTo("Hafenkron");
    assertThat(entity(2)).isEmpty();
  }

  @Test
  void aNameOf500CharactersIsTakenAndOneOf501IsNot() {
    Json.Obj report =
        feeds.deliver(key, HEADER + row(1, "漢".repeat(500)) + row(2, "n".repeat(501)));

    assertThat(name(1)).isEqualTo("漢".repeat(500));
    assertThat(entity(2)).isEmpty();
    assertThat(reasons(report)).isEqualTo(Map.of("invalid-text", 1L));
  }

  @Test
  void aFormulaIsAText() {
    feeds.deliver(key, HEADER + row(1, "=cmd|'/c calc'!A0") + row(2, "+SUM(A1:A9)"));

    assertThat(name(1)).isEqualTo("=cmd|'/c calc'!A0");
    assertThat(name(2)).isEqualTo("+SUM(A1:A9)");
  }

  @Test
  void aFileOfManyChunksIsLoadedInAnyOrderAndChunksMayComeTwice() {
    feeds.split(
        feeds.drop(
            key,
            HEADER
                + row(1, "Hafenkron")
                + FILLER.repeat(2_000)
                + row(2, "Südkron")
                + FILLER.repeat(2_000)
                + row(3, "Ostkron")));
    List<String> chunks = feeds.chunks();
    assertThat(chunks).hasSize(3);
    Collections.reverse(chunks);

    feeds.load(chunks.get(0));
    feeds.load(chunks.get(0));
    feeds.load(chunks.get(1));
    assertThat(feeds.findReport(key)).as("before the last chunk").isEmpty();
    feeds.load(chunks.get(2));
    feeds.load(chunks.get(1));

    assertThat(rows(feeds.report(key))).isEqualTo(counts(4_003, 3, 0, 0, 4_000));
    assertThat(feeds.report(key).items("rejects")).hasSize(502);
    assertThat(name(3)).isEqualTo("Ostkron");
  }

  @Test
  void anIdThatComesAgainFarBehindCountsOnce() {
    String file = HEADER + row(1, "Hafenkron") + FILLER.repeat(2_100) + row(1, "Hafenkron Neu");
    feeds.split(feeds.drop(key, file));
    List<String> chunks = feeds.chunks();
    assertThat(chunks).hasSize(2);
    // The earlier chunk is loaded on both sides of the later one, as after a crash.
    feeds.load(chunks.get(1));
    feeds.load(chunks.get(0));

    Json.Obj report = feeds.report(key);
    assertThat(name(1)).isEqualTo("Hafenkron Neu");
    assertThat(rows(report)).isEqualTo(counts(2_102, 1, 0, 0, 2_101));
    assertThat(reasons(report)).isEqualTo(Map.of("duplicate-id", 1L, "unknown-country", 2_100L));

    Json.Obj inOrder = feeds.deliver(key + "2.csv", file);
    assertThat(rows(inOrder)).isEqualTo(counts(2_102, 1, 0, 0, 2_101));
    assertThat(((Json.Obj) inOrder.items("rejects").getFirst()).requireNumber("line")).isEqualTo(2);
  }

  @Test
  void aFileThatIsToldOfTwiceIsLoadedOnce() {
    String news = feeds.drop(key, HEADER + row(1, "Hafenkron"));
    feeds.split(news);
    feeds.split(news);
    List<String> chunks = feeds.chunks();
    assertThat(chunks).hasSize(2);
    chunks.forEach(feeds::load);

    assertThat(rows(feeds.report(key))).isEqualTo(counts(1, 1, 0, 0, 0));
    feeds.split(news);
    assertThat(feeds.chunks()).as("when all is done").isEmpty();
  }

  @Test
  void theSameFileAgainChangesNothing() {
    feeds.deliver(key, HEADER + rows(0, 50, "Hafenkron"));
    Json.Obj again = feeds.deliver(key, HEADER + rows(0, 50, "Hafenkron"));

    assertThat(rows(again)).isEqualTo(counts(50, 50, 50, 0, 0));
  }

  @Test
  void aCrashBetweenRowsAndTheirResultLeavesTheReportRight() {
    feeds.split(feeds.drop(key, HEADER + rows(0, 30, "Hafenkron")));
    Chunk.Message chunk = Chunk.Message.parse(Json.readObject(feeds.chunks().getFirst()));
    // Some rows are in the table, and the process dies before it has kept what became of them.
    directory.load(
        IntStream.range(0, 10)
            .mapToObj(
                number ->
                    new DirectoryStore.Row(
                        asInFile(number), new Revision(chunk.version(), number + 2)))
            .toList());

    feeds.load(chunk.json().toText());

    assertThat(rows(feeds.report(key))).isEqualTo(counts(30, 30, 0, 0, 0));
    assertThat(name(3)).isEqualTo("Hafenkron 3");
  }

  private LegalEntity asInFile(int number) {
    Map<DirectoryColumn, String> cells =
        Map.of(
            DirectoryColumn.LEGAL_ENTITY_ID,
            id(number),
            DirectoryColumn.LEGAL_NAME,
            "Hafenkron " + number,
            DirectoryColumn.COUNTRY,
            "DE",
            DirectoryColumn.CITY,
            "Hamburg");
    return DirectoryRow.read(2, column -> cells.getOrDefault(column, ""))
            instanceof DirectoryRow.Valid(LegalEntity entity)
        ? entity
        : customer(id(number));
  }

  @Test
  void anOlderFileThatIsLoadedLateChangesNothing() {
    String older = "directory/older " + run + ".csv";
    feeds.split(feeds.drop(older, HEADER + rows(0, 10, "Old")));
    List<String> late = feeds.chunks();
    feeds.deliver(key, HEADER + rows(5, 10, "New"));

    late.forEach(feeds::load);

    assertThat(name(4)).isEqualTo("Old 4");
    assertThat(name(5)).isEqualTo("New 5");
    assertThat(rows(feeds.report(older))).isEqualTo(counts(10, 5, 0, 5, 0));
  }

  @Test
  void aFileThatIsReplacedWhileItIsLoadedLeavesTheWordToTheNewOne() {
    String oldNews =
        feeds.drop(key, HEADER + rows(0, 5, "Old") + FILLER.repeat(2_000) + rows(5, 9, "Old"));
    feeds.split(oldNews);
    List<String> oldChunks = feeds.chunks();
    feeds.load(oldChunks.get(0));

    String news = feeds.drop(key, HEADER + rows(0, 3, "New"));
    // The bucket has the new file, and nobody has told us yet.
    assertThat(feeds.load(oldChunks.get(1))).isEmpty();
    feeds.split(oldNews);
    feeds.split(news);
    feeds.chunks().forEach(feeds::load);
    oldChunks.forEach(feeds::load);
    feeds.split(oldNews);

    assertThat(feeds.chunks()).isEmpty();
    assertThat(name(2)).isEqualTo("New 2");
    assertThat(name(3)).isEqualTo("Old 3");
    assertThat(rows(feeds.report(key))).isEqualTo(counts(3, 3, 0, 0, 0));
  }

  @Test
  void aFileThatIsDeletedBeforeItIsReadIsNoFault() {
    String news = feeds.drop(key, HEADER + row(1, "Hafenkron"));
    feeds.delete(key);

    assertThat(feeds.split(news)).isEmpty();
    assertThat(feeds.chunks()).isEmpty();
    assertThat(feeds.findReport(key)).isEmpty();
  }

  @Test
  void aMessageThatIsNoneComesAgainAndEndsAmongTheDeadLetters() {
    assertThat(feeds.split("{")).containsExactly("0");
    assertThat(feeds.load("{\"key\":\"directory/x.csv\"}")).containsExactly("0");
  }

  @Test
  void aFileUnderAKeyOfNoKindIsLeftAlone() {
    assertThat(feeds.split(feeds.drop("else/" + run + ".csv", HEADER))).isEmpty();
    assertThat(feeds.chunks()).isEmpty();
  }
}
