package io.customerconnect.portal.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The browser of this machine.
 *
 * @param program the browser
 * @param driver what it is driven by
 */
record Chromium(Path program, Path driver) {
  private static final List<Path> FOLDERS =
      List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/snap/bin"));

  static Optional<Chromium> find() {
    return first(List.of("chromium", "chromium-browser", "google-chrome"))
        .flatMap(
            program -> first(List.of("chromedriver")).map(driver -> new Chromium(program, driver)));
  }

  private static Optional<Path> first(List<String> names) {
    return names.stream()
        .flatMap(name -> FOLDERS.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
