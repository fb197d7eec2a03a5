package io.customerconnect.table;

import io.customerconnect.domain.names.Candidate;
import io.customerconnect.domain.names.NameEntry;
import io.customerconnect.domain.names.NameSource;
import io.customerconnect.domain.names.SearchKeys;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.LegalEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An entry of the name index as an item. It holds all that a search result shows, so that a search
 * needs nothing else; its attributes have short names, as a search reads up to 128 of them.
 */
public final class EntryItem {
  /** The policy of an entry that names none. */
  private static final BuyerPolicy USUAL_POLICY = BuyerPolicy.CHALLENGE;

  private EntryItem() {}

  /** The entries of a legal entity by their keys; none when suppliers do not get to see it. */
  public static Map<Keys.Key, Map<String, AttributeValue>> of(LegalEntity entity) {
    if (entity.offer() == LegalEntity.Offer.WITHHELD) {
      return Map.of();
    }
    return write(
        SearchKeys.of(entity.legalName(), entity.otherNames(), entity.identifiers().all()),
        Candidate.Kind.LEGAL_ENTITY,
        entity.id().value(),
        item ->
            item.set("n", entity.legalName())
                .set("c", entity.country().value())
                .set("y", entity.city())
                .set("i", entity.identifiers().all().stream().findFirst())
                .set("g", entity.group().map(group -> group.id().value()))
                .set("h", entity.group().map(EntityGroup::name))
                .set("p", entity.policy() == USUAL_POLICY ? "" : entity.policy().word()));
  }

  /** The entries of a group by their keys. */
  public static Map<Keys.Key, Map<String, AttributeValue>> of(EntityGroup group) {
    return write(
        SearchKeys.of(group.name(), List.of(), List.of()),
        Candidate.Kind.GROUP,
        group.id().value(),
        item -> item.set("n", group.name()));
  }

  private static Map<Keys.Key, Map<String, AttributeValue>> write(
      List<NameEntry> entries,
      Candidate.Kind kind,
      String id,
      Function<ItemBuilder, ItemBuilder> shown) {
    Map<Keys.Key, Map<String, AttributeValue>> items = new LinkedHashMap<>();
    for (NameEntry entry : entries) {
      Keys.Key key = Keys.searchEntry(entry.key(), kind, id);
      ItemBuilder item = shown.apply(ItemBuilder.item(key));
      if (entry.source() == NameSource.OTHER_NAME) {
        item.set("m", entry.name());
      }
      items.put(key, item.build());
    }
    return items;
  }

  public static SearchResult read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    Keys.SearchEntry entry = Keys.searchEntry(ItemReader.keyOf(item));
    return new SearchResult(
        entry.kind(),
        entry.id(),
        reader.string("n"),
        reader.find("m"),
        reader.find("c"),
        reader.find("y"),
        reader.find("i"),
        reader.find("g"),
        reader.find("h"),
        entry.kind() == Candidate.Kind.GROUP
            ? Optional.empty()
            : reader.find("p").map(EntryItem::policy).or(() -> Optional.of(USUAL_POLICY)),
        entry.key());
  }

  private static BuyerPolicy policy(String word) {
    return BuyerPolicy.ofWord(word)
        .orElseThrow(() -> new IllegalStateException("There is no policy " + word));
  }
}
