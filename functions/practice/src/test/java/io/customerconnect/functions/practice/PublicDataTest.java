package io.customerconnect.functions.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.functions.practice.Finding.Weight;
import io.customerconnect.testing.PublicData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples that the authors of the rules publish get the verdict that they are meant to. */
final class PublicDataTest {
  /** The two Greek ones have an element where the schema of UBL 2.1 does not allow it. */
  private static final Map<String, String> BROKEN =
      Map.of(
          "GR-base-example-TaxRepresentative.xml", "cvc-complex-type.2.4.a",
          "GR-base-example-correct.xml", "cvc-complex-type.2.4.a");

  /** Older than the rule of Peppol that it breaks; EN 16931 allows it. */
  private static final String OLDER_THAN_ITS_RULE = "issue116.xml";

  @Test
  void allExamplesAreAcceptedButForTwoThatUblDoesNotAllow() throws Exception {
    Optional<Path> folder = PublicData.folderFor("examples of EN 16931 get their verdict");
    if (folder.isEmpty()) {
      return;
    }
    Checking checking = new Checking(Rules.READY);
    Map<String, String> refused = new TreeMap<>();
    Map<String, List<String>> refusedByPeppol = new TreeMap<>();
    List<Path> examples = examples(folder.get().resolve("peppol"));
    for (Path example : examples) {
      String name = example.getFileName().toString();
      Verdict verdict = checking.check(Files.readString(example), () -> {});
      if (verdict instanceof Verdict.Refused(List<Finding> findings)) {
        refused.put(name, findings.getFirst().rule());
      }
      List<String> network = rules(verdict, Weight.NETWORK);
      if (!network.isEmpty()) {
        refusedByPeppol.put(name, network);
      }
    }

    assertThat(examples).hasSizeGreaterThanOrEqualTo(30);
    assertThat(refused).isEqualTo(BROKEN);
    assertThat(refusedByPeppol)
        .isEqualTo(Map.of(OLDER_THAN_ITS_RULE, List.of("PEPPOL-COMMON-R049")));
  }

  private static List<String> rules(Verdict verdict, Weight weight) {
    return verdict.findings().stream()
        .filter(finding -> finding.weight() == weight)
        .map(Finding::rule)
        .distinct()
        .toList();
  }

  private static List<Path> examples(Path peppol) throws IOException {
    try (Stream<Path> files =
        Stream.of("en16931-ubl", "bis3-examples", "bis3-national")
            .flatMap(folder -> list(peppol.resolve(folder)))) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
          .toList();
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
