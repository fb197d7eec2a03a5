package io.customerconnect.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.InvalidValueException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {
  private static final String ALPHABET = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private final Random random = new Random(42);

  @Test
  void itIsReadBackAsPeopleTypeIt() {
    TicketNumber number = TicketNumber.random(random);
    String bare = number.value().substring(3).replace("-", "");

    assertThat(TicketNumber.parse(number.value())).isEqualTo(number);
    assertThat(TicketNumber.parse(" " + number.value().toLowerCase(java.util.Locale.ROOT) + " "))
        .isEqualTo(number);
    assertThat(TicketNumber.parse(bare)).isEqualTo(number);
    assertThat(TicketNumber.parse("cc " + bare)).isEqualTo(number);
    assertThat(TicketNumber.parse(bare.replace('1', 'I'))).isEqualTo(number);
  }

  @Test
  void everyWrongCharacterAndEverySwapIsFound() {
    for (int i = 0; i < 50; i++) {
      String value = TicketNumber.random(random).value();
      for (int at = 3; at < value.length(); at++) {
        for (int letter = 0; letter < ALPHABET.length(); letter++) {
          char other = ALPHABET.charAt(letter);
          if (value.charAt(at) != '-' && value.charAt(at) != other) {
            assertRefused(value.substring(0, at) + other + value.substring(at + 1));
          }
        }
        for (int with = at + 1; with < value.length(); with++) {
          String swapped = swap(value, at, with);
          if (!swapped.equals(value) && value.charAt(at) != '-' && value.charAt(with) != '-') {
            assertRefused(swapped);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CC", "CC-0000-0000-0", "hello world", "CC-7K3M-9QX2", "٣٣٣٣٣٣٣٣٣"})
  void whatIsNoNumberIsRefused(String typed) {
    assertRefused(typed);
  }

  private static String swap(String text, int a, int b) {
    StringBuilder swapped = new StringBuilder(text);
    swapped.setCharAt(a, text.charAt(b));
    swapped.setCharAt(b, text.charAt(a));
    return swapped.toString();
  }

  private static void assertRefused(String typed) {
    assertThatThrownBy(() -> TicketNumber.parse(typed)).isInstanceOf(InvalidValueException.class);
  }
}
