package io.customerconnect.domain.status;

import io.customerconnect.domain.party.DocumentType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is still to be paid, per currency and week that it is expected in (P34).
 *
 * <p>Credit notes make it less, with whichever sign their amounts are written. What is paid or
 * refused is not in it; what is partly paid, with its rest. Amounts of different currencies are
 * never added up.
 */
public final class Totals {
  private static final Comparator<Due> BY_TIME =
      Comparator.comparingInt(Due::rank)
          .thenComparing(due -> due instanceof Due.In(IsoWeek week) ? week : new IsoWeek(0, 1));

  private final Map<Key, Sum> sums =
      new TreeMap<>(
          Comparator.comparing((Key key) -> key.currency().getCurrencyCode())
              .thenComparing(Key::due, BY_TIME));

  /** When money is expected. */
  public sealed interface Due {

    /** It should have come before. */
    record Late() implements Due {}

    /** In a week. */
    record In(IsoWeek week) implements Due {}

    /** The buyer waits for an answer first. */
    record OnHold() implements Due {}

    /** Nobody knows. */
    record Unknown() implements Due {}

    private int rank() {
      return switch (this) {
        case Late _ -> 0;
        case In _ -> 1;
        case OnHold _ -> 2;
        case Unknown _ -> 3;
      };
    }
  }

  /**
   * What is expected at one time in one currency.
   *
   * @param open negative where there are more credit notes; with more digits than one amount may
   *     have
   * @param documents how many invoices and credit notes it is the sum of
   */
  public record Sum(Due due, Currency currency, BigDecimal open, int documents) {
    private Sum plus(Sum other) {
      return new Sum(due, currency, open.add(other.open), documents + other.documents);
    }
  }

  private record Key(Currency currency, Due due) {}

  /**
   * Adds what is kept of many.
   *
   * @param now by which it is late or not
   */
  public void add(OpenAmounts amounts, Instant now) {
    amounts
        .sums()
        .forEach(
            (key, sum) ->
                add(new Sum(due(key.when(), now), key.currency(), sum.open(), sum.documents())));
  }

  private void add(Sum sum) {
    sums.merge(new Key(sum.currency(), sum.due()), sum, Sum::plus);
  }

  static BigDecimal signed(DocumentType type, BigDecimal amount) {
    return switch (type) {
      case INVOICE -> amount;
      case CREDIT_NOTE -> amount.abs().negate();
    };
  }

  /** The sums, currency by currency: what is late first, then week by week. */
  public List<Sum> sums() {
    return List.copyOf(sums.values());
  }

  private static Due due(OpenAmounts.When when, Instant now) {
    return switch (when) {
      case OpenAmounts.When.On(LocalDate date) ->
          PaymentForecast.isOver(date, now) ? new Due.Late() : new Due.In(IsoWeek.of(date));
      case OpenAmounts.When.OnHold _ -> new Due.OnHold();
      case OpenAmounts.When.Unknown _ -> new Due.Unknown();
    };
  }
}
