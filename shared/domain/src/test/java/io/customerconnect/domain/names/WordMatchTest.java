package io.customerconnect.domain.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well a typed word matches a word of a name, and what it may have been. */
class WordMatchTest {
  @ParameterizedTest
  @CsvSource({
    "hafen,hafen,1.0,1.0",
    "haf,hafen,0.97,0.85",
    "afe,hafen,0.70,0.70",
    "hagen,hafen,0.66,0.66",
    "ahfen,hafen,0.66,0.66",
    "haffen,hafen,0.66,0.66",
    "hfen,hafen,0.66,0.66",
    "xyz,hafen,0,0",
    "af,hafen,0,0",
    "hgn,hafen,0,0",
    "nefah,hafen,0,0",
  })
  void exactThenPrefixThenInsideThenOneSlip(
      String typed, String word, double whileOpen, double whenClosed) {
    assertThat(WordMatch.of(Token.word(typed), true, Token.word(word))).isEqualTo(whileOpen);
    assertThat(WordMatch.of(Token.word(typed), false, Token.word(word))).isEqualTo(whenClosed);
  }

  @Test
  void aSlipInsideAnOpenWordMayStandBeforeMoreLetters() {
    assertThat(WordMatch.of(Token.word("hagenk"), true, Token.word("hafenkron")))
        .isEqualTo(WordMatch.ONE_EDIT);
    assertThat(WordMatch.of(Token.word("hagenk"), false, Token.word("hafenkron"))).isZero();
  }

  @Test
  void aSlipThatMakesAnUmlautIsStillOne() {
    assertThat(WordMatch.of(Token.word("fbaerlo"), false, Token.word("faberlo")))
        .isEqualTo(WordMatch.ONE_EDIT);
  }

  @ParameterizedTest
  @CsvSource({
    "hafne,hafen",
    "haffen,hafen",
    "hfen,hafen",
    "hagen,hafen",
    "ahfen,hafen",
    "hafenn,hafen",
    "afen,hafen",
  })
  void everySlipIsThoughtOf(String typed, String meant) {
    assertThat(Corrections.of(typed)).containsKey(meant);
  }

  @Test
  void aNeighbourOnTheKeyboardIsLikelierThanAnotherLetter() {
    assertThat(Corrections.of("hagen").getOrDefault("hafen", 0.0))
        .isGreaterThan(Corrections.of("hapen").getOrDefault("hafen", 0.0));
  }
}
