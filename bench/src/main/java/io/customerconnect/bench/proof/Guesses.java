package io.customerconnect.bench.proof;

import io.customerconnect.domain.challenge.InvoiceAnswer;
import io.customerconnect.domain.invoice.TypedAmount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Dates and amounts that somebody tries together. */
record Guesses(Ranking<LocalDate> dates, Ranking<Long> amounts) {

  /** An answer, and how likely its author thinks it. */
  record Guess(InvoiceAnswer answer, double chance) {}

  /** The best combinations, best first. */
  List<Guess> best(int count) {
    List<TypedAmount> typed =
        amounts.values().stream().limit(count).map(entry -> typed(entry.getKey())).toList();
    PriorityQueue<Place> next =
        new PriorityQueue<>(Comparator.comparingDouble((Place place) -> -chance(place)));
    for (int date = 0; date < dates.size(); date++) {
      next.add(new Place(date, 0));
    }
    List<Guess> best = new ArrayList<>();
    while (best.size() < count && !next.isEmpty()) {
      Place place = next.remove();
      best.add(
          new Guess(
              new InvoiceAnswer(
                  dates.values().get(place.date()).getKey(), typed.get(place.amount())),
              chance(place)));
      if (place.amount() + 1 < typed.size()) {
        next.add(new Place(place.date(), place.amount() + 1));
      }
    }
    return best;
  }

  private record Place(int date, int amount) {}

  private double chance(Place place) {
    return dates.values().get(place.date()).getValue()
        * amounts.values().get(place.amount()).getValue();
  }

  static TypedAmount typed(long cents) {
    return TypedAmount.parse(BigDecimal.valueOf(cents, 2).toPlainString());
  }
}
