package io.customerconnect.local;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where functions' log lines go, as CloudWatch keeps them apart from what an operator sees: into a
 * file. Errors are shown as well.
 */
final class FunctionLog extends PrintStream {
  private final PrintStream shown;

  private FunctionLog(FileOutputStream file, PrintStream shown) {
    super(file, true, StandardCharsets.UTF_8);
    this.shown = shown;
  }

  /** From now on standard output is this file; returns what was standard output before. */
  static PrintStream divert(Path file) {
    PrintStream before = System.out;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      System.setOut(new FunctionLog(new FileOutputStream(file.toFile()), before));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return before;
  }

  @Override
  public void println(String line) {
    super.println(line);
    if (line.contains("\"level\":\"ERROR\"")) {
      shown.println(line);
    }
  }
}
