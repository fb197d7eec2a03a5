package io.customerconnect.table;

import io.customerconnect.domain.names.SearchKeys;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The directory of legal entities and groups, with the name index and the lists of members that are
 * made from it.
 *
 * <p>A legal entity's item is written last, and only over the version that was read: it is the mark
 * that all else has been written. After a crash the item is still the old one, and the same row
 * does everything again; of two writers of one entity, the one that comes late starts over from
 * what the other has left.
 */
public final class DirectoryStore {
  /** As many items as one transaction takes. */
  public static final int MAX_ROWS = 100;

  private static final int MAX_TRIES = 5;

  private final Table table;

  public DirectoryStore(Table table) {
    this.table = table;
  }

  /**
   * Where a row comes from: of two rows for one entity the later wins, whichever is loaded first.
   *
   * @param fileTime when the file was delivered
   * @param line of the row in its file
   */
  public record Source(Instant fileTime, long line) implements Comparable<Source> {
    @Override
    public int compareTo(Source other) {
      int byTime = fileTime.compareTo(other.fileTime);
      return byTime != 0 ? byTime : Long.compare(line, other.line);
    }
  }

  /** A row of a directory file. */
  public record Row(LegalEntity entity, Source source) {}

  /** What became of a row. */
  public enum Outcome {
    LOADED,
    /** It says what is known already. */
    UNCHANGED,
    /** A later row for the same entity has been loaded. */
    OUTDATED
  }

  /** A legal entity as it stands: its source, and the keys that its entries and lists have. */
  private record Stored(LegalEntity entity, Source source, long version, Set<Keys.Key> derived) {}

  /** A row on its way, with all keys that were written for it at earlier tries. */
  private record Attempt(Row row, Set<Keys.Key> written) {}

  /** The legal entities that there are; one batch read. */
  public Map<LegalEntityId, LegalEntity> find(Collection<LegalEntityId> ids) {
    return table.batchGet(ids.stream().map(Keys::legalEntity).toList()).values().stream()
        .map(LegalEntityItem::read)
        .collect(Collectors.toUnmodifiableMap(LegalEntity::id, entity -> entity));
  }

  /**
   * Loads rows. Loading them again, or after a crash in between, ends in the same items.
   *
   * @param rows at most {@value #MAX_ROWS}
   * @return what became of each row, in their order
   */
  public List<Outcome> load(List<Row> rows) {
    Map<LegalEntityId, Attempt> open = new LinkedHashMap<>();
    for (Row row : rows) {
      open.merge(
          row.entity().id(),
          new Attempt(row, Set.of()),
          (a, b) -> a.row().source().compareTo(b.row().source()) > 0 ? a : b);
    }
    Map<Row, Outcome> outcomes = new HashMap<>();
    writeGroups(open.values());
    for (int tries = 1; !open.isEmpty(); tries++) {
      if (tries > MAX_TRIES) {
        throw new ConflictException(Set.of());
      }
      open = tryAll(open.values(), outcomes);
    }
    return rows.stream().map(row -> outcomes.getOrDefault(row, Outcome.OUTDATED)).toList();
  }

  /** Writes what it can, and returns what has to start over. */
  private Map<LegalEntityId, Attempt> tryAll(
      Collection<Attempt> attempts, Map<Row, Outcome> outcomes) {
    Map<LegalEntityId, Stored> stored = stored(attempts);
    List<Map<String, AttributeValue>> puts = new ArrayList<>();
    List<Keys.Key> deletes = new ArrayList<>();
    List<Attempt> changed = new ArrayList<>();
    List<TransactWriteItem> marks = new ArrayList<>();
    for (Attempt attempt : attempts) {
      Row row = attempt.row();
      Optional<Stored> before = Optional.ofNullable(stored.get(row.entity().id()));
      if (before.filter(known -> known.source().compareTo(row.source()) > 0).isPresent()) {
        Map<Keys.Key, Map<String, AttributeValue>> right = derived(before.get().entity());
        attempt.written().stream().filter(key -> !right.containsKey(key)).forEach(deletes::add);
        if (!attempt.written().isEmpty()) {
          puts.addAll(right.values());
        }
        outcomes.put(row, Outcome.OUTDATED);
        continue;
      }
      Map<Keys.Key, Map<String, AttributeValue>> derived = derived(row.entity());
      boolean isSame =
          before
              .filter(
                  known ->
                      known.entity().equals(row.entity())
                          && known.derived().equals(derived.keySet()))
              .isPresent();
      if (isSame && attempt.written().isEmpty()) {
        outcomes.put(row, Outcome.UNCHANGED);
        continue;
      }
      Map<Keys.Key, Map<String, AttributeValue>> known =
          attempt.written().isEmpty()
              ? before.map(entity -> derived(entity.entity())).orElse(Map.of())
              : Map.of();
      derived.forEach(
          (key, item) -> {
            if (!item.equals(known.get(key))) {
              puts.add(item);
            }
          });
      before.map(Stored::derived).orElse(Set.of()).stream()
          .filter(key -> !derived.containsKey(key))
          .forEach(deletes::add);
      attempt.written().stream().filter(key -> !derived.containsKey(key)).forEach(deletes::add);
      changed.add(attempt);
      marks.add(mark(row, before.map(Stored::version).orElse(0L), derived.keySet()));
    }
    table.batchWrite(puts, deletes.stream().distinct().toList());
    Map<LegalEntityId, Attempt> again = new LinkedHashMap<>();
    Set<Integer> lost = table.transactTelling(marks);
    for (int i = 0; i < changed.size(); i++) {
      Row row = changed.get(i).row();
      if (lost.isEmpty()) {
        outcomes.put(row, Outcome.LOADED);
      } else {
        again.put(row.entity().id(), new Attempt(row, Set.copyOf(derived(row.entity()).keySet())));
      }
    }
    return again;
  }

