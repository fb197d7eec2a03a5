package io.customerconnect.domain.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Under which keys a company is filed. */
class SearchKeysTest {
  @Test
  void everyWordIsTheStartOfAKeyAndTheFirstTwoAreOne() {
    assertThat(texts("Nordwind Fisch Kontor GmbH"))
        .containsExactlyInAnyOrder(
            "nordwind fisch kontor ",
            "nordwind fisch kontor ",
            "fisch kontor nordwind ",
            "kontor nordwind fisch ",
            "nordwindfisch kontor ",
            "nfk ");
  }

  @Test
  void aNameIsFiledOnceMoreAmongTheStartsOfNames() {
    assertThat(SearchKeys.of("Nordwind Fisch", List.of(), List.of()))
        .extracting(NameEntry::key)
        .filteredOn(SearchKey::isStart)
        .containsExactly(new SearchKey("N#nor", "nordwind fisch "));
  }

  @Test
  void stopWordsAtTheStartAreAKeyOfTheirOwn() {
    assertThat(texts("The Harbour Kiosk")).contains("harbour kiosk ", "the harbour kiosk ");
  }

  @Test
  void otherNamesAreKeysLikeTheOfficialOneAndSayWhichNameTheyAre() {
    List<NameEntry> entries = SearchKeys.of("Nordwind AG", List.of("Rote Möwe"), List.of());

    assertThat(entries)
        .filteredOn(entry -> entry.key().key().equals("mowe rote "))
        .extracting(NameEntry::source, NameEntry::name)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(NameSource.OTHER_NAME, "Rote Möwe"));
  }

  @Test
  void anOtherNameThatReadsTheSameAddsNothing() {
    assertThat(SearchKeys.of("Nordwind AG", List.of("NORDWIND A.G."), List.of()))
        .isEqualTo(SearchKeys.of("Nordwind AG", List.of(), List.of()));
  }

  @Test
  void anIdentifierIsOneKeyThatNoNameCanBe() {
    assertThat(SearchKeys.of("Nordwind", List.of(), List.of("DE 811 000 111")))
        .filteredOn(entry -> entry.source() == NameSource.IDENTIFIER)
        .extracting(NameEntry::key)
        .containsExactly(new SearchKey("S##811", "#811000111"));
  }

  @Test
  void japaneseIsFiledFromEachOfItsFirstDozenCharacters() {
    assertThat(texts("青波港湾株式会社")).contains("青波港湾", "波港湾", "港湾", "湾");
    assertThat(texts("あ".repeat(40))).hasSizeLessThanOrEqualTo(14);
  }

  @Test
  void greekIsFiledInItsOtherSpellings() {
    assertThat(texts("Ναυτικός Φάρος"))
        .contains("navtikos faros ", "naftikos faros ", "nautikos faros ");
  }

  @Test
  void keysAreCutByCharactersAndShareTheirPartitionWithTheirPrefixes() {
    SearchKey key = SearchKey.of("𠮷".repeat(60));
    assertThat(CodePoints.count(key.key())).isEqualTo(SearchKey.LONGEST);
    assertThat(key.partition()).isEqualTo("S#𠮷");
    assertThat(SearchKey.of("nordwind ").partition()).isEqualTo("S#nor");
    assertThat(SearchKey.of("bp fisch ").partition()).isEqualTo("S#bp ");
  }

  @Test
  void anEntityHasABoundedNumberOfKeysWhateverItIsCalled() {
    List<String> others = IntStream.range(0, 200).mapToObj(i -> "Name x" + i + " y" + i).toList();
    assertThat(SearchKeys.of("a bc ".repeat(100), others, others))
        .hasSizeLessThanOrEqualTo(SearchKeys.MOST)
        .doesNotHaveDuplicates();
  }

  @Test
  void aNameWithoutLettersHasNoKeys() {
    assertThat(SearchKeys.of("🚀 ---", List.of("\u202E"), List.of("000"))).isEmpty();
  }

  @Test
  void theSameNamesHaveTheSameKeysInTheSameOrder() {
    assertThat(SearchKeys.of("Fisch & Netz Kontor", List.of("FNK"), List.of("1234567")))
        .isEqualTo(SearchKeys.of("Fisch & Netz Kontor", List.of("FNK"), List.of("1234567")));
  }

  private static List<String> texts(String name) {
    return SearchKeys.of(name, List.of(), List.of()).stream()
        .map(entry -> entry.key().key())
        .toList();
  }
}
