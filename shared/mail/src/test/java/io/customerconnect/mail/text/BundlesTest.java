package io.customerconnect.mail.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundlesTest {
  private static final Path ROOT = Path.of(System.getProperty("customerconnect.root", "../.."));
  private static final Path BUNDLES =
      ROOT.resolve("shared/mail/src/main/resources/io/customerconnect/mail/texts");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  @Test
  void thereIsOneFileForEachLanguageAndNoOther() throws IOException {
    Set<String> languages = Arrays.stream(Language.values()).map(Language::tag).collect(toSet());

    try (Stream<Path> files = Files.list(BUNDLES)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".properties", "")))
          .containsExactlyInAnyOrderElementsOf(languages);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyHasATextAndEveryTextAKey(Language language) {
    Set<String> keys =
        Arrays.stream(TextKey.values()).map(TextKey::inBundle).collect(toCollection(TreeSet::new));

    assertThat(Texts.properties("texts/" + language.tag()).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @EnumSource
  void noKeyIsInAFileTwice(Language language) throws IOException {
    List<String> keys =
        Files.readAllLines(BUNDLES.resolve(language.tag() + ".properties"), UTF_8).stream()
            .filter(line -> !line.startsWith("#") && line.contains("="))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();

    assertThat(keys).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aTextHasTheSamePlaceholdersInEveryLanguage(Language language) {
    for (TextKey key : TextKey.values()) {
      assertThat(placeholders(language, key))
          .as(key.inBundle() + " in " + language.tag())
          .isEqualTo(placeholders(Language.EN, key));
    }
  }

  @ParameterizedTest
  @EnumSource
  void textsAreTidyUtf8(Language language) throws CharacterCodingException, IOException {
    String file = Files.readString(BUNDLES.resolve(language.tag() + ".properties"), UTF_8);

    assertThat(file).doesNotContain("\uFFFD", "\t", "  ", "Ã", "\\u");
    for (TextKey key : TextKey.values()) {
      String text = Texts.properties("texts/" + language.tag()).getProperty(key.inBundle());
      assertThat(text).as(key.inBundle()).isNotBlank().isEqualTo(text.strip());
    }
  }

  @Test
  void noTextIsUnused() throws IOException {
    Set<String> used = new TreeSet<>();
    for (String sources : List.of("shared/mail/src/main/java", "functions/buyer/src/main/java")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(sources))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Pattern.compile("TextKey\\.([A-Z_]+)")
              .matcher(Files.readString(file))
              .results()
              .map(result -> result.group(1))
              .forEach(used::add);
        }
      }
    }

    assertThat(Arrays.stream(TextKey.values()).map(Enum::name)).isSubsetOf(used);
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasSevenDaysAndTwelveMonths(Language language) {
    Texts texts = Texts.in(language);

    assertThat(texts.plain(TextKey.DATE_WEEKDAYS).split(" ")).hasSize(7);
    assertThat(texts.plain(TextKey.DATE_MONTHS).split(" ")).hasSize(12);
  }

  private static Set<String> placeholders(Language language, TextKey key) {
    return PLACEHOLDER
        .matcher(Texts.properties("texts/" + language.tag()).getProperty(key.inBundle()))
        .results()
        .map((MatchResult result) -> result.group(1))
        .collect(toCollection(TreeSet::new));
  }
}
