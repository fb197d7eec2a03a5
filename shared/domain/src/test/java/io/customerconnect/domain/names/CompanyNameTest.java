package io.customerconnect.domain.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How names are read, whatever way they are written. */
class CompanyNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"Möllerhaus GmbH", "Moellerhaus GmbH", "MOLLERHAUS G.m.b.H.", "möllerhaus"})
  void umlautsCaseAndLegalFormMakeNoDifference(String name) {
    assertThat(key(name)).isEqualTo("mollerhaus");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Weißbach Straßenbau | weissbach strassenbau",
        "Łąka Zdrój | laka zdroj",
        "Søndergård Fisk | sondergard fisk",
        "Ærø Færge | aro farge",
        "Đakovo Þór Œuvre | dakovo thor ouvre",
        "Işık Çelik | isik celik",
        "Ångfart Élan | angfart elan",
        "Haarlem Zaan | harlem zan",
        "d'Orval L’Étoile | dorval letoile",
      })
  void lettersWithMarksAreReadAsTheLettersBehindThem(String name, String key) {
    assertThat(key(name)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "N.O.R.D. Kontor | nord kontor",
        "Q & M Mode | qm mode",
        "W.ON Netze | won netze",
        "K L M Spedition | klm spedition",
        "Tau-Mobil | tau mobil",
        "Nord/Süd (Hafen), Lager | nord sud hafen lager",
      })
  void singleLettersJoinAndSignsPartWords(String name, String key) {
    assertThat(key(name)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hafenkron",
        "Hafenkron Ltd",
        "Hafenkron Limited",
        "Hafenkron S.A.",
        "Hafenkron, Inc.",
        "Hafenkron Sp. z o.o.",
        "Hafenkron spółka z ograniczoną odpowiedzialnością",
        "Hafenkron Gesellschaft mit beschränkter Haftung",
        "Hafenkron GmbH & Co. KG",
        "Hafenkron GmbH und Co. Kommanditgesellschaft",
        "Hafenkron A/S",
        "Hafenkron Oyj",
        "Hafenkron S.r.l.",
        "Hafenkron Anonim Şirketi",
        "ООО Hafenkron",
        "Hafenkron Gruppe",
      })
  void legalFormsAreNoPartOfTheName(String name) {
    assertThat(key(name)).isEqualTo("hafenkron");
  }

  @Test
  void aWordThatMayBeALegalFormIsOneOnlyAtTheEnd() {
    assertThat(key("Co Operativa Nord")).isEqualTo("co operativa nord");
    assertThat(key("SA Möbel")).isEqualTo("sa mobel");
    assertThat(key("Nordmöbel SA")).isEqualTo("nordmobel");
  }

  @Test
  void aNameThatIsNothingButFormsAndStopWordsKeepsThem() {
    assertThat(key("The Limited")).isNotEmpty();
    assertThat(key("AG")).isEqualTo("ag");
  }

  @Test
  void formsOfTheSameKindAreTheSameInEveryLanguage() {
    assertThat(CompanyName.of("Hafenkron GmbH").legalForms())
        .isEqualTo(CompanyName.of("Hafenkron Ltd").legalForms())
        .isNotEqualTo(CompanyName.of("Hafenkron AG").legalForms());
  }

  @Test
  void conjunctionsAndArticlesMakeNoDifference() {
    assertThat(key("Fisch und Netz"))
        .isEqualTo(key("Fisch & Netz"))
        .isEqualTo(key("Fisch and Netz"))
        .isEqualTo("fisch netz");
    assertThat(key("The Harbour Kiosk")).isEqualTo("harbour kiosk");
  }

  @Test
  void greekIsReadLetterByLetterAndFinalSigmaIsSigma() {
    assertThat(key("ΝΑΥΤΙΚΟΣ ΦΑΡΟΣ")).isEqualTo(key("Ναυτικός Φάρος")).isEqualTo("navtikos faros");
    assertThat(key("φαρος")).isEqualTo(key("ΦΑΡΟΣ"));
  }

  @Test
  void greekHasElotAndKeyboardSpellingsBeside() {
    String name = "Ναυτικός Ήχος";
    assertThat(CompanyName.spelled(name, Spelling.ELOT).comparisonKey())
        .isEqualTo("naftikos ichos");
    assertThat(CompanyName.spelled(name, Spelling.GREEKLISH).comparisonKey())
        .isEqualTo("nautikos hxos");
    assertThat(Spelling.othersOf(name)).containsExactly(Spelling.ELOT, Spelling.GREEKLISH);
  }

  @Test
  void ukrainianHasItsOfficialRomanisationBeside() {
    String name = "Південний Гай";
    assertThat(key(name)).isEqualTo("pivdenniy gay");
    assertThat(CompanyName.spelled(name, Spelling.UKRAINIAN).comparisonKey())
        .isEqualTo("pivdennyi hai");
    assertThat(Spelling.othersOf(name)).contains(Spelling.UKRAINIAN);
  }

  @Test
  void fullWidthLettersAreLettersAndHiraganaIsKatakana() {
    assertThat(key("ＨＡＦＥＮ　２４")).isEqualTo("hafen 24");
    assertThat(key("さくらミナト")).isEqualTo(key("サクラミナト"));
    assertThat(key("ｻｸﾗ")).isEqualTo(key("サクラ"));
  }

  @Test
  void katakanaHasLatinLettersBeside() {
    assertThat(CompanyName.spelled("サクラミナト", Spelling.ROMAJI).comparisonKey())
        .isEqualTo("sakuraminato");
  }

  @ParameterizedTest
  @ValueSource(strings = {"株式会社青波港", "青波港株式会社", "（株）青波港", "㈱青波港", "青波港"})
  void ideographicLegalFormsStandBeforeOrBehind(String name) {
    assertThat(key(name)).isEqualTo("青波港");
  }

  @Test
  void simplifiedAndTraditionalCharactersAreTheSame() {
    assertThat(key("青波電機股份有限公司")).isEqualTo(key("青波电机"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "🚀🚀🚀", "\u0000\u0007\u202E", "\uD83D", "---", "\u200B"})
  void whatHoldsNoLettersIsEmpty(String name) {
    assertThat(CompanyName.of(name).content()).isEmpty();
  }

  @Test
  void controlAndDirectionCharactersAndEmojiAreAsGoodAsBlanks() {
    assertThat(key("Hafen\u0000kron \u202EFisch🚀Netz")).isEqualTo("hafen kron fisch netz");
  }

  @Test
  void tenThousandCharactersAreReadInTheirFirstHundreds() {
    assertThat(key("hafen ".repeat(2_000)).length()).isLessThanOrEqualTo(Tokeniser.LONGEST_NAME);
    assertThat(TypedName.of("x".repeat(10_000)).text()).hasSize(TypedName.LONGEST);
  }

  @Test
  void lengthsAreCharactersNotSurrogates() {
    String fish = "𠮷".repeat(300);
    assertThat(CodePoints.count(TypedName.of(fish).text())).isEqualTo(TypedName.LONGEST);
  }

  @Test
  void theLastWordIsOpenUntilASignFollows() {
    assertThat(TypedName.of("hafenk").isOpen()).isTrue();
    assertThat(TypedName.of("hafenkron ").isOpen()).isFalse();
    assertThat(TypedName.of("hafenkron.").isOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hafenkron g",
        "hafenkron gmb",
        "hafenkron u",
        "hafenkron sp",
        "hafenkron gmbh & c"
      })
  void aLastWordThatMayBecomeAFormOrStopWordIsOptional(String typed) {
    assertThat(TypedName.of(typed).isLastOptional()).isTrue();
  }

  @Test
  void aLastWordThatCanBeNoFormIsNotOptional() {
    assertThat(TypedName.of("hafenkron xyl").isLastOptional()).isFalse();
    assertThat(TypedName.of("g").isLastOptional()).isFalse();
  }

  @Test
  void aBegunIdeographicFormIsNotPartOfWhatIsTyped() {
    assertThat(TypedName.of("青波港株式").content()).extracting(Token::text).isEqualTo(List.of("青波港"));
  }

  private static String key(String name) {
    return CompanyName.of(name).comparisonKey();
  }
}
