package io.customerconnect.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.InvalidValueException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceNumberTest {

  @ParameterizedTest
  @CsvSource({
    "RE-2026/0815",
    "re 2026.0815",
    "Re_2026-0815",
    "re20260815",
    "ＲＥ－２０２６／０８１５",
    "RE\u00A02026\u20130815",
    "RE\u22122026 0815",
    "RE٢٠٢٦٠٨١٥"
  })
  void theSameNumberInAnotherFormHasTheSameKey(String written) {
    assertThat(new InvoiceNumber(written).key()).isEqualTo("RE20260815");
  }

  @Test
  void leadingZerosAreLeftOutForASecondTryOnly() {
    InvoiceNumber number = new InvoiceNumber("0000611365");

    assertThat(number.key()).isEqualTo("0000611365");
    assertThat(number.keyWithoutLeadingZeros()).isEqualTo("611365");
    assertThat(new InvoiceNumber("B00001 000").keyWithoutLeadingZeros()).isEqualTo("B00001000");
  }

  @Test
  void itIsKeptAsItWasWritten() {
    assertThat(new InvoiceNumber("  re-1/a ").written()).isEqualTo("re-1/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "./_",
        "0",
        "00",
        "0-0",
        "S/N",
        "s/n",
        "S/Nº",
        "s.n.",
        "N/A",
        "none",
        "Redacted",
        "０００"
      })
  void whatDoesNotIdentifyAnInvoiceIsRejected(String written) {
    assertThatThrownBy(() -> new InvoiceNumber(written)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void aNumberOf200CharactersIsRejectedAsIsOneThatGetsSoLongWhenItIsFolded() {
    assertThatThrownBy(() -> new InvoiceNumber("1".repeat(200)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("100 characters");
    // U+FDFA is one character that stands for a sentence of eighteen.
    assertThatThrownBy(() -> new InvoiceNumber("\uFDFA".repeat(20)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("100 characters");
  }

  @Test
  void controlCharactersAreRejected() {
    assertThatThrownBy(() -> new InvoiceNumber("RE\u00001"))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20170705",
        "05072017",
        "07052017",
        "170705",
        "050717",
        "070517",
        "INV-2017-07-05-3",
        "201707",
        "072017",
        "1707",
        "07/17",
        "2017/06",
        "201708-14",
        "18JUN-15JUL",
        "Juli 17",
        "JUL",
        "AUG 2017",
        "Q3 2016/17",
        "Week 27",
        "W/E 07/07/17",
        "KW27",
        "RE 20170612 7"
      })
  void aDateOrPeriodInANumberTellsWhenTheInvoiceWasIssued(String written) {
    assertThat(new InvoiceNumber(written).tells(LocalDate.of(2017, 7, 5))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4711",
        "20161105",
        "201611",
        "NOV16",
        "0000107054",
        "FE3129",
        "INV 880123",
        "2017",
        "1712",
        "20171399",
        "RE-20170230"
      })
  void otherNumbersDoNotTellTheDate(String written) {
    assertThat(new InvoiceNumber(written).tells(LocalDate.of(2017, 7, 5))).isFalse();
  }
}