  /**
   * Everything that is made from an entity: its entries in the name index, its place in a group.
   */
  private static Map<Keys.Key, Map<String, AttributeValue>> derived(LegalEntity entity) {
    Map<Keys.Key, Map<String, AttributeValue>> items = new LinkedHashMap<>(EntryItem.of(entity));
    if (entity.offer() == LegalEntity.Offer.OFFERED) {
      entity
          .group()
          .ifPresent(
              group -> {
                Keys.Key key = Keys.member(group.id(), entity.id());
                items.put(key, Member.write(key, entity));
              });
    }
    return items;
  }

  private TransactWriteItem mark(Row row, long versionBefore, Set<Keys.Key> derived) {
    Map<String, AttributeValue> item =
        LegalEntityItem.builder(row.entity())
            .set("fileTime", row.source().fileTime())
            .set("line", row.source().line())
            .set("version", versionBefore + 1)
            .set("keysVersion", SearchKeys.VERSION)
            .set("derived", derived.stream().map(key -> key.pk() + "\n" + key.sk()).toList())
            .build();
    Put.Builder put = Put.builder().tableName(table.name()).item(item);
    if (versionBefore == 0) {
      put.conditionExpression("attribute_not_exists(PK)");
    } else {
      put.conditionExpression("version = :version")
          .expressionAttributeValues(
              Map.of(":version", AttributeValue.fromN(Long.toString(versionBefore))));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private Map<LegalEntityId, Stored> stored(Collection<Attempt> attempts) {
    Map<LegalEntityId, Stored> stored = new HashMap<>();
    table
        .batchGet(
            attempts.stream()
                .map(attempt -> Keys.legalEntity(attempt.row().entity().id()))
                .toList())
        .values()
        .forEach(
            item -> {
              ItemReader reader = new ItemReader(item);
              LegalEntity entity = LegalEntityItem.read(item);
              stored.put(
                  entity.id(),
                  new Stored(
                      entity,
                      new Source(reader.instant("fileTime"), reader.number("line")),
                      reader.number("version"),
                      reader.strings("derived").stream()
                          .map(DirectoryStore::key)
                          .collect(Collectors.toUnmodifiableSet())));
            });
    return stored;
  }

  private static Keys.Key key(String text) {
    int at = text.indexOf('\n');
    return new Keys.Key(text.substring(0, at), text.substring(at + 1));
  }

  /** Groups are known by what their members say; one that is new or renamed is written. */
  private void writeGroups(Collection<Attempt> attempts) {
    Map<GroupId, EntityGroup> groups = new HashMap<>();
    attempts.stream()
        .map(attempt -> attempt.row().entity())
        .filter(entity -> entity.offer() == LegalEntity.Offer.OFFERED)
        .flatMap(entity -> entity.group().stream())
        .forEach(group -> groups.put(group.id(), group));
    if (groups.isEmpty()) {
      return;
    }
    Map<Keys.Key, Map<String, AttributeValue>> known =
        table.batchGet(groups.keySet().stream().map(Keys::group).toList());
    List<Map<String, AttributeValue>> puts = new ArrayList<>();
    List<Map<String, AttributeValue>> marks = new ArrayList<>();
    List<Keys.Key> deletes = new ArrayList<>();
    for (EntityGroup group : groups.values()) {
      Optional<ItemReader> before =
          Optional.ofNullable(known.get(Keys.group(group.id()))).map(ItemReader::new);
      Map<Keys.Key, Map<String, AttributeValue>> entries = EntryItem.of(group);
      Set<Keys.Key> old =
          before.map(reader -> reader.strings("derived")).orElse(List.of()).stream()
              .map(DirectoryStore::key)
              .collect(Collectors.toUnmodifiableSet());
      boolean isSame =
          before.filter(reader -> reader.string("name").equals(group.name())).isPresent()
              && old.equals(entries.keySet());
      if (!isSame) {
        puts.addAll(entries.values());
        old.stream().filter(key -> !entries.containsKey(key)).forEach(deletes::add);
        marks.add(
            ItemBuilder.item(Keys.group(group.id()))
                .set("id", group.id().value())
                .set("name", group.name())
                .set(
                    "derived",
                    entries.keySet().stream().map(key -> key.pk() + "\n" + key.sk()).toList())
                .build());
      }
    }
    table.batchWrite(puts, deletes);
    table.batchWrite(marks, List.of());
  }
}
