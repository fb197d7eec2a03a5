package io.customerconnect.bench;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.StatusEntry;
import io.customerconnect.functions.status.LoadStatusHandler;
import io.customerconnect.lambda.SettleStatus;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Keys;
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Meter;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.TestTable;
import io.customerconnect.testing.functions.Queues;
import io.customerconnect.testing.functions.Scene;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Loads the status of a vendor's invoices; then again with nothing changed, and with one in a
 * hundred changed. After each of its transactions the same rows are written by a plain BatchWrite
 * into a table of their own, so that what else the machine does slows down both.
 */
public final class StatusLoad {
  private static final VendorNumber VENDOR = new VendorNumber("4711");
  private static final int BATCH = 25;
  private static final int CHANGED = 100;
  private static final double MILLION = 1_000_000;

  /**
   * Of more invoices, later files hold every hundredth alone, as loads read all of them anyway, and
   * every tenth of the transactions is repeated beside the load.
   */
  private static final int WHOLE = 100_000;

  private static final int SAMPLED = 10;

  private final Scene scene = Scene.alone();
  private final Meter meter = new Meter();
  private final RowWrites written;
  private final String queue = Queues.empty("LOAD_QUEUE_URL");
  private final LoadStatusHandler worker;
  private final int rows;
  private int files;

  private StatusLoad(int rows) {
    this.rows = rows;
    written = new RowWrites(Keys.statusPartition(scene.account()), rows > WHOLE ? SAMPLED : 1);
    worker =
        new LoadStatusHandler(
            scene.platform(),
            new Table(DynamoDbLocal.client(meter, written), scene.table().name()));
  }

  /**
   * Runs it.
   *
   * @param args how many invoices, one number for each run
   */
  public static void main(String... args) {
    List<String> sizes = args.length == 0 ? List.of("1000", "10000") : List.of(args);
    System.out.println(
        "| invoices | what | rows/s | BatchWrite alone | share | row writes | requests per million"
            + " | read units | write units |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    sizes.forEach(size -> new StatusLoad(Integer.parseInt(size)).run());
    System.exit(0);
  }

  private void run() {
    deliver(1, _ -> "freigegeben");
    scene.apply(new Command.Confirm(scene.ask(), Optional.of(VENDOR)));
    measure("first load", rows);
    int every = rows > WHOLE ? CHANGED : 1;
    deliver(every, _ -> "freigegeben");
    measure("nothing changed", 0);
    deliver(every, number -> number % CHANGED == 0 ? "gebucht" : "freigegeben");
    measure("1 % changed", rows / CHANGED);
  }

  /** A file with every so many of the invoices. */
  private void deliver(int every, IntFunction<String> status) {
    scene.pass(Duration.ofMinutes(1));
    FileVersion file = new FileVersion(scene.now(), "f" + files++);
    Invoices invoices = new Invoices(scene.table());
    List<Invoices.Row> some = new ArrayList<>();
    for (int number = 0; number < rows; number += every) {
      some.add(
          new Invoices.Row(invoice(number, status.apply(number)), new Revision(file, number + 2)));
      if (some.size() == Invoices.MAX_INVOICES) {
        invoices.load(some);
        some.clear();
      }
    }
    invoices.load(some);
    new Deliveries(scene.table()).note(scene.buyer().id(), scene.now());
  }

  private HistoricInvoice invoice(int number, String status) {
    LocalDate issued = LocalDate.of(2026, 1, 1).plusDays(number % 60);
    return new HistoricInvoice(
        scene.buyer().id(),
        VENDOR,
        Optional.empty(),
        Optional.empty(),
        new InvoiceNumber("RE-%07d".formatted(number)),
        issued,
        Money.parse(number % 997 + ".50", Money.currency("EUR")),
        DocumentTypeCode.COMMERCIAL_INVOICE,
        Optional.of(issued.plusDays(60)),
        new NamedDate.Unsaid(),
        new StatusEntry(Optional.of(status), Optional.empty(), Clarification.NONE, Payment.UNKNOWN),
        scene.now());
  }

  /**
   * @throws IllegalStateException when the load has not written as many rows as it has to
   */
  private void measure(String what, int expected) {
    meter.reset();
    written.reset();
    long start = System.nanoTime();
    List<String> messages =
        List.of(new SettleStatus(scene.account(), scene.buyer().id(), VENDOR).json().toText());
    while (!messages.isEmpty()) {
      messages.forEach(message -> Scene.deliver(worker, message));
      messages = Queues.take(queue);
    }
    double seconds = (System.nanoTime() - start - written.nanosAlone) / 1e9;
    if (written.count != expected) {
      throw new IllegalStateException(
          "%s: %d rows written, not %d".formatted(what, written.count, expected));
    }
    double rate = rows / seconds;
    double rateAlone = written.countAlone * 1e9 / written.nanosAlone;
    Reading reading = meter.reading();
    System.out.printf(
        Locale.ROOT,
        "| %,d | %s | %,.0f | %s | %s | %,d | %,.0f | %,.0f | %,.0f |%n",
        rows,
        what,
        rate,
        written.count == rows ? "%,.0f".formatted(rateAlone) : "",
        written.count == rows ? "%.0f %%".formatted(100 * rate / rateAlone) : "",
        written.count,
        reading.requests() * MILLION / rows,
        reading.readUnits() * MILLION / rows,
        reading.writeUnits() * MILLION / rows);
  }

  /**
   * Counts the rows that are put or deleted, and writes those that are put a second time, or every
   * so many of them.
   */
  private static final class RowWrites implements ExecutionInterceptor {
    private final String partition;
    private final int every;
    private final TestTable alone = DynamoDbLocal.freshTable();
    private int transactions;
    private int count;
    private int countAlone;
    private long nanosAlone;

    RowWrites(String partition, int every) {
      this.partition = partition;
      this.every = every;
    }

    void reset() {
      transactions = 0;
      count = 0;
      countAlone = 0;
      nanosAlone = 0;
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof TransactWriteItemsRequest transaction) {
        List<Map<String, AttributeValue>> put =
            transaction.transactItems().stream()
                .filter(item -> item.put() != null)
                .map(item -> item.put().item())
                .filter(this::isRow)
                .toList();
        count += put.size();
        if (transactions++ % every == 0) {
          writeAlone(put);
        }
        count +=
            (int)
                transaction.transactItems().stream()
                    .filter(item -> item.delete() != null && isRow(item.delete().key()))
                    .count();
      }
    }

    private boolean isRow(Map<String, AttributeValue> keys) {
      return Optional.ofNullable(keys.get(Keys.PK))
          .filter(key -> key.s().equals(partition))
          .isPresent();
    }

    private void writeAlone(List<Map<String, AttributeValue>> items) {
      long start = System.nanoTime();
      for (int from = 0; from < items.size(); from += BATCH) {
        List<WriteRequest> writes =
            items.subList(from, Math.min(from + BATCH, items.size())).stream()
                .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        alone.client().batchWriteItem(batch -> batch.requestItems(Map.of(alone.name(), writes)));
      }
      countAlone += items.size();
      nanosAlone += System.nanoTime() - start;
    }
  }
}
