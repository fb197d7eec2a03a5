package io.customerconnect.bench;

import io.customerconnect.functions.feeds.LoadChunkHandler;
import io.customerconnect.functions.feeds.ReadyBooksHandler;
import io.customerconnect.functions.feeds.SplitFileHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import io.customerconnect.testing.functions.FileScene;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Loads files through both functions, from the bucket to the report, chunk by chunk by one thread.
 * After each chunk some of the items that are there by then are written by BatchWrite alone, into a
 * table of their own: what else the machine does slows down the one as much as the other.
 */
final class FileLoad implements AutoCloseable {
  private static final int BATCH = 25;
  private static final int RAW_BATCHES = 20;

  private final TestTable table = DynamoDbLocal.freshTable();
  private final TestTable rawTable = DynamoDbLocal.freshTable();
  private final FileScene files =
      new FileScene(table, SplitFileHandler::new, LoadChunkHandler::new, ReadyBooksHandler::new);
  private final Heap heap = new Heap();

  /**
   * What a load took.
   *
   * @param items that are in the table because of it
   * @param rawItems that were written by BatchWrite alone, and {@code rawTime} what that took
   * @param heapMegabytes at most, after collections; endpoints of S3 and SQS are in it
   */
  record Result(
      long rows,
      long rejected,
      long items,
      int chunks,
      Duration time,
      long rawItems,
      Duration rawTime,
      long heapMegabytes) {

    private static double rate(long count, Duration time) {
      return count * 1000.0 / Math.max(time.toMillis(), 1);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d rows (%,d rejected) in %,d chunks: %,d items more in %,d s, %,.0f rows/s, %,.0f"
              + " items/s; BatchWrite alone %,.0f items/s, so %.0f %% of it; heap after collections"
              + " at most %d MB",
          rows,
          rejected,
          chunks,
          items,
          time.toSeconds(),
          rate(rows, time),
          rate(items, time),
          rate(rawItems, rawTime),
          100 * rate(items, time) / rate(rawItems, rawTime),
          heapMegabytes);
    }
  }

  TestTable table() {
    return table;
  }

  /** Loads a file. */
  Result load(String key, Path file) throws IOException {
    long itemsBefore = items();
    heap.reset();
    long start = System.nanoTime();
    try (InputStream content = Files.newInputStream(file)) {
      check(files.split(files.drop(key, content)));
    }
    List<String> chunks = files.chunks();
    long nanos = System.nanoTime() - start;
    long rawNanos = 0;
    List<List<WriteRequest>> raw = List.of();
    for (String chunk : chunks) {
      long before = System.nanoTime();
      check(files.load(chunk));
      long between = System.nanoTime();
      raw = raw.isEmpty() ? batches() : raw;
      long rawStart = System.nanoTime();
      raw.forEach(this::writeRaw);
      nanos += between - before;
      rawNanos += System.nanoTime() - rawStart;
    }
    Json.Obj rows = files.report(key).object("rows");
    return new Result(
        rows.requireNumber("in"),
        rows.requireNumber("rejected"),
        items() - itemsBefore,
        chunks.size(),
        Duration.ofNanos(nanos),
        (long) raw.size() * BATCH * chunks.size(),
        Duration.ofNanos(rawNanos),
        heap.peakMegabytes());
  }

  /** Only cuts a file; says what that took. */
  String cut(String key, Path file) throws IOException {
    heap.reset();
    long start = System.nanoTime();
    try (InputStream content = Files.newInputStream(file)) {
      check(files.split(files.drop(key, content)));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "%,d bytes stored and cut into %,d chunks in %.0f s; heap after collections at most %d MB",
        Files.size(file),
        files.chunks().size(),
        seconds,
        heap.peakMegabytes());
  }

  Json.Obj report(String key) {
    return files.report(key);
  }

  private static void check(List<String> failed) {
    if (!failed.isEmpty()) {
      throw new IllegalStateException("A message failed");
    }
  }

  private long items() {
    return table
        .client()
        .describeTable(request -> request.tableName(table.name()))
        .table()
        .itemCount();
  }

  /** Batches of items of the table, full ones. */
  private List<List<WriteRequest>> batches() {
    List<WriteRequest> writes =
        table
            .client()
            .scan(request -> request.tableName(table.name()).limit(BATCH * RAW_BATCHES))
            .items()
            .stream()
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    return IntStream.range(0, writes.size() / BATCH)
        .mapToObj(place -> writes.subList(place * BATCH, (place + 1) * BATCH))
        .toList();
  }

  private void writeRaw(List<WriteRequest> batch) {
    rawTable
        .client()
        .batchWriteItem(request -> request.requestItems(Map.of(rawTable.name(), batch)));
  }

  @Override
  public void close() {
    files.close();
  }

  /** A new temporary folder. */
  static Path folder() throws IOException {
    return Files.createTempDirectory("customerconnect-bench-");
  }
}
