package io.customerconnect.table;

import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The one table: its name, a client that reaches it, and the few ways we read and write it. */
public record Table(DynamoDbClient client, String name) {
  private static final int MAX_BATCH_READS = 5;
  private static final int MAX_BATCH_WRITES = 25;
  private static final int MAX_BATCH_TRIES = 8;
  private static final int MAX_TRIES = 5;

  /** The table that the function's environment names. */
  public static Table of(Platform platform) {
    return new Table(
        Aws.client(DynamoDbClient.builder(), platform.environment()),
        platform.environment().require(Setting.TABLE));
  }

  /** The order of sort keys. */
  enum Order {
    ASCENDING,
    DESCENDING
  }

  /** One strongly consistent read. */
  Optional<Map<String, AttributeValue>> get(Keys.Key key) {
    var response =
        client.getItem(
            GetItemRequest.builder()
                .tableName(name)
                .key(attributes(key))
                .consistentRead(true)
                .build());
    return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
  }

  /**
   * The items that there are, strongly consistent; one request, and more only where DynamoDB leaves
   * keys over.
   *
   * @param keys at most 100
   */
  Map<Keys.Key, Map<String, AttributeValue>> batchGet(Collection<Keys.Key> keys) {
    return batchGet(keys, Consistency.STRONG);
  }

  /** Whether a read sees every write that has been answered. */
  enum Consistency {
    STRONG,
    /** It may miss those of the last second, and costs half. */
    EVENTUAL
  }

  /** As {@link #batchGet(Collection)}. */
  Map<Keys.Key, Map<String, AttributeValue>> batchGet(
      Collection<Keys.Key> keys, Consistency consistency) {
    Map<Keys.Key, Map<String, AttributeValue>> items = new HashMap<>();
    Map<String, KeysAndAttributes> wanted =
        Map.of(
            name,
            KeysAndAttributes.builder()
                .keys(keys.stream().distinct().map(Table::attributes).toList())
                .consistentRead(consistency == Consistency.STRONG)
                .build());
    for (int reads = 0; !wanted.isEmpty(); reads++) {
      if (reads == MAX_BATCH_READS) {
        throw new IllegalStateException("The table left keys unread " + reads + " times");
      }
      var response =
          client.batchGetItem(BatchGetItemRequest.builder().requestItems(wanted).build());
      response
          .responses()
          .values()
          .forEach(found -> found.forEach(item -> items.put(ItemReader.keyOf(item), item)));
      wanted = response.unprocessedKeys();
    }
    return items;
  }

