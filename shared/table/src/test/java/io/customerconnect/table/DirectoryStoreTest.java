package io.customerconnect.table;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static io.customerconnect.testing.Fixtures.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.feed.RowOutcome;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.TestTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of directory files that come in any order, again, and at the same moment. */
class DirectoryStoreTest {
  private static final TestTable TEST_TABLE = DynamoDbLocal.freshTable();
  private static final FileVersion OLD = new FileVersion(MONDAY_MORNING, "old");
  private static final FileVersion NEW =
      new FileVersion(MONDAY_MORNING.plus(Duration.ofDays(1)), "new");
  private static final FileVersion NEWEST =
      new FileVersion(MONDAY_MORNING.plus(Duration.ofDays(2)), "newest");
  private static final RowOutcome LOADED = new RowOutcome.Loaded(List.of());
  private static final RowOutcome UNCHANGED = new RowOutcome.Unchanged(List.of());

  private final Table table = new Table(TEST_TABLE.client(), TEST_TABLE.name());
  private final DirectoryStore directory =
      new DirectoryStore(table, new VocabularyStore(table, () -> -1L));
  private final String id = "e-" + UUID.randomUUID();
  private final EntityGroup group = group("g-" + UUID.randomUUID(), "Hafenkron Gruppe");

  private static EntityGroup group(String id, String name) {
    return new EntityGroup(new GroupId(id), name, Optional.empty());
  }

  private LegalEntity named(String name) {
    return with(name, group, BuyerPolicy.APPROVAL);
  }

  private LegalEntity with(String name, EntityGroup itsGroup, BuyerPolicy policy) {
    LegalEntity any = customer(id);
    return new LegalEntity(
        any.id(),
        name,
        List.of(),
        any.country(),
        any.city(),
        any.identifiers(),
        Optional.of(itsGroup),
        any.accepts(),
        Optional.of(policy),
        any.ledger(),
        any.vendorMaster(),
        any.contacts(),
        any.rules());
  }

  private RowOutcome load(LegalEntity entity, FileVersion file, long line) {
    return directory
        .load(List.of(new DirectoryStore.Row(entity, new Revision(file, line))))
        .getFirst();
  }

  private LegalEntity stored() {
    return directory.find(List.of(customer(id).id())).values().iterator().next();
  }

  /** All keys of items that name the entity. */
  private Set<Keys.Key> keys() {
    return table.client().scanPaginator(request -> request.tableName(table.name())).items().stream()
        .filter(item -> new ItemReader(item).text("id").equals(id) || isEntry(item))
        .map(ItemReader::keyOf)
        .collect(Collectors.toSet());
  }

  private boolean isEntry(Map<String, AttributeValue> item) {
    Keys.Key key = ItemReader.keyOf(item);
    return Keys.isSearchEntry(key) && Keys.searchEntry(key).id().equals(id);
  }

  @Test
  void aRowThatComesAgainIsToldTheSameAndWritesNothing() {
    assertThat(load(named("Hafenkron Logistik"), OLD, 2)).isEqualTo(LOADED);

    Reading again =
        TEST_TABLE
            .meter()
            .during(() -> assertThat(load(named("Hafenkron Logistik"), OLD, 2)).isEqualTo(LOADED));

    assertThat(again.toString()).endsWith("0 WCU");
  }

  @Test
  void aNewerFileThatSaysTheSameKeepsAnOlderOneFromComingLate() {
    load(named("Hafenkron Logistik"), OLD, 2);

    assertThat(load(named("Hafenkron Logistik"), NEWEST, 7)).isEqualTo(UNCHANGED);
    assertThat(load(named("Hafenkron Logistik"), NEWEST, 7)).isEqualTo(UNCHANGED);

    assertThat(load(named("Late Name"), NEW, 2)).isEqualTo(new RowOutcome.Superseded());
    assertThat(stored()).isEqualTo(named("Hafenkron Logistik"));
  }

  @Test
  void aNewNameLeavesNothingOfTheOldOneInTheIndex() {
    load(named("Hafenkron Logistik"), OLD, 2);
    load(named("Zweigwerk"), NEW, 2);
    Set<Keys.Key> renamed = keys();

    LegalEntity other = named("Zweigwerk");
    assertThat(renamed).hasSize(EntryItem.of(other).size() + 2);
    assertThat(renamed).containsAll(EntryItem.of(other).keySet());
  }

  @Test
  void anEntityThatChangesItsGroupIsAMemberOfTheNewOneAlone() {
    EntityGroup other = group("g-" + UUID.randomUUID(), "Südkron Gruppe");
    load(named("Hafenkron Logistik"), OLD, 2);
    load(with("Hafenkron Logistik", other, BuyerPolicy.APPROVAL), NEW, 2);

    Groups groups = new Groups(table);
    assertThat(groups.find(group.id())).isEmpty();
    assertThat(groups.find(other.id()).orElseThrow().members()).hasSize(1);
  }

