package io.customerconnect.bench.search;

import io.customerconnect.domain.names.KeyRange;
import io.customerconnect.domain.names.Vocabulary;
import io.customerconnect.domain.names.WordCounts;
import io.customerconnect.table.EntryItem;
import io.customerconnect.table.Keys;
import io.customerconnect.table.NameIndex;
import io.customerconnect.table.SearchResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The name index in memory: it answers the same ranges as the table, in the same order, and counts
 * capacity units from the bytes of the items that it reads, as DynamoDB does.
 */
final class MemoryIndex implements NameIndex {
  /** DynamoDB: an eventually consistent read takes half a unit for each 4 kB begun. */
  private static final int UNIT = 4096;

  private static final class Entry {
    final byte[] key;
    final SearchResult result;
    final int bytes;

    Entry(byte[] key, SearchResult result, int bytes) {
      this.key = key;
      this.result = result;
      this.bytes = bytes;
    }
  }

  private static final Comparator<Entry> ORDER = (a, b) -> Arrays.compareUnsigned(a.key, b.key);

  private final Entry[] entries;
  private int requests;
  private int empty;
  private double units;

  private MemoryIndex(Entry[] entries) {
    this.entries = entries;
  }

  static MemoryIndex of(QuerySet set) {
    List<Entry> entries = new ArrayList<>();
    set.entities().forEach(entity -> add(EntryItem.of(entity), entries));
    set.groups().forEach(group -> add(EntryItem.of(group), entries));
    Entry[] sorted = entries.toArray(Entry[]::new);
    Arrays.sort(sorted, ORDER);
    return new MemoryIndex(sorted);
  }

  private static void add(Map<Keys.Key, Map<String, AttributeValue>> items, List<Entry> entries) {
    items.forEach(
        (key, item) ->
            entries.add(new Entry(key(key.pk(), key.sk()), EntryItem.read(item), bytes(item))));
  }

  /** As DynamoDB counts an item: names and values in UTF-8. */
  static int bytes(Map<String, AttributeValue> item) {
    int bytes = 0;
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      bytes += utf8(attribute.getKey()) + utf8(attribute.getValue().s());
    }
    return bytes;
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static byte[] key(String partition, String sortKey) {
    return (partition + "\0" + sortKey).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<SearchResult> read(KeyRange range) {
    byte[] from = key(range.partition(), range.from());
    byte[] to = key(range.partition(), range.to());
    int at = Arrays.binarySearch(entries, new Entry(from, entries[0].result, 0), ORDER);
    at = at < 0 ? -at - 1 : at;
    List<SearchResult> found = new ArrayList<>();
    int read = 0;
    while (at < entries.length
        && found.size() < range.most()
        && Arrays.compareUnsigned(entries[at].key, to) <= 0) {
      found.add(entries[at].result);
      read += entries[at].bytes;
      at++;
    }
    requests++;
    empty += found.isEmpty() ? 1 : 0;
    units += Math.max(1, (read + UNIT - 1) / UNIT) / 2.0;
    return found;
  }

  Vocabulary vocabulary() {
    WordCounts words = new WordCounts();
    for (Entry entry : entries) {
      words.add(entry.result.key());
    }
    return Vocabulary.of(words);
  }

  int size() {
    return entries.length;
  }

  long bytes() {
    return Arrays.stream(entries).mapToLong(entry -> entry.bytes).sum();
  }

  /** Requests and units since the last call. */
  Cost cost() {
    Cost cost = new Cost(requests, empty, units);
    requests = 0;
    empty = 0;
    units = 0;
    return cost;
  }

  /**
   * What a search took.
   *
   * @param empty requests that brought nothing
   * @param units read capacity units
   */
  record Cost(int requests, int empty, double units) {}
}
