package io.customerconnect.portal;

import io.customerconnect.lambda.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The portal's files as they were built. */
final class Site {
  static final Path ROOT = Path.of("target/classes/portal");

  private Site() {}

  /** Our own modules, not those of libraries. */
  static List<Path> modules() {
    return files("app", ".js");
  }

  static List<Path> files(String folder, String suffix) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A language's texts by their keys. */
  static Map<String, String> texts(String language) {
    Map<String, String> texts = new TreeMap<>();
    Json.readObject(read(ROOT.resolve("texts/" + language + ".json")))
        .members()
        .forEach((key, value) -> texts.put(key, ((Json.Str) value).text()));
    return texts;
  }
}
