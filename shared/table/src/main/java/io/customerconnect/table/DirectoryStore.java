package io.customerconnect.table;

import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.feed.RowOutcome;
import io.customerconnect.domain.names.WordCounts;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.SupportSettings;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.table.LoadedItems.Items;
import io.customerconnect.table.LoadedItems.Repetition;
import io.customerconnect.table.LoadedItems.Wanted;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The directory of legal entities and groups, with the name index and the lists of members that are
 * made from it. Groups are known by what the rows of their members say.
 */
public final class DirectoryStore {
  /** The most rows that are loaded at once. */
  public static final int MAX_ROWS = LoadedItems.MAX_ITEMS;

  private final Table table;
  private final LoadedItems entities;
  private final LoadedItems groups;

  public DirectoryStore(Table table) {
    this(table, new VocabularyStore(table));
  }

  DirectoryStore(Table table, VocabularyStore vocabulary) {
    LoadedItems.Follower words = (added, removed) -> vocabulary.add(words(added, removed));
    this.table = table;
    this.entities = new LoadedItems(table, item -> derived(LegalEntityItem.read(item)), words);
    this.groups = new LoadedItems(table, item -> new Items(EntryItem.of(group(item))), words);
  }

  /** A row of a directory file: of two rows for one entity the higher revision wins. */
  public record Row(LegalEntity entity, Revision revision) {}

  /** The legal entities that there are; one batch read. */
  public Map<LegalEntityId, LegalEntity> find(Collection<LegalEntityId> ids) {
    return table.batchGet(ids.stream().map(Keys::legalEntity).toList()).values().stream()
        .map(LegalEntityItem::read)
        .collect(Collectors.toUnmodifiableMap(LegalEntity::id, entity -> entity));
  }

  /**
   * Loads rows. Loading them again, or after a crash in between, ends in the same directory and the
   * same outcomes.
   *
   * @param rows at most {@value #MAX_ROWS}
   * @return what became of each row, in their order
   * @throws ConflictException when others keep changing the same entities
   */
  public List<RowOutcome> load(List<Row> rows) {
    groups.load(rows.stream().flatMap(row -> wantedGroup(row).stream()).toList());
    return entities.load(
        rows.stream()
            .map(
                row ->
                    new Wanted(
                        LegalEntityItem.write(row.entity()),
                        row.revision(),
                        Repetition.FAULT,
                        LegalEntityItem.SETTINGS))
            .toList());
  }

  /**
   * A legal entity, and what support has set for it.
   *
   * @param entity as it is in force
   * @param version counts what support has set
   */
  public record Configured(LegalEntity entity, SupportSettings settings, long version) {}

  /** One strongly consistent read. */
  public Optional<Configured> configured(LegalEntityId id) {
    return table
        .get(Keys.legalEntity(id))
        .map(
            item ->
                new Configured(
                    LegalEntityItem.read(item),
                    LegalEntityItem.readSettings(item),
                    LegalEntityItem.settingsVersion(item)));
  }

  /**
   * Sets what support says of a legal entity, over what the directory says now and later, together
   * with the change on the record. What stands already is saved, whoever has saved it.
   *
   * @param read the version that it is to be set over
   * @throws ConflictException when others keep changing the entity
   */
  public Saved set(
      LegalEntityId id, SupportSettings settings, long read, SupportRecord.Change change) {
    Saved saved =
        entities.change(
            Keys.legalEntity(id),
            content ->
                LegalEntityItem.settingsVersion(content) == read
                    ? Optional.of(with(content, settings, read + 1))
                    : Optional.empty(),
            table.put(SupportRecord.write(id, change)));
    return saved == Saved.CHANGED_MEANWHILE
            && configured(id).filter(now -> now.settings().equals(settings)).isPresent()
        ? Saved.SAVED
        : saved;
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> content, SupportSettings settings, long version) {
    Map<String, AttributeValue> next = new HashMap<>(content);
    next.keySet().removeAll(LegalEntityItem.SETTINGS);
    next.putAll(LegalEntityItem.write(settings, version));
    return next;
  }

  private static Optional<Wanted> wantedGroup(Row row) {
    return row.entity()
        .group()
        .filter(_ -> row.entity().offer() == LegalEntity.Offer.OFFERED)
        .map(
            group ->
                new Wanted(
                    ItemBuilder.item(Keys.group(group.id()))
                        .set("id", group.id().value())
                        .set("name", group.name())
                        .build(),
                    row.revision(),
                    Repetition.NORMAL));
  }

  private static EntityGroup group(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new EntityGroup(
        new GroupId(reader.string("id")), reader.string("name"), Optional.empty());
  }

  /** What the vocabulary gains and loses with entries of the name index. */
  private static WordCounts words(Set<Keys.Key> added, Set<Keys.Key> removed) {
    WordCounts words = new WordCounts();
    added.stream()
        .filter(Keys::isSearchEntry)
        .forEach(key -> words.add(Keys.searchEntry(key).key()));
    removed.stream()
        .filter(Keys::isSearchEntry)
        .forEach(key -> words.remove(Keys.searchEntry(key).key()));
    return words;
  }

  /**
   * Everything that is made from an entity: its entries in the name index, its place in a group and
   * among those that share its vendor master.
   */
  private static Items derived(LegalEntity entity) {
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
    VendorScope scope = entity.vendorScope();
    if (!scope.equals(VendorScope.of(entity.id()))) {
      Keys.Key key = Keys.sharer(scope, entity.id());
      items.put(key, ItemBuilder.item(key).set("id", entity.id().value()).build());
    }
    return new Items(items);
  }
}
