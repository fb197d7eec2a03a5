package io.customerconnect.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the files as such. */
final class SiteTest {
  private static final Pattern IMPORT = Pattern.compile("(?:from|import) '(\\.[^']+)'");
  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

  /** Given by the server. */
  private static final Set<String> NOT_A_FILE = Set.of("settings.json");

  @Test
  void everyModuleThatIsImportedIsThere() {
    List<Path> missing =
        Site.modules().stream()
            .flatMap(
                module ->
                    IMPORT
                        .matcher(Site.read(module))
                        .results()
                        .map(match -> module.resolveSibling(match.group(1)).normalize()))
            .filter(imported -> !Files.exists(imported))
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void everyFileThatThePageNamesIsThere() {
    List<String> missing =
        REFERENCE
            .matcher(Site.read(Site.ROOT.resolve("index.html")))
            .results()
            .map(match -> match.group(1))
            .filter(name -> !NOT_A_FILE.contains(name))
            .filter(name -> !Files.exists(Site.ROOT.resolve(name)))
            .toList();

    assertThat(missing).isEmpty();
  }

  /** The content security policy lets neither run. */
  @Test
  void scriptAndStyleStandInFilesOfTheirOwn() {
    assertThat(Stream.concat(Site.modules().stream(), Stream.of(Site.ROOT.resolve("index.html"))))
        .allSatisfy(
            file ->
                assertThat(Site.read(file))
                    .doesNotContainPattern("<style|\\sstyle=|<script(?![^>]*src=)|\\son[a-z]+=\""));
  }

  /** Addresses of others are never called: what runs here is served from here. */
  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(
            Stream.of(Site.files("app", ".js"), Site.files("style", ".css")).flatMap(List::stream))
        .allSatisfy(file -> assertThat(Site.read(file)).doesNotContain("http:", "https:", "url("));
  }

  @Test
  void everyLibraryComesWithItsLicence() {
    assertThat(Site.ROOT.resolve("lib/lit-html/LICENSE")).isNotEmptyFile();
  }
}
