package io.customerconnect.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.InvalidValueException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceDateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  @ParameterizedTest
  @CsvSource({"2026-03-31", "' 2026-03-31 '", "２０２６－０３－３１"})
  void isoDatesAreRead(String text) {
    assertThat(InvoiceDate.issued(text, TODAY)).isEqualTo(TODAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-31|2026-02 has no day 31",
        "2023-02-29|no day 29",
        "2026-13-01|a month that does not exist: 13",
        "0219-05-02|the year 0219",
        "1900-01-01|the year 1900",
        "0000-01-01|the year 0000",
        "2026-04-01|in the future",
        "26-03-31|a year with four digits",
        "31.03.26|a year with four digits",
        "3/31/26|a year with four digits",
        "31.03.2026|as in 2026-03-31",
        "2026-3-31|as in 2026-03-31",
        "2026-03-31T00:00|as in 2026-03-31",
        "''|as in 2026-03-31",
        "today|as in 2026-03-31"
      })
  void otherwiseTheTextSaysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> InvoiceDate.issued(text, TODAY))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aDueDateMayLieInTheFutureButNotAnywhere() {
    assertThat(InvoiceDate.parse("The due date", "2026-06-30"))
        .isEqualTo(LocalDate.of(2026, 6, 30));
    assertThatThrownBy(() -> InvoiceDate.parse("The due date", "9999-12-31"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("The due date has the year 9999. Please check it.");
  }
}
