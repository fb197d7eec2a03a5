package io.customerconnect.portal.stories;

import io.customerconnect.domain.party.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * Measures the time from a keystroke in the search field to the drawn results on the local stack,
 * and what of it the portal itself needs. No test of its own: its name keeps it out of the build.
 */
@InChromium
final class TypingTime {
  private static final String TYPED = "hafenkron";
  private static final int ROUNDS = 10;

  /** What happened when, in milliseconds since the page was opened. */
  private static final String WATCH =
      """
      window.keystrokes = [];
      const field = document.querySelector('input[role=combobox]');
      field.addEventListener('input', event => window.typed = event.timeStamp, true);
      new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
        const drawn = performance.now();
        const answer = performance.getEntriesByType('resource')
          .filter(({ name }) => name.includes('/customers?')).at(-1);
        if (answer && window.typed && answer.startTime > window.typed
            && document.querySelector('[role=option] mark')) {
          window.keystrokes.push([window.typed, answer.startTime, answer.responseEnd, drawn]);
          window.typed = undefined;
        }
      }))).observe(document.querySelector('customer-search'),
        { childList: true, characterData: true, subtree: true });
      """;

  @Test
  void fromKeystrokeToDrawnResults() throws InterruptedException {
    try (Portal portal = Portal.ofSupplier(Look.of(Language.EN)).signIn()) {
      portal.browser().run(WATCH);
      var field = portal.browser().find("input[role=combobox]");
      for (int round = 0; round < ROUNDS; round++) {
        for (int at = 0; at < TYPED.length(); at++) {
          field.sendKeys(TYPED.substring(at, at + 1));
          Thread.sleep(400);
        }
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
      }
      List<double[]> all = keystrokes(portal);
      double total = median(all, 0, 3);
      double pause = median(all, 0, 1);
      double answer = median(all, 1, 2);
      double drawing = median(all, 2, 3);
      System.out.printf(
          Locale.ROOT,
          "%d keystrokes, medians: %.0f ms from keystroke to drawn, of which the pause %.0f ms,"
              + " the answer %.0f ms, the portal's drawing %.0f ms (%.0f %% of all)%n",
          all.size(),
          total,
          pause,
          answer,
          drawing,
          100 * drawing / total);
    }
  }

  private static List<double[]> keystrokes(Portal portal) {
    List<double[]> all = new ArrayList<>();
    for (Object keystroke : (List<?>) portal.browser().run("return window.keystrokes;")) {
      all.add(
          ((List<?>) keystroke)
              .stream().mapToDouble(moment -> ((Number) moment).doubleValue()).toArray());
    }
    return all;
  }

  private static double median(List<double[]> all, int from, int to) {
    return all.stream()
        .mapToDouble(moments -> moments[to] - moments[from])
        .sorted()
        .skip(all.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