  /** A page of a partition's items whose sort keys begin with a prefix; one query. */
  Page<Map<String, AttributeValue>> page(
      String partition, String prefix, Order order, Optional<Cursor> from, int limit) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression("PK = :pk AND begins_with(SK, :prefix)")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(partition),
                    ":prefix", AttributeValue.fromS(prefix)))
            .scanIndexForward(order == Order.ASCENDING)
            .limit(limit);
    from.ifPresent(
        cursor -> query.exclusiveStartKey(attributes(new Keys.Key(partition, cursor.sortKey()))));
    QueryResponse response = client.query(query.build());
    return new Page<>(
        response.items(),
        response.hasLastEvaluatedKey()
            ? Optional.of(new Cursor(ItemReader.keyOf(response.lastEvaluatedKey()).sk()))
            : Optional.empty());
  }

  /**
   * The first items of a range: fewer than the limit only where there are no more; one query, or
   * one for every megabyte where items are that large.
   */
  List<Map<String, AttributeValue>> range(Range range, Order order, int limit) {
    return client.queryPaginator(query(range, order).limit(limit).build()).items().stream()
        .limit(limit)
        .toList();
  }

  /**
   * How many items a range has; one query that reads no more than so many.
   *
   * @param most the answer where there are more
   */
  int count(Range range, int most) {
    return client
        .query(query(range, Order.ASCENDING).limit(most).select(Select.COUNT).build())
        .count();
  }

  /** Every item of a range, read page by page as they are needed. */
  Stream<Map<String, AttributeValue>> streamRange(Range range) {
    return client.queryPaginator(query(range, Order.ASCENDING).build()).items().stream();
  }

  private QueryRequest.Builder query(Range range, Order order) {
    Place place = range.place();
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression(
                place.partitionKey + " = :pk AND " + place.sortKey + " BETWEEN :from AND :to")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(range.partition()),
                    ":from", AttributeValue.fromS(range.from()),
                    ":to", AttributeValue.fromS(range.to())))
            .scanIndexForward(order == Order.ASCENDING);
    place.index.ifPresentOrElse(query::indexName, () -> query.consistentRead(true));
    range.after().ifPresent(query::exclusiveStartKey);
    return query;
  }

  /**
   * A page of what lies in several partitions, all together in the order of the sort keys; one
   * query for each.
   *
   * @param from the first sort key that is wanted, where no page has been given before
   * @param to the last
   */
  Page<Map<String, AttributeValue>> merged(
      Place place,
      List<String> partitions,
      String from,
      String to,
      Optional<Cursor> after,
      int limit) {
    String begin =
        after
            .map(cursor -> cursor.sortKey() + " ")
            .filter(key -> key.compareTo(from) > 0)
            .orElse(from);
    if (begin.compareTo(to) > 0) {
      return new Page<>(List.of(), Optional.empty());
    }
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    Optional<String> readThrough = Optional.empty();
    for (String partition : partitions) {
      List<Map<String, AttributeValue>> some =
          range(new Range(place, partition, begin, to, Optional.empty()), Order.ASCENDING, limit);
      found.addAll(some);
      if (some.size() == limit) {
        String last = place.sortKeyOf(some.getLast());
        readThrough =
            readThrough.filter(other -> other.compareTo(last) < 0).or(() -> Optional.of(last));
      }
    }
    Optional<String> bound = readThrough;
    List<Map<String, AttributeValue>> inOrder =
        found.stream()
            .filter(
                item -> bound.map(last -> place.sortKeyOf(item).compareTo(last) <= 0).orElse(true))
            .sorted(Comparator.comparing(place::sortKeyOf))
            .toList();
    List<Map<String, AttributeValue>> page = inOrder.stream().limit(limit).toList();
    Optional<String> next =
        page.size() < inOrder.size() ? Optional.of(place.sortKeyOf(page.getLast())) : bound;
    return new Page<>(page, next.map(Cursor::new));
  }

  /** How many items there are in partitions, from one sort key to another; none is fetched. */
  int count(Place place, List<String> partitions, String from, String to) {
    int count = 0;
    for (String partition : partitions) {
      QueryRequest request =
          query(new Range(place, partition, from, to, Optional.empty()), Order.ASCENDING)
              .select(Select.COUNT)
              .build();
      for (QueryResponse page : client.queryPaginator(request)) {
        count += page.count();
      }
    }
    return count;
  }

  /** Where a range lies. */
  enum Place {
    TABLE(Optional.empty(), Keys.PK, Keys.SK),
    INDEX(Optional.of(Keys.INDEX), Keys.INDEX_PK, Keys.INDEX_SK),
    WORK(Optional.of(Keys.WORK_INDEX), Keys.WORK_PK, Keys.WORK_SK);

    private final Optional<String> index;
    private final String partitionKey;
    private final String sortKey;

    Place(Optional<String> index, String partitionKey, String sortKey) {
      this.index = index;
      this.partitionKey = partitionKey;
      this.sortKey = sortKey;
    }

    private String sortKeyOf(Map<String, AttributeValue> item) {
      return new ItemReader(item).string(sortKey);
    }
  }

  /**
   * Sort keys of a partition, from one to another, both included; the table's are read strongly
   * consistent.
   *
   * @param after the keys of the last item of an earlier page
   */
  record Range(
      Place place,
      String partition,
      String from,
      String to,
      Optional<Map<String, AttributeValue>> after) {

    /** The first text behind all that begin with a prefix. */
    static String end(String prefix) {
      int last = prefix.length() - 1;
      return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    /** All that begin with a prefix. */
    static Range of(Place place, String partition, String prefix) {
      return new Range(place, partition, prefix, end(prefix), Optional.empty());
    }

    Range after(Map<String, AttributeValue> last) {
      return new Range(place, partition, from, to, Optional.of(last));
    }
  }

  /** Every item of an index partition whose sort key is not after a bound, page by page. */
  void forEachInIndex(
      String partition, String notAfter, Consumer<Map<String, AttributeValue>> action) {
    client
        .queryPaginator(
            QueryRequest.builder()
                .tableName(name)
                .indexName(Keys.INDEX)
                .keyConditionExpression("G1PK = :pk AND G1SK <= :bound")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(partition),
                        ":bound", AttributeValue.fromS(notAfter)))
                .build())
        .items()
        .forEach(action);
  }

  /** A page of an index partition, of the items whose index sort keys begin with a prefix. */
  Page<Map<String, AttributeValue>> indexPage(
      String partition, String prefix, Optional<Map<String, AttributeValue>> from, int limit) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(name)
            .indexName(Keys.INDEX)
            .keyConditionExpression("G1PK = :pk AND begins_with(G1SK, :prefix)")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(partition),
                    ":prefix", AttributeValue.fromS(prefix)))
            .scanIndexForward(false)
            .limit(limit);
    from.ifPresent(query::exclusiveStartKey);
    QueryResponse response = client.query(query.build());
    return new Page<>(
        response.items(),
        response.hasLastEvaluatedKey()
            ? Optional.of(
                new Cursor(new ItemReader(response.lastEvaluatedKey()).string(Keys.INDEX_SK)))
            : Optional.empty());
  }

  /** Every item of a partition. */
  List<Map<String, AttributeValue>> partition(String partition) {
    return streamPartition(partition).toList();
  }

  /** Every item of a partition, read page by page as they are needed. */
  Stream<Map<String, AttributeValue>> streamPartition(String partition) {
    return client
        .queryPaginator(
            QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                .consistentRead(true)
                .build())
        .items()
        .stream();
  }

  /**
   * Writes and deletes items, in requests of {@value #MAX_BATCH_WRITES}; what DynamoDB leaves over
   * is sent again.
   *
   * @param puts with keys that differ from each other and from the deleted ones
   */
  void batchWrite(List<Map<String, AttributeValue>> puts, List<Keys.Key> deletes) {
    List<WriteRequest> writes = new ArrayList<>();
    puts.forEach(
        item -> writes.add(WriteRequest.builder().putRequest(put -> put.item(item)).build()));
    deletes.forEach(
        key ->
            writes.add(
                WriteRequest.builder()
                    .deleteRequest(delete -> delete.key(attributes(key)))
                    .build()));
    for (int from = 0; from < writes.size(); from += MAX_BATCH_WRITES) {
      List<WriteRequest> some =
          writes.subList(from, Math.min(from + MAX_BATCH_WRITES, writes.size()));
      Map<String, List<WriteRequest>> open = Map.of(name, some);
      for (int tries = 0; !open.isEmpty(); tries++) {
        if (tries == MAX_BATCH_TRIES) {
          throw new IllegalStateException("The table left items unwritten " + tries + " times");
        }
        pause(tries);
        open =
            client
                .batchWriteItem(BatchWriteItemRequest.builder().requestItems(open).build())
                .unprocessedItems();
      }
    }
  }

  /**
   * Grows with each try, and differs between callers, so that they do not all come back at once.
   */
  static void pause(int tries) {
    if (tries > 0) {
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(20L << tries));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting for the table", e);
      }
    }
  }

  /**
   * What an attempt leads to. It starts over, from what it reads, when somebody else was quicker.
   *
   * @throws ConflictException when others were quicker every time
   */
  public static <T> T startingOver(Supplier<T> attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.get();
      } catch (ConflictException e) {
        if (tries == MAX_TRIES) {
          throw e;
        }
        pause(tries);
      }
    }
  }

  TransactWriteItem putNew(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(name)
                .item(item)
                .conditionExpression("attribute_not_exists(PK)")
                .build())
        .build();
  }

  /**
   * Puts an item over the one before it, or a first one where there is none.
   *
   * @param item with its version, which is one more than that of the item before, or 1
   */
  TransactWriteItem putNext(Map<String, AttributeValue> item) {
    long version = new ItemReader(item).number(Keys.VERSION);
    Put.Builder put = Put.builder().tableName(name).item(item);
    if (version == 1) {
      put.conditionExpression("attribute_not_exists(PK)");
    } else {
      put.conditionExpression("version = :before")
          .expressionAttributeValues(
              Map.of(":before", AttributeValue.fromN(Long.toString(version - 1))));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(name).item(item).build())
        .build();
  }

  /** Has a transaction written only where there is an item. */
  TransactWriteItem exists(Keys.Key key) {
    return TransactWriteItem.builder()
        .conditionCheck(
            ConditionCheck.builder()
                .tableName(name)
                .key(attributes(key))
                .conditionExpression("attribute_exists(PK)")
                .build())
        .build();
  }

  TransactWriteItem delete(Keys.Key key) {
    return TransactWriteItem.builder()
        .delete(Delete.builder().tableName(name).key(attributes(key)).build())
        .build();
  }

  /**
   * Writes all or nothing.
   *
   * @throws ConflictException when a condition does not hold, or another write was at the same
   *     items at the same moment
   */
  void transact(List<TransactWriteItem> writes) {
    try {
      client.transactWriteItems(
          TransactWriteItemsRequest.builder().transactItems(new ArrayList<>(writes)).build());
    } catch (TransactionCanceledException e) {
      List<CancellationReason> reasons = e.cancellationReasons();
      Set<Integer> lost =
          IntStream.range(0, reasons.size())
              .filter(place -> isConflict(reasons.get(place)))
              .boxed()
              .collect(Collectors.toUnmodifiableSet());
      if (lost.isEmpty()) {
        throw e;
      }
      throw new ConflictException(lost);
    }
  }

  private static boolean isConflict(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code())
        || "TransactionConflict".equals(reason.code());
  }

  /**
   * As {@link #transact}; where it is refused, tells which of the writes were at fault.
   *
   * @param writes at most 100; none is no request
   * @return their places in the list; empty when all was written
   */
  Set<Integer> transactTelling(List<TransactWriteItem> writes) {
    if (writes.isEmpty()) {
      return Set.of();
    }
    try {
      transact(writes);
      return Set.of();
    } catch (ConflictException e) {
      return e.places();
    }
  }

  static Map<String, AttributeValue> attributes(Keys.Key key) {
    return Map.of(Keys.PK, AttributeValue.fromS(key.pk()), Keys.SK, AttributeValue.fromS(key.sk()));
  }
}
