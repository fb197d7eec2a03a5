package io.customerconnect.domain.status;

import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.DocumentType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is still to be paid, per currency and day that it is expected on: what totals are made of,
 * kept so that they need not be added up from all invoices whenever somebody looks.
 */
public record OpenAmounts(Map<Key, Sum> sums) {
  public static final OpenAmounts NONE = new OpenAmounts(Map.of());

  private static final Comparator<Key> ORDER =
      Comparator.comparing((Key key) -> key.currency().getCurrencyCode())
          .thenComparing(key -> key.when().toString());

  public OpenAmounts {
    sums = Map.copyOf(sums);
  }

  /** What is added up together. */
  public record Key(Currency currency, When when) {}

  /** When money is expected, as long as nobody looks at the calendar. */
  public sealed interface When {
    record On(LocalDate date) implements When {}

    record OnHold() implements When {}

    record Unknown() implements When {}
  }

  /**
   * A sum.
   *
   * @param open negative where there are more credit notes
   * @param documents how many invoices and credit notes it is the sum of
   */
  public record Sum(BigDecimal open, int documents) {
    Sum plus(Sum other) {
      return new Sum(open.add(other.open), documents + other.documents);
    }
  }

  /** With an invoice or credit note more; one that is settled changes nothing. */
  public OpenAmounts plus(DocumentType type, Outlook outlook, Money open) {
    return when(outlook)
        .map(
            when ->
                plus(
                    new OpenAmounts(
                        Map.of(
                            new Key(open.currency(), when),
                            new Sum(Totals.signed(type, open.amount()), 1)))))
        .orElse(this);
  }

  /** All of both. */
  public OpenAmounts plus(OpenAmounts other) {
    Map<Key, Sum> all = new TreeMap<>(ORDER);
    all.putAll(sums);
    other.sums.forEach((key, sum) -> all.merge(key, sum, Sum::plus));
    return new OpenAmounts(all);
  }

  private static Optional<When> when(Outlook outlook) {
    return switch (outlook) {
      case Outlook.Dated(LocalDate date, Outlook.Source _) -> Optional.of(new When.On(date));
      case Outlook.OnHold _ -> Optional.of(new When.OnHold());
      case Outlook.Unknown _ -> Optional.of(new When.Unknown());
      case Outlook.Paid _, Outlook.Refused _ -> Optional.empty();
    };
  }
}
