package io.customerconnect.bench;

import io.customerconnect.functions.feeds.LoadChunkHandler;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Loads files through both functions, from the bucket to the report, by as many threads as a raw
 * BatchWrite of the same items is done by.
 */
final class FileLoad implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int BATCH = 25;

  private final TestTable table = DynamoDbLocal.freshTable();
  private final FileScene files =
      new FileScene(table, SplitFileHandler::new, LoadChunkHandler::new);
  private final Heap heap = new Heap();

  /**
   * What a load took.
   *
   * @param items that are in the table because of it
   * @param heapMegabytes at most, after collections; endpoints of S3 and SQS are in it
   */
  record Result(
      long rows, long rejected, long items, int chunks, Duration time, long heapMegabytes) {

    double rowsPerSecond() {
      return rows * 1000.0 / Math.max(time.toMillis(), 1);
    }

    double itemsPerSecond() {
      return items * 1000.0 / Math.max(time.toMillis(), 1);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d rows (%,d rejected), %,d items, %d chunks, %,d s: %,.0f rows/s, %,.0f items/s;"
              + " heap after collections at most %d MB",
          rows,
          rejected,
          items,
          chunks,
          time.toSeconds(),
          rowsPerSecond(),
          itemsPerSecond(),
          heapMegabytes);
    }
  }

  TestTable table() {
    return table;
  }

  /** Loads a file. */
  Result load(String key, Path file) throws Exception {
    long itemsBefore = items();
    heap.reset();
    long start = System.nanoTime();
    String news;
    try (InputStream content = Files.newInputStream(file)) {
      news = files.drop(key, content);
    }
    check(files.split(news));
    List<String> chunks = files.chunks();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> all = new ArrayList<>();
      for (String chunk : chunks) {
        all.add(threads.submit(() -> check(files.load(chunk))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    Json.Obj rows = files.report(key).object("rows");
    return new Result(
        rows.requireNumber("in"),
        rows.requireNumber("rejected"),
        items() - itemsBefore,
        chunks.size(),
        time,
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

  /** How many items of the table a second BatchWrite alone writes, into a table of its own. */
  double rawItemsPerSecond(int most) throws Exception {
    List<Map<String, AttributeValue>> items =
        table.client().scanPaginator(request -> request.tableName(table.name())).items().stream()
            .limit(most)
            .toList();
    TestTable other = DynamoDbLocal.freshTable();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int from = 0; from < items.size(); from += BATCH) {
        List<WriteRequest> writes =
            items.subList(from, Math.min(from + BATCH, items.size())).stream()
                .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .collect(Collectors.toList());
        all.add(
            threads.submit(
                () ->
                    other
                        .client()
                        .batchWriteItem(
                            batch -> batch.requestItems(Map.of(other.name(), writes)))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    other.client().deleteTable(request -> request.tableName(other.name()));
    return items.size() / seconds;
  }

  @Override
  public void close() {
    files.close();
  }

  /** A new temporary folder, deleted by the caller. */
  static Path folder() throws IOException {
    return Files.createTempDirectory("customerconnect-bench-");
  }
}
