package io.customerconnect.domain.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found for what is typed, and in how many requests. */
class FindingTest {
  private static final Index HARBOUR =
      Index.of(
              "Hafenkron Reederei GmbH",
              "Hafenkran Service AG",
              "Möwenflug Verpackungen GmbH & Co. KG",
              "Tau-Mobil AG",
              "Thombüll Geschäftsführungs GmbH",
              "Blaufisch Großhandel Lübbenhagen GmbH",
              "Kahlhummer Werkzeuge OHG",
              "The Harbour Kiosk Ltd",
              "Leuchtturm Licht Logistik AG",
              "Ναυτικός Φάρος Α.Ε.",
              "青波港湾株式会社",
              "サクラミナト株式会社",
              "Nordwind Fisch AG",
              "Nordwind Netze AG",
              "Südwind Fisch AG")
          .addGroup("Nordwind-Gruppe")
          .add("Wellenbrecher AG", List.of("Wavebreaker Ltd", "Alte Mole"), List.of("DE811000111"))
          .withVocabulary();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hafenkro | Hafenkron Reederei GmbH",
        "reederei | Hafenkron Reederei GmbH",
        "reederei hafenkron | Hafenkron Reederei GmbH",
        "HAFENKRON REEDEREI GESELLSCHAFT MIT BESCHRÄNKTER HAFTUNG | Hafenkron Reederei GmbH",
        "hafenkron reederei gmb | Hafenkron Reederei GmbH",
        "moewenflug | Möwenflug Verpackungen GmbH & Co. KG",
        "mowenfl verpack | Möwenflug Verpackungen GmbH & Co. KG",
        "taumobil | Tau-Mobil AG",
        "tau mobil | Tau-Mobil AG",
        "grosshandel lubbenhagen | Blaufisch Großhandel Lübbenhagen GmbH",
        "harbour kiosk | The Harbour Kiosk Ltd",
        "the harbour | The Harbour Kiosk Ltd",
        "lll | Leuchtturm Licht Logistik AG",
        "hlhumm | Kahlhummer Werkzeuge OHG",
        "φαρος | Ναυτικός Φάρος Α.Ε.",
        "ΝΑΥΤΙΚΟΣ | Ναυτικός Φάρος Α.Ε.",
        "nautikos | Ναυτικός Φάρος Α.Ε.",
        "naftikos faros | Ναυτικός Φάρος Α.Ε.",
        "港湾 | 青波港湾株式会社",
        "株式会社青波 | 青波港湾株式会社",
        "青波港湾株式 | 青波港湾株式会社",
        "さくら | サクラミナト株式会社",
        "ｻｸﾗﾐﾅﾄ | サクラミナト株式会社",
        "sakuramin | サクラミナト株式会社",
        "wavebreak | Wellenbrecher AG",
        "mole | Wellenbrecher AG",
        "811 000 111 | Wellenbrecher AG",
        "de811000 | Wellenbrecher AG",
      })
  void whatIsMeantComesFirst(String typed, String name) {
    assertThat(HARBOUR.find(typed)).first().isEqualTo(name);
    assertThat(HARBOUR.asked()).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thobüll | Thombüll Geschäftsführungs GmbH",
        "thombülll geschäfts | Thombüll Geschäftsführungs GmbH",
        "blaufsich | Blaufisch Großhandel Lübbenhagen GmbH",
        "leuchttrum licht | Leuchtturm Licht Logistik AG",
        "kahlhimmer | Kahlhummer Werkzeuge OHG",
        "wellenbrechre | Wellenbrecher AG",
        "verpackumgen | Möwenflug Verpackungen GmbH & Co. KG",
        "hafenkraan | Hafenkran Service AG",
      })
  void oneTypingErrorIsForgiven(String typed, String name) {
    assertThat(HARBOUR.find(typed)).first().isEqualTo(name);
    assertThat(HARBOUR.asked()).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hafenkron Reederei Holding",
        "Hafenkron Reederei Rotterdam",
        "Internationale Hafenkron Reederei",
        "Hafenkron Container",
      })
  void aSuperfluousWordCostsAndDoesNotExclude(String typed) {
    assertThat(HARBOUR.find(typed)).first().isEqualTo("Hafenkron Reederei GmbH");
    assertThat(HARBOUR.asked()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void theGroupComesBeforeItsMembers() {
    assertThat(HARBOUR.find("nordwind"))
        .containsExactly("Nordwind-Gruppe", "Nordwind Fisch AG", "Nordwind Netze AG");
    assertThat(HARBOUR.find("nordwind gruppe")).first().isEqualTo("Nordwind-Gruppe");
  }

  @Test
  void allWordsTypedCountForMoreThanOne() {
    assertThat(HARBOUR.find("nordwind fisch")).first().isEqualTo("Nordwind Fisch AG");
  }

  @Test
  void aHitSaysWhichNameItWasFoundBy() {
    Hit<Index.Found> hit = HARBOUR.hits("wavebreaker").getFirst();

    assertThat(hit.matched()).isEqualTo(NameSource.OTHER_NAME);
    assertThat(hit.candidate().otherName()).contains("Wavebreaker Ltd");
    assertThat(HARBOUR.hits("811000111").getFirst().matched()).isEqualTo(NameSource.IDENTIFIER);
    assertThat(HARBOUR.hits("wellenbr").getFirst().matched()).isEqualTo(NameSource.OFFICIAL_NAME);
  }

  @Test
  void anEntityIsShownOnceHoweverManyKeysLeadToIt() {
    assertThat(HARBOUR.find("lübbenhagen blaufisch großhandel")).doesNotHaveDuplicates();
  }

  @Test
  void whatIsKnownAndMatchesTakesOneRequest() {
    for (String typed : List.of("hafenkron", "reederei", "moewenflug verp", "811000111", "港湾")) {
      HARBOUR.find(typed);
      assertThat(HARBOUR.asked()).as(typed).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "🚀🚀🚀🚀",
        "\u0000\u0001\u001B",
        "\u202E\u202D",
        "\uD83D",
        "...",
        "%2F%00",
        "株式会社",
        "#",
        "S#nor",
        "' OR 1=1 --",
      })
  void whatSaysNothingAsksLittleAndHarmsNothing(String typed) {
    HARBOUR.find(typed);
    assertThat(HARBOUR.asked()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void tenThousandCharactersAskForNoMoreThanTwoBoundedRanges() {
    for (String typed :
        List.of("a".repeat(10_000), "ab ".repeat(3_334), "𠮷".repeat(5_000), "😀a".repeat(3_333))) {
      HARBOUR.find(typed);
      assertThat(HARBOUR.asked())
          .hasSizeLessThanOrEqualTo(2)
          .allSatisfy(
              range -> {
                assertThat(CodePoints.count(range.from())).isLessThanOrEqualTo(SearchKey.LONGEST);
                assertThat(range.most()).isLessThanOrEqualTo(Reading.MOST);
              });
    }
  }

  @Test
  void whatIsPastedBehindANameDoesNotHideIt() {
    String pasted = "Hafenkron Reederei " + "xy zu ab cd ef gh ij kl mn op qr st ".repeat(4);

    assertThat(HARBOUR.find(pasted)).first().isEqualTo("Hafenkron Reederei GmbH");
    assertThat(HARBOUR.asked()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void wordsBehindTheFirstDozenAreNoWork() {
    String dozen = "aa bb cc dd ee ff gg hh ii jj kk ll ";

    assertThat(readings(dozen + "mm nn oo pp qq rr ss tt uu vv")).isEqualTo(readings(dozen));
  }

  /** All that the text can be read as. */
  private static List<Reading> readings(String text) {
    TypedName typed = TypedName.of(text);
    Readings readings = new Readings(typed, HARBOUR.vocabulary(), new Rarity(HARBOUR.vocabulary()));
    return Stream.concat(
            readings.asTyped().stream(), readings.doubtful(Readings.Doubt.ALL_WORDS).stream())
        .toList();
  }

  @Test
  void oneLetterIsAskedForAsAWordNeverAsAllThatBeginsWithIt() {
    HARBOUR.find("n");
    assertThat(HARBOUR.asked()).allSatisfy(range -> assertThat(range.from()).isEqualTo("n "));
  }

  @Test
  void ofManyNamesWithTheSameWordThoseThatStartWithItAreAskedFor() {
    Index crowd = new Index();
    IntStream.range(0, 400)
        .forEach(i -> crowd.add("Anker" + name(i) + " Bootsbau AG", List.of(), List.of()));
    IntStream.range(0, 50)
        .forEach(i -> crowd.add("Bootsbau Werft" + name(i) + " AG", List.of(), List.of()));
    crowd.withVocabulary();

    assertThat(crowd.find("bootsbau wer")).allMatch(name -> name.startsWith("Bootsbau Werft"));
    crowd.find("bootsbau");
    assertThat(crowd.asked().getFirst().partition()).startsWith("N#");
  }

  @Test
  void theNarrowestWordIsAskedForAndTheOthersAreCompared() {
    Index crowd = new Index();
    IntStream.range(0, 400)
        .forEach(i -> crowd.add("Werft " + name(i) + " Bootsbau AG", List.of(), List.of()));
    crowd.add("Bootsbau Kranich AG", List.of(), List.of());
    crowd.withVocabulary();

    assertThat(crowd.find("bootsbau kranich")).first().isEqualTo("Bootsbau Kranich AG");
    assertThat(crowd.asked()).extracting(KeyRange::from).containsExactly("kranich");
  }

  @Test
  void aWordTheVocabularyDoesNotKnowYetIsStillAskedForAsTyped() {
    Index index = Index.of("Hafenkron AG").withVocabulary();
    index.add("Zyxtra AG", List.of(), List.of());

    assertThat(index.find("zyxtra")).containsExactly("Zyxtra AG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hafenkron", "reederei hafenkr", "hafenkron holding", "811000111"})
  void withoutAVocabularyWordsAreFoundAsTyped(String typed) {
    Index index = new Index();
    index.add("Hafenkron Reederei GmbH", List.of(), List.of("DE811000111"));

    assertThat(index.find(typed)).containsExactly("Hafenkron Reederei GmbH");
    assertThat(index.asked()).hasSizeLessThanOrEqualTo(2);
  }

  private static String name(int i) {
    return "" + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26) + (char) ('a' + i / 676);
  }
}
