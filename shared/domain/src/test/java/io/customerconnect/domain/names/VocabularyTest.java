package io.customerconnect.domain.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of an index before it is asked. */
class VocabularyTest {
  private final WordCounts words = new WordCounts();

  @Test
  void itCountsKeysByWordAndByBeginning() {
    file("Hafen Nord AG", "Hafen Süd AG", "Hafenkran AG", "Nord AG");
    Vocabulary vocabulary = Vocabulary.of(words);

    assertThat(vocabulary.countOf("hafen")).isEqualTo(2);
    assertThat(vocabulary.countOfBeginning("hafen")).isGreaterThanOrEqualTo(5);
    assertThat(vocabulary.namesOf("nord")).isEqualTo(1);
    assertThat(vocabulary.countOf("haf")).isZero();
    assertThat(vocabulary.countOfBeginning("x")).isZero();
    assertThat(vocabulary.countOf("zzz")).isZero();
  }

  @Test
  void countsArePowersOfTwoNotAboveTheTruth() {
    for (int i = 0; i < 7; i++) {
      file("Hafen Pier" + i + " AG");
    }
    assertThat(Vocabulary.of(words).countOf("hafen")).isEqualTo(4);
  }

  @Test
  void wordsThatHoldLettersInsideAreNamedTheFrequentFirst() {
    file("Kahlhummer AG", "Strandhummer AG", "Strandhummer Nord AG", "Hummer AG");

    assertThat(Vocabulary.of(words).containing("hummer", 10))
        .extracting(Vocabulary.Counted::word)
        .startsWith("strandhummer")
        .contains("kahlhummer")
        .doesNotContain("hummer");
    assertThat(Vocabulary.of(words).containing("hummer", 1)).hasSize(1);
  }

  @Test
  void aScriptWithoutBlanksCountsByItsFirstTwoCharacters() {
    file("青波港湾", "青波商事");
    assertThat(Vocabulary.of(words).countOfBeginning("青波")).isEqualTo(2);
  }

  @Test
  void wordsAreAddedToATextLineByLineAsTheyAreInMemory() {
    file("Hafen Nord AG", "Hafenkran AG", "Zwiebel AG");
    WordCounts more = new WordCounts();
    for (String name : List.of("Hafen Ost AG", "Aal AG", "Zz AG")) {
      SearchKeys.of(name, List.of(), List.of()).forEach(entry -> more.add(entry.key()));
    }
    SearchKeys.of("Zwiebel AG", List.of(), List.of()).forEach(entry -> more.remove(entry.key()));

    List<String> sum = new ArrayList<>();
    more.addTo(words.text().lines().iterator(), sum::add);

    words.add(more);
    assertThat(sum)
        .isEqualTo(words.text().lines().filter(line -> !line.endsWith("\t0\t0")).toList())
        .noneMatch(line -> line.startsWith("zwiebel"))
        .isSorted();
  }

  @Test
  void identifiersAreNoWords() {
    SearchKeys.of("Hafen", List.of(), List.of("811000111"))
        .forEach(entry -> words.add(entry.key()));
    assertThat(Vocabulary.of(words).size()).isEqualTo(1);
  }

  @Test
  void whatIsTakenAwayIsNotKnownAnyMore() {
    file("Hafen AG", "Nord AG");
    SearchKeys.of("Hafen AG", List.of(), List.of()).forEach(entry -> words.remove(entry.key()));

    assertThat(Vocabulary.of(words).countOf("hafen")).isZero();
    assertThat(Vocabulary.of(words).countOf("nord")).isEqualTo(1);
  }

  @Test
  void wordsAreReadBackAsTheyWereWrittenAndAddUp() {
    file("Hafen Nord AG", "青波港湾", "Ωmega שלום");
    WordCounts read = WordCounts.read(words.text());
    assertThat(read.text()).isEqualTo(words.text()).isNotEmpty();

    read.add(words);
    assertThat(Vocabulary.of(read).countOf("hafen")).isEqualTo(2);
    assertThat(WordCounts.read("").isEmpty()).isTrue();
  }

  private void file(String... names) {
    for (String name : names) {
      SearchKeys.of(name, List.of(), List.of()).forEach(entry -> words.add(entry.key()));
    }
  }
}
