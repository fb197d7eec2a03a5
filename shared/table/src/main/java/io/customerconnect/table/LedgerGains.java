package io.customerconnect.table;

import io.customerconnect.domain.challenge.LedgerGain;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What files have brought into buyers' books and challenges do not know of yet, an item for each
 * chunk. First the profiles are added to those of the whole ledgers, then the vendors are taken and
 * the item is gone; so whatever is done again, or was cut off, begins where it was.
 *
 * <p>A ledger's profile is written as a whole. What single documents bring is therefore gathered
 * for a while, and added in one go.
 */
public final class LedgerGains {
  private static final String PROFILES = "profiles";
  private static final String VENDORS = "vendors";

  /** The last legal entity whose profile has been added, in the order of their ids. */
  private static final String UP_TO = "upTo";

  /** Bytes of profiles that are in memory, and in a transaction, at once. */
  private static final int MAX_BYTES = 2_500_000;

  /** DynamoDB: a transaction has at most 100 writes. */
  private static final int MAX_ITEMS = 85;

  /** DynamoDB: a transaction has at most 4 MB; a ledger's profile takes some hundred kilobytes. */
  private static final int MAX_LEDGERS = 15;

  /** So many vendors are in memory at once. */
  private static final int MAX_VENDORS = 20_000;

  private final Table table;

  public LedgerGains(Table table) {
    this.table = table;
  }

  /** Where what was brought waits. */
  public sealed interface Place {
    /** With one file, until all of it is loaded. */
    record OfFile(String key) implements Place {}

    /** With that of all other documents for a legal entity, for a while. */
    record Gathered(LegalEntityId legalEntity) implements Place {}

    private String partition() {
      return switch (this) {
        case OfFile(String key) -> Keys.feedFile(key).pk();
        case Gathered(LegalEntityId legalEntity) -> Keys.gatheredGains(legalEntity);
      };
    }
  }

  /**
   * Whether somebody is on the way to take what is gathered, and has not begun yet; one read.
   * Whatever was written before this is read by whoever that is.
   *
   * @param since those who should have set out before this are lost
   */
  public boolean isAwaited(LegalEntityId legalEntity, Instant since) {
    return table
        .get(Keys.gathering(legalEntity))
        .filter(item -> !new ItemReader(item).instant("at").isBefore(since))
        .isPresent();
  }

  /** Notes that somebody has set out to take what is gathered; one write. */
  public void awaited(LegalEntityId legalEntity, Instant at, Instant expiry) {
    table
        .client()
        .putItem(
            put ->
                put.tableName(table.name())
                    .item(
                        ItemBuilder.item(Keys.gathering(legalEntity))
                            .set("at", at)
                            .expiresAt(expiry)
                            .build()));
  }

  /** Notes that whoever set out begins: what is gathered from now on needs another one. */
  public void begins(LegalEntityId legalEntity) {
    table.batchWrite(List.of(), List.of(Keys.gathering(legalEntity)));
  }

  static Map<String, AttributeValue> write(
      Place place,
      String key,
      FileVersion version,
      long chunk,
      Map<LegalEntityId, LedgerGain> gains,
      Instant expiry) {
    return ItemBuilder.item(Keys.ledgerGain(place.partition(), key, version, chunk))
        .set(PROFILES, Deflated.bytes(LedgerText.profiles(gains)))
        .set(VENDORS, Deflated.bytes(LedgerText.vendors(gains)))
        .expiresAt(expiry)
        .build();
  }

  /**
   * Adds what waits in a place to the profiles of the legal entities' ledgers, each chunk once.
   *
   * @param since the days before are of no use any more
   */
  public void addProfiles(Place place, LocalDate since) {
    forSome(
        place,
        item -> item.containsKey(PROFILES),
        item -> new ItemReader(item).bytes(PROFILES).length,
        MAX_BYTES,
        items ->
            Table.startingOver(
                () -> {
                  addProfiles(items.stream().map(ItemReader::keyOf).toList(), since);
                  return items.size();
                }));
  }

  /**
   * Some ledgers at a time in the order of their ids, and with them how far each chunk has come.
   */
  private void addProfiles(List<Keys.Key> chunks, LocalDate since) {
    List<Waiting> waiting =
        table.batchGet(chunks).entrySet().stream()
            .filter(item -> item.getValue().containsKey(PROFILES))
            .map(item -> Waiting.of(item.getKey(), item.getValue()))
            .toList();
    SortedMap<String, LedgerProfile> gained = new TreeMap<>();
    waiting.forEach(
        chunk ->
            chunk
                .profiles()
                .forEach((entity, more) -> gained.merge(entity, more, LedgerProfile::plus)));
    List<TransactWriteItem> ledgers = new ArrayList<>();
    for (Map.Entry<String, LedgerProfile> gain : gained.entrySet()) {
      ledgers.add(added(new LegalEntityId(gain.getKey()), gain.getValue(), since));
      if (ledgers.size() == MAX_LEDGERS && !gain.getKey().equals(gained.lastKey())) {
        String upTo = gain.getKey();
        List<Waiting> moved = waiting.stream().filter(chunk -> chunk.isBefore(upTo)).toList();
        table.transact(
            Stream.concat(ledgers.stream(), moved.stream().map(chunk -> profilesAdded(chunk, upTo)))
                .toList());
        waiting =
            waiting.stream().map(chunk -> chunk.isBefore(upTo) ? chunk.at(upTo) : chunk).toList();
        ledgers.clear();
      }
    }
    if (!waiting.isEmpty()) {
      table.transact(
          Stream.concat(ledgers.stream(), waiting.stream().map(this::profilesAdded)).toList());
    }
  }

