package io.customerconnect.domain.status;

import io.customerconnect.domain.status.ExpectedPayment.Basis;
import io.customerconnect.domain.status.ExpectedPayment.Counted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is kept of an {@link ExpectedPayment}: nothing that changes by itself as days go by, and
 * nothing that is the same for all invoices of a vendor.
 */
public sealed interface Outlook {

  /** The payment is expected on a day, which may be over. */
  record Dated(LocalDate date, Source source) implements Outlook {}

  /** It is paid. */
  record Paid(Optional<LocalDate> on) implements Outlook {}

  /** It will not be paid. */
  record Refused() implements Outlook {}

  /** The buyer waits for an answer first. */
  record OnHold() implements Outlook {}

  /** There is neither a date nor a history to go by. */
  record Unknown() implements Outlook {}

  /** Where a date comes from. */
  enum Source {
    /** The buyer named it. */
    BUYER,
    DUE_DATE,
    /** How the buyer paid this vendor, counted from due dates. */
    VENDOR_AFTER_DUE,
    /** The same, counted from issue dates. */
    VENDOR_AFTER_ISSUE,
    /** How the buyer paid all its vendors, counted from due dates. */
    BUYER_AFTER_DUE,
    /** The same, counted from issue dates. */
    BUYER_AFTER_ISSUE
  }

  /** Whether something is still to be paid. */
  enum Standing {
    OPEN,
    SETTLED
  }

  /** What is kept of what is expected. */
  static Outlook of(ExpectedPayment expected) {
    return switch (expected) {
      case ExpectedPayment.On(LocalDate date, Basis basis) -> new Dated(date, source(basis));
      case ExpectedPayment.Late(LocalDate date, Basis basis) -> new Dated(date, source(basis));
      case ExpectedPayment.Paid(Optional<LocalDate> on) -> new Paid(on);
      case ExpectedPayment.Refused _ -> new Refused();
      case ExpectedPayment.OnHold _ -> new OnHold();
      case ExpectedPayment.Unknown _ -> new Unknown();
    };
  }

  private static Source source(Basis basis) {
    return switch (basis) {
      case Basis.BuyersDate _ -> Source.BUYER;
      case Basis.DueDate _ -> Source.DUE_DATE;
      case Basis.VendorHistory(Counted from, PaymentHabit _) ->
          from == Counted.DUE_DATE ? Source.VENDOR_AFTER_DUE : Source.VENDOR_AFTER_ISSUE;
      case Basis.BuyerHistory(Counted from, PaymentHabit _) ->
          from == Counted.DUE_DATE ? Source.BUYER_AFTER_DUE : Source.BUYER_AFTER_ISSUE;
    };
  }

  /** Whether something is still to be paid. */
  default Standing standing() {
    return switch (this) {
      case Paid _, Refused _ -> Standing.SETTLED;
      case Dated _, OnHold _, Unknown _ -> Standing.OPEN;
    };
  }

  /**
   * When it has to be looked at again although the buyer says nothing new: a date that was learnt
   * from payments moves on when it is over.
   */
  default Optional<Instant> changesAt() {
    return switch (this) {
      case Dated(LocalDate date, Source source) ->
          switch (source) {
            case BUYER, DUE_DATE -> Optional.empty();
            case VENDOR_AFTER_DUE, VENDOR_AFTER_ISSUE, BUYER_AFTER_DUE, BUYER_AFTER_ISSUE ->
                Optional.of(PaymentForecast.endOf(date));
          };
      case Paid _, Refused _, OnHold _, Unknown _ -> Optional.empty();
    };
  }
}
