package io.customerconnect.domain.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberOrderTest {

  @Test
  void numbersFollowEachOtherAsTheyWereGiven() {
    List<String> inOrder =
        List.of("7", "8", "10", "99", "0100", "101", "A9", "A10", "A10B", "B1", "RE9X2", "RE9X11");
    List<String> shuffled = new ArrayList<>(inOrder);
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(shuffled.stream().sorted(NumberOrder.INSTANCE)).containsExactlyElementsOf(inOrder);
    }
  }

  @Test
  void itIsAnOrder() {
    Random random = new Random(9);
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder number = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        number.append("0019AB".charAt(random.nextInt(6)));
      }
      numbers.add(number.toString());
    }
    for (String a : numbers) {
      for (String b : numbers) {
        int ab = Integer.signum(NumberOrder.INSTANCE.compare(a, b));
        assertThat(ab).isEqualTo(-Integer.signum(NumberOrder.INSTANCE.compare(b, a)));
        assertThat(ab == 0).isEqualTo(a.equals(b));
        for (String c : numbers) {
          if (ab < 0 && NumberOrder.INSTANCE.compare(b, c) < 0) {
            assertThat(NumberOrder.INSTANCE.compare(a, c)).isNegative();
          }
        }
      }
    }
  }
}
