package io.customerconnect.domain.status;

import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.Outlook.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * Which of its invoices and credit notes a supplier wants to see; what is empty lets all through.
 *
 * @param numberPart a part of the number, as {@link
 *     io.customerconnect.domain.invoice.InvoiceNumber#key}
 */
public record InvoiceFilter(
    Optional<LegalEntityId> legalEntity,
    Optional<Status> status,
    Optional<Standing> standing,
    Range<LocalDate> issued,
    Range<LocalDate> payment,
    Range<BigDecimal> total,
    Optional<Currency> currency,
    Optional<String> numberPart) {

  /** A status to be looked for. */
  public sealed interface Status {
    record Coded(ResponseCode code) implements Status {}

    /** The buyer's word is one that we do not know. */
    record Unmapped() implements Status {}
  }

  /** From a value to another, both included. */
  public record Range<T extends Comparable<? super T>>(Optional<T> from, Optional<T> to) {
    /** All values. */
    public static <T extends Comparable<? super T>> Range<T> all() {
      return new Range<T>(Optional.empty(), Optional.empty());
    }

    private boolean allows(T value) {
      return from.map(low -> low.compareTo(value) <= 0).orElse(true)
          && to.map(high -> high.compareTo(value) >= 0).orElse(true);
    }

    /** A value that is not there is in no range but that of all. */
    private boolean allows(Optional<T> value) {
      return value.map(this::allows).orElse(from.isEmpty() && to.isEmpty());
    }
  }

  /** All invoices. */
  public static final InvoiceFilter ALL =
      new InvoiceFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Range.all(),
          Range.all(),
          Range.all(),
          Optional.empty(),
          Optional.empty());

  /** Whether a row is wanted. */
  public boolean allows(StatusRow row) {
    return legalEntity.map(row.legalEntity()::equals).orElse(true)
        && status.map(wanted -> is(wanted, row.status())).orElse(true)
        && standing.map(row.outlook().standing()::equals).orElse(true)
        && issued.allows(row.issued())
        && payment.allows(row.paymentDate())
        && total.allows(row.total().amount())
        && currency.map(row.total().currency()::equals).orElse(true)
        && numberPart.map(row.number().key()::contains).orElse(true);
  }

  private static boolean is(Status wanted, InvoiceStatus status) {
    return switch (wanted) {
      case Status.Coded(ResponseCode code) -> status.code().filter(code::equals).isPresent();
      case Status.Unmapped _ -> status instanceof InvoiceStatus.Unmapped;
    };
  }
}
