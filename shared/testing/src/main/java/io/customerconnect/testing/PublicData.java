package io.customerconnect.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Real public data that tests and benches are held against: company names, invoices, examples of
 * standards. They are no part of the project; they lie beside it in {@code ../shared/data}, or
 * where the system property {@value #PROPERTY} says.
 */
public final class PublicData {
  /** System property: the folder of the data. */
  public static final String PROPERTY = "customerconnect.data";

  private PublicData() {}

  /** The folder, where it is there. */
  public static Optional<Path> folder() {
    Path folder =
        Optional.ofNullable(System.getProperty(PROPERTY))
            .map(Path::of)
            .orElseGet(() -> DynamoDbLocal.root().resolve("../shared/data").normalize());
    return Optional.of(folder).filter(Files::isDirectory);
  }

  /**
   * The folder for a test of what our own data cannot show. Where it is not there, one line says
   * what is left untested.
   *
   * @param what is not tested without the data, as in "500 real names are found"
   */
  public static Optional<Path> folderFor(String what) {
    Optional<Path> folder = folder();
    if (folder.isEmpty()) {
      System.out.println(
          "NOT TESTED: " + what + ". The public data are not there; see -D" + PROPERTY);
    }
    return folder;
  }

  /**
   * The folder for a bench.
   *
   * @throws IllegalStateException saying how to name it, when it is not there
   */
  public static Path require() {
    return folder()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The public data are not there: name their folder with -D" + PROPERTY));
  }

  /** A reader of a file in UTF-8, which may be compressed ({@code .gz}). */
  public static BufferedReader reader(Path file) {
    try {
      InputStream bytes = Files.newInputStream(file);
      return new BufferedReader(
          new InputStreamReader(
              file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes,
              StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