  /**
   * A chunk that has profiles to be added.
   *
   * @param profiles by the ids of their legal entities, but those that have been added
   * @param upTo the last legal entity whose profile has been added; empty before the first
   */
  private record Waiting(Keys.Key key, SortedMap<String, LedgerProfile> profiles, String upTo) {
    static Waiting of(Keys.Key key, Map<String, AttributeValue> item) {
      ItemReader reader = new ItemReader(item);
      SortedMap<String, LedgerProfile> all = new TreeMap<>();
      LedgerText.profiles(Deflated.text(reader.bytes(PROFILES)))
          .forEach((entity, profile) -> all.put(entity.value(), profile));
      return new Waiting(key, all, "").at(reader.find(UP_TO).orElse(""));
    }

    Waiting at(String entity) {
      // What comes after: the entity itself is behind it.
      return new Waiting(key, new TreeMap<>(profiles.tailMap(entity + '\0')), entity);
    }

    boolean isBefore(String entity) {
      return upTo.compareTo(entity) < 0;
    }
  }

  private TransactWriteItem added(LegalEntityId entity, LedgerProfile gain, LocalDate since) {
    Keys.Key key = Keys.ledger(entity);
    Optional<Map<String, AttributeValue>> before = table.get(key);
    LedgerProfile profile = read(before).plus(gain).since(since);
    return table.putNext(
        ItemBuilder.item(key)
            .set("profile", Deflated.bytes(LedgerText.profile(profile)))
            .set(
                Keys.VERSION,
                before.map(item -> new ItemReader(item).number(Keys.VERSION)).orElse(0L) + 1)
            .build());
  }

  /** As far as this legal entity. */
  private TransactWriteItem profilesAdded(Waiting chunk, String entity) {
    return step(
        chunk, "SET " + UP_TO + " = :entity", Map.of(":entity", AttributeValue.fromS(entity)));
  }

  /** All of them. */
  private TransactWriteItem profilesAdded(Waiting chunk) {
    return step(chunk, "REMOVE " + PROFILES + ", " + UP_TO, Map.of());
  }

  /** From where the chunk was when it was read, or not at all. */
  private TransactWriteItem step(Waiting chunk, String update, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    String where = "attribute_not_exists(" + UP_TO + ")";
    if (!chunk.upTo().isEmpty()) {
      where = UP_TO + " = :before";
      all.put(":before", AttributeValue.fromS(chunk.upTo()));
    }
    Update.Builder step =
        Update.builder()
            .tableName(table.name())
            .key(Table.attributes(chunk.key()))
            .updateExpression(update)
            .conditionExpression("attribute_exists(" + PROFILES + ") AND " + where);
    return TransactWriteItem.builder()
        .update(all.isEmpty() ? step.build() : step.expressionAttributeValues(all).build())
        .build();
  }

  static LedgerProfile read(Optional<Map<String, AttributeValue>> ledger) {
    return ledger
        .map(item -> LedgerText.profile(Deflated.text(new ItemReader(item).bytes("profile"))))
        .orElse(LedgerProfile.EMPTY);
  }

  /**
   * Hands on the vendors of which something was brought to a place and added to the profiles; after
   * that they are forgotten. A vendor may be handed on several times.
   *
   * @param taker called for some vendors of a legal entity at a time
   */
  public void takeVendors(Place place, BiConsumer<LegalEntityId, Set<VendorNumber>> taker) {
    forSome(
        place,
        item -> !item.containsKey(PROFILES),
        item -> vendors(item).values().stream().mapToInt(Set::size).sum(),
        MAX_VENDORS,
        items -> {
          Map<LegalEntityId, Set<VendorNumber>> all = new HashMap<>();
          for (Map<String, AttributeValue> item : items) {
            vendors(item)
                .forEach(
                    (entity, some) ->
                        all.computeIfAbsent(entity, _ -> new HashSet<>()).addAll(some));
          }
          all.forEach(taker);
          table.batchWrite(
              List.of(), items.stream().map(ItemReader::keyOf).collect(Collectors.toList()));
        });
  }

  private static Map<LegalEntityId, Set<VendorNumber>> vendors(Map<String, AttributeValue> item) {
    return LedgerText.vendors(Deflated.text(new ItemReader(item).bytes(VENDORS)));
  }

  /** Goes through what waits in a place, some items at a time, by what each weighs. */
  private void forSome(
      Place place,
      Predicate<Map<String, AttributeValue>> which,
      Function<Map<String, AttributeValue>, Integer> weight,
      int atMost,
      Consumer<List<Map<String, AttributeValue>>> action) {
    List<Map<String, AttributeValue>> some = new ArrayList<>();
    int weighs = 0;
    for (Map<String, AttributeValue> item :
        (Iterable<Map<String, AttributeValue>>)
            table
                    .streamPartition(place.partition())
                    .filter(found -> Keys.isLedgerGain(ItemReader.keyOf(found)))
                    .filter(which)
                ::iterator) {
      some.add(item);
      weighs += weight.apply(item);
      if (weighs >= atMost || some.size() == MAX_ITEMS) {
        action.accept(List.copyOf(some));
        some.clear();
        weighs = 0;
      }
    }
    if (!some.isEmpty()) {
      action.accept(List.copyOf(some));
    }
  }
}