  @Test
  void anEntityThatIsHiddenNowIsNowhereButInItsOwnItem() {
    load(named("Hafenkron Logistik"), OLD, 2);
    load(with("Hafenkron Logistik", group, BuyerPolicy.HIDDEN), NEW, 2);

    assertThat(keys()).containsExactly(Keys.legalEntity(customer(id).id()));
  }

  @Test
  void theGroupsPolicyStaysInForce() {
    EntityGroup closed = new EntityGroup(group.id(), group.name(), Optional.of(BuyerPolicy.CLOSED));
    LegalEntity any = customer(id);
    LegalEntity member =
        new LegalEntity(
            any.id(),
            any.legalName(),
            any.otherNames(),
            any.country(),
            any.city(),
            any.identifiers(),
            Optional.of(closed),
            any.accepts(),
            Optional.empty(),
            any.ledger(),
            any.vendorMaster(),
            any.contacts(),
            any.rules());
    load(member, OLD, 2);

    assertThat(stored().policy()).isEqualTo(BuyerPolicy.CLOSED);
    assertThat(stored()).isEqualTo(member);
  }

  @Test
  void anOlderFileDoesNotRenameTheGroup() {
    load(with("Hafenkron Logistik", group(group.id().value(), "Neu"), BuyerPolicy.CLOSED), NEW, 2);
    load(with("Hafenkron Logistik", group(group.id().value(), "Alt"), BuyerPolicy.CLOSED), OLD, 2);

    assertThat(new Groups(table).find(group.id()).orElseThrow().name()).isEqualTo("Neu");
  }

  @Test
  void ofRowsOfOneFileTheLastCountsInWhateverOrderTheyCome() {
    assertThat(load(named("Fifth"), NEW, 5)).isEqualTo(LOADED);
    assertThat(load(named("Ninth"), NEW, 9)).isEqualTo(new RowOutcome.Loaded(List.of(5L)));
    assertThat(load(named("Fifth"), NEW, 5)).isEqualTo(new RowOutcome.Duplicate());
    assertThat(load(named("Seventh"), NEW, 7)).isEqualTo(new RowOutcome.Duplicate());
    assertThat(load(named("Ninth"), NEW, 9)).isEqualTo(new RowOutcome.Loaded(List.of(5L)));
    assertThat(stored().legalName()).isEqualTo("Ninth");
  }

  @Test
  void ofRowsLoadedAtOnceTheLastCounts() {
    List<RowOutcome> outcomes =
        directory.load(
            List.of(
                new DirectoryStore.Row(named("Ninth"), new Revision(NEW, 9)),
                new DirectoryStore.Row(named("Fifth"), new Revision(NEW, 5))));

    assertThat(outcomes).containsExactly(LOADED, new RowOutcome.Duplicate());
    assertThat(stored().legalName()).isEqualTo("Ninth");
  }

  @Test
  void writersAtTheSameMomentLeaveWhatTheNewestSays() throws Exception {
    List<FileVersion> files = List.of(OLD, NEW, NEWEST);
    List<Future<RowOutcome>> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 12; i++) {
        FileVersion file = files.get(i % files.size());
        outcomes.add(threads.submit(() -> load(named("Name of " + file.tag()), file, 2)));
      }
    }
    for (Future<RowOutcome> outcome : outcomes) {
      outcome.get();
    }

    assertThat(stored()).isEqualTo(named("Name of newest"));
    assertThat(keys()).hasSize(EntryItem.of(named("Name of newest")).size() + 2);
  }

  @Test
  void aCrashBeforeTheMarkIsMadeGoodByTheSameRow() {
    load(named("Hafenkron Logistik"), OLD, 2);
    // What a writer leaves that dies after the entries and before the entity's own item.
    table.batchWrite(List.copyOf(EntryItem.of(named("Zweigwerk")).values()), List.of());

    assertThat(load(named("Zweigwerk"), NEW, 2)).isEqualTo(LOADED);

    assertThat(keys()).hasSize(EntryItem.of(named("Zweigwerk")).size() + 2);
  }

  @Test
  void aHundredRowsTakeTwoReadsAndOneTransaction() {
    List<DirectoryStore.Row> rows = new ArrayList<>();
    for (int i = 0; i < DirectoryStore.MAX_ROWS; i++) {
      rows.add(new DirectoryStore.Row(customer("r" + i + "-" + id), new Revision(OLD, i + 2)));
    }
    directory.load(rows.subList(0, 1));

    Map<String, Integer> requests =
        TEST_TABLE.meter().during(() -> directory.load(rows)).requestsByOperation();

    assertThat(requests).containsEntry("BatchGetItem", 2).containsEntry("TransactWriteItems", 1);
  }
}
