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
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import io.customerconnect.testing.functions.FileScene;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Directory files from the bucket to the directory and the report (P37, P40). */
class DirectoryFilesTest {
  private static final String HEADER = "legalEntityId,legalName,country,groupId,city\n";

  private static final TestTable TABLE = DynamoDbLocal.freshTable();
  private static final FileScene FEEDS =
      new FileScene(TABLE, SplitFileHandler::new, LoadChunkHandler::new, ReadyBooksHandler::new);

  private final DirectoryStore directory =
      new DirectoryStore(new Table(TABLE.client(), TABLE.name()));
  private final String run = UUID.randomUUID().toString();
  private final String key = "directory/nordwind 2026-03 " + run + ".csv";

  @AfterAll
  static void stop() {
    FEEDS.close();
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
  void aFileThatIsTooLargeIsRefusedBeforeItIsRead() {
    String news = FEEDS.drop(key, HEADER + row(1, "Hafenkron"));
    String huge = news.replaceFirst("\"size\":\\d+", "\"size\":" + (CsvFeed.MAX_SIZE + 1));
    assertThat(huge).isNotEqualTo(news);

    FEEDS.split(huge);

    assertThat(FEEDS.chunks()).isEmpty();
    assertThat(FEEDS.report(key).object("fault").require("reason")).isEqualTo("too-large");
  }

  @Test
  void aFieldThatIsTooLongCostsItsRowAlone() {
    String names = "|Hafen".repeat(3_000);

    Json.Obj report =
        FEEDS.deliver(
            key,
            "legalEntityId,legalName,country,otherNames,note\n"
                + "%s,Hafenkron,DE,%s,\n".formatted(id(1), names)
                + "%s,Südkron,DE,,%s\n".formatted(id(2), names));

    assertThat(reasons(report)).isEqualTo(Map.of("field-too-long", 1L));
    assertThat(entity(1)).isEmpty();
    assertThat(name(2)).isEqualTo("Südkron");
  }

  @Test
  void goodRowsLoadAndBadOnesAreReportedWithLineColumnAndReason() {
    Json.Obj report =
        FEEDS.deliver(
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
    FEEDS.deliver(key, HEADER + row(1, "Hafenkron"));

    Json.Obj latin1 =
        FEEDS.deliver(key, (HEADER + row(1, "Kron") + row(2, "Müller")).getBytes(ISO_8859_1));
    assertThat(latin1.require("outcome")).isEqualTo("refused");
    assertThat(latin1.object("fault").require("reason")).isEqualTo("not-utf-8");
    assertThat(latin1.object("fault").requireNumber("line")).isEqualTo(3);

    assertThat(FEEDS.deliver(key, "").object("fault").require("reason")).isEqualTo("empty-file");
    assertThat(
            FEEDS
                .deliver(key, "legalEntityId,country\n" + id(1) + ",DE\n")
                .object("fault")
                .require("text"))
        .contains("Missing: legalName");
    assertThat(
            FEEDS
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
        FEEDS.deliver(key, HEADER + row(1, "漢".repeat(500)) + row(2, "n".repeat(501)));

    assertThat(name(1)).isEqualTo("漢".repeat(500));
    assertThat(entity(2)).isEmpty();
    assertThat(reasons(report)).isEqualTo(Map.of("invalid-text", 1L));
  }

  @Test
  void aFormulaIsAText() {
    FEEDS.deliver(key, HEADER + row(1, "=cmd|'/c calc'!A0") + row(2, "+SUM(A1:A9)"));

    assertThat(name(1)).isEqualTo("=cmd|'/c calc'!A0");
    assertThat(name(2)).isEqualTo("+SUM(A1:A9)");
  }

  @Test
  void aFileOfManyChunksIsLoadedInAnyOrderAndChunksMayComeTwice() {
    FEEDS.split(
        FEEDS.drop(
            key,
            HEADER
                + row(1, "Hafenkron")
                + FILLER.repeat(2_000)
                + row(2, "Südkron")
                + FILLER.repeat(2_000)
                + row(3, "Ostkron")));
    List<String> chunks = FEEDS.chunks();
    assertThat(chunks).hasSize(3);
    Collections.reverse(chunks);

    FEEDS.load(chunks.get(0));
    FEEDS.load(chunks.get(0));
    FEEDS.load(chunks.get(1));
    assertThat(FEEDS.findReport(key)).as("before the last chunk").isEmpty();
    FEEDS.load(chunks.get(2));
    FEEDS.load(chunks.get(1));

    assertThat(rows(FEEDS.report(key))).isEqualTo(counts(4_003, 3, 0, 0, 4_000));
    assertThat(FEEDS.report(key).items("rejects")).hasSize(502);
    assertThat(name(3)).isEqualTo("Ostkron");
  }

  @Test
  void anIdThatComesAgainFarBehindCountsOnce() {
    String file = HEADER + row(1, "Hafenkron") + FILLER.repeat(2_100) + row(1, "Hafenkron Neu");
    FEEDS.split(FEEDS.drop(key, file));
    List<String> chunks = FEEDS.chunks();
    assertThat(chunks).hasSize(2);
    // The earlier chunk is loaded on both sides of the later one, as after a crash.
    FEEDS.load(chunks.get(1));
    FEEDS.load(chunks.get(0));

    Json.Obj report = FEEDS.report(key);
    assertThat(name(1)).isEqualTo("Hafenkron Neu");
    assertThat(rows(report)).isEqualTo(counts(2_102, 1, 0, 0, 2_101));
    assertThat(reasons(report)).isEqualTo(Map.of("duplicate-id", 1L, "unknown-country", 2_100L));

    Json.Obj inOrder = FEEDS.deliver(key + "2.csv", file);
    assertThat(rows(inOrder)).isEqualTo(counts(2_102, 1, 0, 0, 2_101));
    assertThat(((Json.Obj) inOrder.items("rejects").getFirst()).requireNumber("line")).isEqualTo(2);
  }

  @Test
  void aFileThatIsToldOfTwiceIsLoadedOnce() {
    String news = FEEDS.drop(key, HEADER + row(1, "Hafenkron"));
    FEEDS.split(news);
    FEEDS.split(news);
    List<String> chunks = FEEDS.chunks();
    assertThat(chunks).hasSize(2);
    chunks.forEach(FEEDS::load);

    assertThat(rows(FEEDS.report(key))).isEqualTo(counts(1, 1, 0, 0, 0));
    FEEDS.split(news);
    assertThat(FEEDS.chunks()).as("when all is done").isEmpty();
  }

  @Test
  void theSameFileAgainChangesNothing() {
    FEEDS.deliver(key, HEADER + rows(0, 50, "Hafenkron"));
    Json.Obj again = FEEDS.deliver(key, HEADER + rows(0, 50, "Hafenkron"));

    assertThat(rows(again)).isEqualTo(counts(50, 50, 50, 0, 0));
  }

  @Test
  void aCrashBetweenRowsAndTheirResultLeavesTheReportRight() {
    FEEDS.split(FEEDS.drop(key, HEADER + rows(0, 30, "Hafenkron")));
    Chunk.Message chunk = Chunk.Message.parse(Json.readObject(FEEDS.chunks().getFirst()));
    // Some rows are in the table, and the process dies before it has kept what became of them.
    directory.load(
        IntStream.range(0, 10)
            .mapToObj(
                number ->
                    new DirectoryStore.Row(
                        asInFile(number), new Revision(chunk.version(), number + 2)))
            .toList());

    FEEDS.load(chunk.json().toText());

    assertThat(rows(FEEDS.report(key))).isEqualTo(counts(30, 30, 0, 0, 0));
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
    FEEDS.split(FEEDS.drop(older, HEADER + rows(0, 10, "Old")));
    List<String> late = FEEDS.chunks();
    FEEDS.deliver(key, HEADER + rows(5, 10, "New"));

    late.forEach(FEEDS::load);

    assertThat(name(4)).isEqualTo("Old 4");
    assertThat(name(5)).isEqualTo("New 5");
    assertThat(rows(FEEDS.report(older))).isEqualTo(counts(10, 5, 0, 5, 0));
  }

  @Test
  void aFileThatIsReplacedWhileItIsLoadedLeavesTheWordToTheNewOne() {
    String oldNews =
        FEEDS.drop(key, HEADER + rows(0, 5, "Old") + FILLER.repeat(2_000) + rows(5, 9, "Old"));
    FEEDS.split(oldNews);
    List<String> oldChunks = FEEDS.chunks();
    FEEDS.load(oldChunks.get(0));

    String news = FEEDS.drop(key, HEADER + rows(0, 3, "New"));
    // The bucket has the new file, and nobody has told us yet.
    assertThat(FEEDS.load(oldChunks.get(1))).isEmpty();
    FEEDS.split(oldNews);
    FEEDS.split(news);
    FEEDS.chunks().forEach(FEEDS::load);
    oldChunks.forEach(FEEDS::load);
    FEEDS.split(oldNews);

    assertThat(FEEDS.chunks()).isEmpty();
    assertThat(name(2)).isEqualTo("New 2");
    assertThat(name(3)).isEqualTo("Old 3");
    assertThat(rows(FEEDS.report(key))).isEqualTo(counts(3, 3, 0, 0, 0));
  }

  @Test
  void aFileThatIsDeletedBeforeItIsReadIsNoFault() {
    String news = FEEDS.drop(key, HEADER + row(1, "Hafenkron"));
    FEEDS.delete(key);

    assertThat(FEEDS.split(news)).isEmpty();
    assertThat(FEEDS.chunks()).isEmpty();
    assertThat(FEEDS.findReport(key)).isEmpty();
  }

  @Test
  void aMessageThatIsNoneComesAgainAndEndsAmongTheDeadLetters() {
    assertThat(FEEDS.split("{")).containsExactly("0");
    assertThat(FEEDS.load("{\"key\":\"directory/x.csv\"}")).containsExactly("0");
  }

  @Test
  void aFileUnderAKeyOfNoKindIsLeftAlone() {
    assertThat(FEEDS.split(FEEDS.drop("else/" + run + ".csv", HEADER))).isEmpty();
    assertThat(FEEDS.chunks()).isEmpty();
  }
}
