package io.customerconnect.local.trigger;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.aws.AwsCalls;
import io.customerconnect.local.aws.Names;
import io.customerconnect.local.function.LocalFunction;
import io.customerconnect.local.function.Outcome;
import io.customerconnect.template.References;
import io.customerconnect.template.Trigger.BatchAnswer;
import io.customerconnect.template.Trigger.OnError;
import io.customerconnect.template.Trigger.StreamRecords;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings the records of a table's stream to a function, as Lambda's poller does and in the
 * function's own name: in order, filtered, in batches; a failed batch holds up what comes after it
 * until it has been handled or given up on.
 */
public final class StreamPoller implements Poller {
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(50);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofMillis(500);
  private static final String MARK = "LOCAL#MARK";

  private final LocalFunction function;
  private final StreamRecords trigger;
  private final String table;
  private final String stream;
  private final References names;
  private final AwsCalls own;
  private final AwsCalls operator;
  private final InstantSource clock;
  private final List<EventPattern> filters;
  private final Set<String> marksSeen = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param table name of the table that the stream is of
   */
  public StreamPoller(
      LocalFunction function,
      StreamRecords trigger,
      String table,
      References names,
      AwsCalls operator,
      InstantSource clock) {
    this.function = function;
    this.trigger = trigger;
    this.table = table;
    this.stream = trigger.stream().resolve(names);
    this.names = names;
    this.own = operator.as(function.id());
    this.operator = operator;
    this.clock = clock;
    this.filters = trigger.filters().stream().map(EventPattern::new).toList();
  }

  /** Records that belong together: what is tried again is a batch too. */
  private record Batch(String shard, List<Json.Obj> records, int tried) {
    Batch from(int place) {
      // Records before the failed one are behind us: what is left is another batch.
      return new Batch(shard, records.subList(place, records.size()), place > 0 ? 0 : tried + 1);
    }

    Batch half(int from, int to) {
      return new Batch(shard, records.subList(from, to), tried);
    }
  }

  @Override
  public void start() {
    Thread.ofVirtual().name("poll " + function.id() + "'s stream").start(this::run);
  }

  private void run() {
    Set<String> finished = new HashSet<>();
    while (!closed) {
      try {
        for (String shard : openShards(finished)) {
          follow(shard);
          finished.add(shard);
        }
      } catch (RuntimeException e) {
        if (!closed) {
          System.err.println("Stream of " + table + ": " + e.getMessage());
          pause(PAUSE_AFTER_FAULT);
        }
      }
    }
  }

  /** Shards to be read, parents before their children. */
  private List<String> openShards(Set<String> finished) {
    Set<String> open = new LinkedHashSet<>();
    own.streams("DescribeStream", Json.object().with("StreamArn", stream))
        .object("StreamDescription")
        .items("Shards")
        .forEach(shard -> open.add(((Json.Obj) shard).require("ShardId")));
    open.removeAll(finished);
    return List.copyOf(open);
  }

  /** Reads a shard to its end. */
  private void follow(String shard) {
    Optional<String> iterator =
        own.streams(
                "GetShardIterator",
                Json.object()
                    .with("StreamArn", stream)
                    .with("ShardId", shard)
                    .with("ShardIteratorType", "TRIM_HORIZON"))
            .string("ShardIterator");
    while (iterator.isPresent() && !closed) {
      Json.Obj read =
          own.streams("GetRecords", Json.object().with("ShardIterator", iterator.get()));
      List<Json.Obj> records =
          read.items("Records").stream().map(record -> (Json.Obj) record).toList();
      handle(shard, records);
      iterator = read.string("NextShardIterator");
      if (records.isEmpty()) {
        pause(IDLE);
      }
    }
  }

  private void handle(String shard, List<Json.Obj> records) {
    List<Json.Obj> wanted =
        records.stream()
            .filter(record -> !isMark(record))
            .map(record -> record.with("eventSourceARN", stream))
            .filter(this::isWanted)
            .toList();
    for (int from = 0; from < wanted.size(); from += trigger.batchSize()) {
      List<Json.Obj> some =
          wanted.subList(from, Math.min(from + trigger.batchSize(), wanted.size()));
      deliver(new Batch(shard, some, 0));
    }
    records.stream().filter(StreamPoller::isMark).forEach(this::see);
  }

