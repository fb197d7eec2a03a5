package io.customerconnect.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

  @Test
  void lineBreaksOfEveryKindBecomeBlanks() {
    assertThat(Shown.line("Miller\r\nBcc: all@example.com\u2028x\u0085y\u000Bz", 200))
        .isEqualTo("Miller Bcc: all@example.com x y z");
  }

  @Test
  void overridesAndInvisibleCharactersAreGone() {
    assertThat(Shown.line("Mi\u202Elle\u2066r\u0000\u001B \uFEFFLtd\u200B\u2029", 200))
        .isEqualTo("Miller Ltd");
  }

  @Test
  void halfACharacterIsGone() {
    assertThat(Shown.line("a\uD83Db\uDE00c", 200)).isEqualTo("abc");
  }

  @Test
  void emojiAndJoinedScriptsStay() {
    assertThat(Shown.line("👩‍🔧 می‌خواهم 株式会社", 200)).isEqualTo("👩‍🔧 می‌خواهم 株式会社");
  }

  @Test
  void aLongNameIsCutBetweenCharacters() {
    assertThat(Shown.line("👍".repeat(10_000), 5)).isEqualTo("👍👍👍👍…");
    assertThat(Shown.line("abcd efgh", 6)).isEqualTo("abcd…");
    assertThat(Shown.line("abcde", 5)).isEqualTo("abcde");
  }

  @Test
  void marksDoNotSmearOverOtherLines() {
    assertThat(Shown.line("e" + "\u0301".repeat(500) + "x", 200))
        .isEqualTo("e" + "\u0301".repeat(4) + "x");
  }

  @Test
  void linesKeepTheirBreaksButNoGaps() {
    assertThat(Shown.lines("\r\n a \t b\r\n\r\n\r\n\r\nc\rd\u2028e ", 200))
        .isEqualTo("a b\n\nc\nd\ne");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/x", "www.evil.com", "evil.co.uk", "a.de"})
  void webAddressesAreBrokenUp(String address) {
    assertThat(Shown.unlinked(address)).contains("\u2060");
    assertThat(Shown.unlinked(address).replace("\u2060", "")).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme S.A. de C.V.",
        "HRB 12.345",
        "CHE-123.456.789",
        "Sp. z o.o.",
        "Müller & Co."
      })
  void namesAndNumbersAreLeftAsTheyAre(String name) {
    assertThat(Shown.unlinked(name)).isEqualTo(name);
  }
}
