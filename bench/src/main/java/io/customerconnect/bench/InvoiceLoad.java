package io.customerconnect.bench;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Table;
import io.customerconnect.testing.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Loads ledger lines of a real council as historic invoices, as many as are asked for, beside a
 * plain BatchWrite of the same items in the same run; then the same file again. Heap is measured
 * for a tenth of the rows and for all.
 */
public final class InvoiceLoad {
  private static final int DEFAULT_ROWS = 20_000;
  private static final int MILLION = 1_000_000;
  private static final String BUYER = "council";
  private static final long GIGABYTE = 1L << 30;

  private InvoiceLoad() {}

  /**
   * Runs it.
   *
   * @param args how many rows: a number, or {@code all} for a million; or {@code gigabyte} to only
   *     cut a file of that size
   */
  public static void main(String... args) throws Exception {
    Path folder = FileLoad.folder();
    if (args.length == 1 && args[0].equals("gigabyte")) {
      gigabyte(folder);
    } else {
      int rows =
          args.length == 0
              ? DEFAULT_ROWS
              : args[0].equals("all") ? MILLION : Integer.parseInt(args[0]);
      load(folder, rows / 10);
      load(folder, rows);
    }
    System.exit(0);
  }

  private static void load(Path folder, int rows) throws Exception {
    Path file = folder.resolve("invoices-" + rows + ".csv");
    ConvertInvoices.write(file, rows);
    String key = "invoices/" + BUYER + "/ledger.csv";
    try (FileLoad load = new FileLoad()) {
      new DirectoryStore(new Table(load.table().client(), load.table().name()))
          .load(
              List.of(
                  new DirectoryStore.Row(
                      Fixtures.customer(BUYER),
                      new Revision(new FileVersion(Instant.EPOCH, "0"), 2))));
      System.out.printf("Ledger lines, %,d bytes:%n  %s%n", Files.size(file), load.load(key, file));
      System.out.println("  rejected: " + load.report(key).object("rejectsByReason").toText());
      System.out.println("  the same as a newer file: " + load.load(key, file));
      System.out.println("  report: " + load.report(key).object("rows").toText());
    }
  }

  private static void gigabyte(Path folder) throws Exception {
    Path ledger = folder.resolve("part.csv");
    ConvertInvoices.write(ledger, 100_000);
    Path file = folder.resolve("gigabyte.csv");
    byte[] part = Files.readAllBytes(ledger);
    try (var out = Files.newOutputStream(file)) {
      for (long size = 0; size < GIGABYTE; size += part.length) {
        out.write(part);
      }
    }
    try (FileLoad load = new FileLoad()) {
      System.out.println(load.cut("invoices/" + BUYER + "/gigabyte.csv", file));
    }
    Files.delete(file);
  }
}