  private boolean isWanted(Json.Obj record) {
    return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(record));
  }

  private void deliver(Batch first) {
    Deque<Batch> open = new ArrayDeque<>();
    open.add(first);
    while (!open.isEmpty() && !closed) {
      Batch batch = open.remove();
      Outcome outcome =
          function.invoke(Json.object().with("Records", batch.records(), record -> record));
      Optional<Integer> failed = firstFailed(batch, outcome);
      if (failed.isPresent()) {
        again(batch, failed.get(), outcome).reversed().forEach(open::addFirst);
        pause(PAUSE_AFTER_FAILURE);
      }
    }
  }

  /** Where in the batch to go on from; empty when all of it has been handled. */
  private Optional<Integer> firstFailed(Batch batch, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed _ -> Optional.of(0);
      case Outcome.Answered answered -> {
        if (trigger.answer() != BatchAnswer.FAILED_ITEMS) {
          yield Optional.empty();
        }
        List<String> numbers = batch.records().stream().map(StreamPoller::sequenceNumber).toList();
        yield BatchAnswers.failures(answered.json(), new HashSet<>(numbers)).stream()
            .map(numbers::indexOf)
            .min(Integer::compare);
      }
    };
  }

  /** What is left of a failed batch, in its order. */
  private List<Batch> again(Batch batch, int firstFailed, Outcome outcome) {
    if (firstFailed == 0 && trigger.retries().filter(most -> batch.tried() >= most).isPresent()) {
      giveUp(batch);
      return List.of();
    }
    if (outcome instanceof Outcome.Failed
        && trigger.onError() == OnError.BISECT
        && batch.records().size() > 1) {
      int middle = batch.records().size() / 2;
      return List.of(batch.half(0, middle), batch.half(middle, batch.records().size()));
    }
    return List.of(batch.from(firstFailed));
  }

  private void giveUp(Batch batch) {
    trigger
        .onFailure()
        .ifPresent(
            queue ->
                own.sqs(
                    "SendMessage",
                    Json.object()
                        .with("QueueUrl", names.ref(Names.queueOf(queue.resolve(names))))
                        .with("MessageBody", notice(batch).toText())));
  }

  private Json.Obj notice(Batch batch) {
    return Json.object()
        .with(
            "requestContext",
            Json.object()
                .with("requestId", UUID.randomUUID().toString())
                .with("functionArn", Names.functionArn(function.id()))
                .with("condition", "RetryAttemptsExhausted")
                .with("approximateInvokeCount", batch.tried() + 1))
        .with(
            "responseContext",
            Json.object()
                .with("statusCode", 200)
                .with("executedVersion", "$LATEST")
                .with("functionError", "Unhandled"))
        .with("version", "1.0")
        .with("timestamp", clock.instant().toString())
        .with(
            "DDBStreamBatchInfo",
            Json.object()
                .with("shardId", batch.shard())
                .with("startSequenceNumber", sequenceNumber(batch.records().getFirst()))
                .with("endSequenceNumber", sequenceNumber(batch.records().getLast()))
                .with("approximateArrivalOfFirstRecord", arrival(batch.records().getFirst()))
                .with("approximateArrivalOfLastRecord", arrival(batch.records().getLast()))
                .with("batchSize", batch.records().size())
                .with("streamArn", stream));
  }

  private static String sequenceNumber(Json.Obj record) {
    return record.object("dynamodb").require("SequenceNumber");
  }

  private static String arrival(Json.Obj record) {
    return record.object("dynamodb").find("ApproximateCreationDateTime").stream()
        .map(
            time ->
                time instanceof Json.Num(BigDecimal seconds)
                    ? Instant.ofEpochMilli(seconds.movePointRight(3).longValue()).toString()
                    : "")
        .findFirst()
        .orElse("");
  }

  private static boolean isMark(Json.Obj record) {
    return record
        .object("dynamodb")
        .object("Keys")
        .object("PK")
        .string("S")
        .equals(Optional.of(MARK));
  }

  private void see(Json.Obj markRecord) {
    Json.Obj item = markRecord.object("dynamodb").object("NewImage");
    if (item.object("SK").string("S").filter(function.id()::equals).isPresent()) {
      item.object("mark").string("S").ifPresent(marksSeen::add);
    }
  }

  /** Writes a mark into the table: when it comes by, all before it has been handled. */
  @Override
  public boolean settle(Duration within) throws InterruptedException {
    String mark = UUID.randomUUID().toString();
    operator.dynamoDb(
        "PutItem",
        Json.object()
            .with("TableName", table)
            .with(
                "Item",
                Json.object()
                    .with("PK", Json.object().with("S", MARK))
                    .with("SK", Json.object().with("S", function.id()))
                    .with("mark", Json.object().with("S", mark))));
    long end = System.nanoTime() + within.toNanos();
    while (!marksSeen.remove(mark)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(IDLE.dividedBy(5));
    }
    return true;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
