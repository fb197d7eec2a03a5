package io.customerconnect.table;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Long texts made short for items. */
final class Deflated {
  private Deflated() {}

  static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String text(byte[] deflated) {
    try (InflaterInputStream inflater =
        new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A text made of another, of neither of which more than a line is in memory.
   *
   * @param change takes the lines of the one and gives those of the other
   */
  static byte[] lines(byte[] deflated, BiConsumer<Iterator<String>, Consumer<String>> change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    new InflaterInputStream(new ByteArrayInputStream(deflated)),
                    StandardCharsets.UTF_8));
        PrintWriter writer =
            new PrintWriter(new DeflaterOutputStream(bytes), false, StandardCharsets.UTF_8)) {
      change.accept(reader.lines().iterator(), line -> writer.append(line).append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
