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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What files have brought into buyers' books and challenges do not know of yet, an item for each
 * chunk. First the profiles are added to those of the whole ledgers, then the vendors are taken and
 * the item is gone; so whatever is done again, or was cut off, begins where it was.
 */
public final class LedgerGains {
  private static final String PROFILES = "profiles";
  private static final String VENDORS = "vendors";

  /** Some of a hundred kilobytes each are read at once. */
  private static final int MAX_CHUNKS = 25;

  /** DynamoDB: a transaction has at most 4 MB; a ledger's profile takes some hundred kilobytes. */
  private static final int MAX_LEDGERS = 15;

  /** So many vendors are in memory at once. */
  private static final int MAX_VENDORS = 20_000;

  private final Table table;

  public LedgerGains(Table table) {
    this.table = table;
  }

  static Map<String, AttributeValue> write(
      String key,
      FileVersion version,
      long chunk,
      Map<LegalEntityId, LedgerGain> gains,
      Instant expiry) {
    return ItemBuilder.item(Keys.ledgerGain(key, version, chunk))
        .set(PROFILES, Deflated.bytes(LedgerText.profiles(gains)))
        .set(VENDORS, Deflated.bytes(LedgerText.vendors(gains)))
        .expiresAt(expiry)
        .build();
  }

  /**
   * Adds what a file, in all its versions, has brought to the profiles of the legal entities'
   * ledgers, each chunk once.
   *
   * @param since the days before are of no use any more
   */
  public void addProfiles(String key, LocalDate since) {
    forSome(
        key,
        item -> item.containsKey(PROFILES) ? 1 : 0,
        MAX_CHUNKS,
        items ->
            Table.startingOver(
                () -> {
                  addProfiles(
                      items.stream()
                          .filter(item -> item.containsKey(PROFILES))
                          .map(ItemReader::keyOf)
                          .toList(),
                      since);
                  return items.size();
                }));
  }

  private void addProfiles(List<Keys.Key> chunks, LocalDate since) {
    if (chunks.isEmpty()) {
      return;
    }
    Map<LegalEntityId, LedgerProfile> gained = new LinkedHashMap<>();
    List<TransactWriteItem> done = new ArrayList<>();
    table
        .batchGet(chunks)
        .forEach(
            (chunk, item) -> {
              if (item.containsKey(PROFILES)) {
                LedgerText.profiles(Deflated.text(new ItemReader(item).bytes(PROFILES)))
                    .forEach((entity, more) -> gained.merge(entity, more, LedgerProfile::plus));
                done.add(profilesAdded(chunk));
              }
            });
    List<TransactWriteItem> writes = new ArrayList<>();
    for (Map.Entry<LegalEntityId, LedgerProfile> gain : gained.entrySet()) {
      writes.add(added(gain.getKey(), gain.getValue(), since));
      if (writes.size() == MAX_LEDGERS) {
        table.transact(writes);
        writes.clear();
      }
    }
    writes.addAll(done);
    if (!writes.isEmpty()) {
      table.transact(writes);
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

  private TransactWriteItem profilesAdded(Keys.Key chunk) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table.name())
                .key(Table.attributes(chunk))
                .updateExpression("REMOVE " + PROFILES)
                .conditionExpression("attribute_exists(" + PROFILES + ")")
                .build())
        .build();
  }

  static LedgerProfile read(Optional<Map<String, AttributeValue>> ledger) {
    return ledger
        .map(item -> LedgerText.profile(Deflated.text(new ItemReader(item).bytes("profile"))))
        .orElse(LedgerProfile.EMPTY);
  }

  /**
   * Hands on the vendors that a file, in all its versions, has brought something of; after that
   * they are forgotten. A vendor may be handed on several times.
   *
   * @param taker called for some vendors of a legal entity at a time
   */
  public void takeVendors(String key, BiConsumer<LegalEntityId, Set<VendorNumber>> taker) {
    forSome(
        key,
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

  /** Goes through what a file has brought, some items at a time, by what each weighs. */
  private void forSome(
      String key,
      Function<Map<String, AttributeValue>, Integer> weight,
      int atMost,
      Consumer<List<Map<String, AttributeValue>>> action) {
    List<Map<String, AttributeValue>> some = new ArrayList<>();
    int weighs = 0;
    for (Map<String, AttributeValue> item :
        (Iterable<Map<String, AttributeValue>>)
            table
                    .streamPartition(Keys.feedFile(key).pk())
                    .filter(found -> Keys.isLedgerGain(ItemReader.keyOf(found)))
                ::iterator) {
      some.add(item);
      weighs += weight.apply(item);
      if (weighs >= atMost || some.size() == MAX_CHUNKS) {
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
