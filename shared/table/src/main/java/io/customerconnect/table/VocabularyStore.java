package io.customerconnect.table;

import io.customerconnect.domain.names.WordCounts;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The words of the name index in the table: a base in a few large items, and what was gained since,
 * an item for each load of rows.
 *
 * <p>When there are many gains, whoever adds one merges them into a new base. The base's mark is
 * moved to it in one conditional write, and names the gains that are in it; so whoever reads gets
 * every gain once, wherever a merge was cut off. After a crash a load may count its words twice:
 * counts only make plans, never an answer.
 */
final class VocabularyStore {
  /** As many gains as are read together with the base's mark without much ado. */
  private static final int MOST_GAINS = 32;

  /** DynamoDB: an item holds at most 400 kB. */
  private static final int PART_BYTES = 300_000;

  private static final String NO_BASE = "";

  private final Table table;
  private final RandomGenerator random;

  VocabularyStore(Table table) {
    this(table, () -> ThreadLocalRandom.current().nextLong());
  }

  /**
   * @param random says who of those who add words merges them
   */
  VocabularyStore(Table table, RandomGenerator random) {
    this.table = table;
    this.random = random;
  }

  /**
   * What stands beside the base.
   *
   * @param base its id; empty while there is none
   * @param parts of the base
   * @param merged ids of gains that are in the base
   * @param gains all that are there, by their ids
   */
  record State(String base, int parts, Set<String> merged, Map<String, WordCounts> gains) {
    /** What is not in the base. */
    WordCounts gained() {
      WordCounts gained = new WordCounts();
      gains.forEach(
          (id, words) -> {
            if (!merged.contains(id)) {
              gained.add(words);
            }
          });
      return gained;
    }
  }

  /** Adds words, or takes them away; nothing is no request. */
  void add(WordCounts words) {
    if (words.isEmpty()) {
      return;
    }
    table.batchWrite(
        List.of(
            ItemBuilder.item(Keys.vocabularyGain(UUID.randomUUID().toString()))
                .set("words", Deflated.bytes(words.text()))
                .build()),
        List.of());
    // Each of many loads at once looks only now and then, so that merges do not meet.
    if (random.nextInt(MOST_GAINS) == 0) {
      merge();
    }
  }

  /** One query, and one more for every further megabyte of gains. */
  State state() {
    String base = NO_BASE;
    int parts = 0;
    Set<String> merged = Set.of();
    Map<String, WordCounts> gains = new LinkedHashMap<>();
    for (Map<String, AttributeValue> item : table.partition(Keys.vocabularyPartition())) {
      ItemReader reader = new ItemReader(item);
      Keys.Key key = ItemReader.keyOf(item);
      if (key.equals(Keys.vocabularyBase())) {
        base = reader.string("baseId");
        parts = reader.integer("parts");
        merged = Set.copyOf(reader.strings("merged"));
      } else {
        gains.put(
            key.sk().substring(key.sk().indexOf('#') + 1),
            WordCounts.read(Deflated.text(reader.bytes("words"))));
      }
    }
    return new State(base, parts, merged, gains);
  }

  /** The base's words as {@link WordCounts#text}; empty when it has been replaced meanwhile. */
  Optional<String> base(State state) {
    return deflatedBase(state).map(Deflated::text);
  }

  private Optional<byte[]> deflatedBase(State state) {
    if (state.base().equals(NO_BASE)) {
      return Optional.of(Deflated.bytes(""));
    }
    List<byte[]> parts =
        table.partition(Keys.vocabularyPart(state.base(), 0).pk()).stream()
            .map(item -> new ItemReader(item).bytes("words"))
            .toList();
    if (parts.size() != state.parts()) {
      return Optional.empty();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return Optional.of(all.toByteArray());
  }

  /**
   * Makes a base of what there is; of the words one at a time is in memory. Where another does so
   * at the same time, one of them wins.
   */
  void merge() {
    State before = state();
    Optional<byte[]> base = deflatedBase(before);
    if (base.isEmpty()) {
      return;
    }
    byte[] bytes = Deflated.lines(base.get(), before.gained()::addTo);
    String id = UUID.randomUUID().toString();
    List<Map<String, AttributeValue>> parts = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += PART_BYTES) {
      parts.add(
          ItemBuilder.item(Keys.vocabularyPart(id, parts.size()))
              .set(
                  "words",
                  Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART_BYTES)))
              .build());
    }
    parts.forEach(part -> table.batchWrite(List.of(part), List.of()));
    Put.Builder mark =
        Put.builder()
            .tableName(table.name())
            .item(
                ItemBuilder.item(Keys.vocabularyBase())
                    .set("baseId", id)
                    .set("parts", parts.size())
                    .set("merged", before.gains().keySet())
                    .build());
    if (before.base().equals(NO_BASE)) {
      mark.conditionExpression("attribute_not_exists(PK)");
    } else {
      mark.conditionExpression("baseId = :base")
          .expressionAttributeValues(Map.of(":base", AttributeValue.fromS(before.base())));
    }
    boolean isMine =
        table
            .transactTelling(List.of(TransactWriteItem.builder().put(mark.build()).build()))
            .isEmpty();
    Set<Keys.Key> left = new HashSet<>();
    String loser = isMine ? before.base() : id;
    int losersParts = isMine ? before.parts() : parts.size();
    for (int part = 0; part < losersParts; part++) {
      left.add(Keys.vocabularyPart(loser, part));
    }
    if (isMine) {
      before.gains().keySet().forEach(gain -> left.add(Keys.vocabularyGain(gain)));
    }
    table.batchWrite(List.of(), List.copyOf(left));
  }
}
