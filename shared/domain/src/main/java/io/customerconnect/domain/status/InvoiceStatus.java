package io.customerconnect.domain.status;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a buyer has done with an invoice (P35). One that is under query, conditionally accepted or
 * rejected always says why.
 */
public sealed interface InvoiceStatus {

  /** AB: it has arrived. */
  record Acknowledged(Clarification note) implements InvoiceStatus {}

  /** IP: the buyer works on it. */
  record InProcess(Clarification note) implements InvoiceStatus {}

  /** UQ: nothing goes on until the supplier has answered. */
  record UnderQuery(Clarification why) implements InvoiceStatus {
    /**
     * @throws InvalidValueException when the clarification does not say why
     */
    public UnderQuery {
      requireReason(ResponseCode.UNDER_QUERY, why);
    }
  }

  /** CA: it will be paid, in another way than it says. */
  record ConditionallyAccepted(Clarification why) implements InvoiceStatus {
    /**
     * @throws InvalidValueException when the clarification does not say why
     */
    public ConditionallyAccepted {
      requireReason(ResponseCode.CONDITIONALLY_ACCEPTED, why);
    }
  }

  /** RE: it will not be paid. */
  record Rejected(Clarification why) implements InvoiceStatus {
    /**
     * @throws InvalidValueException when the clarification does not say why
     */
    public Rejected {
      requireReason(ResponseCode.REJECTED, why);
    }
  }

  /** AP: it is approved; the payment comes next. */
  record Accepted(Clarification note) implements InvoiceStatus {}

  /**
   * PD for a part of the amount.
   *
   * @param open what is still to come; empty where the buyer names no amounts
   */
  record PartiallyPaid(Payment payment, Optional<Money> open, Clarification note)
      implements InvoiceStatus {}

  /** PD: it is paid. */
  record Paid(Payment payment, Clarification note) implements InvoiceStatus {}

  /** The buyer's word for it is one that we do not know. */
  record Unmapped(String word) implements InvoiceStatus {}

  /** Its code; none where the buyer's word is unknown. */
  default Optional<ResponseCode> code() {
    return switch (this) {
      case Acknowledged _ -> Optional.of(ResponseCode.ACKNOWLEDGED);
      case InProcess _ -> Optional.of(ResponseCode.IN_PROCESS);
      case UnderQuery _ -> Optional.of(ResponseCode.UNDER_QUERY);
      case ConditionallyAccepted _ -> Optional.of(ResponseCode.CONDITIONALLY_ACCEPTED);
      case Rejected _ -> Optional.of(ResponseCode.REJECTED);
      case Accepted _ -> Optional.of(ResponseCode.ACCEPTED);
      case PartiallyPaid _, Paid _ -> Optional.of(ResponseCode.PAID);
      case Unmapped _ -> Optional.empty();
    };
  }

  /** What the buyer says beside it. */
  default Clarification clarification() {
    return switch (this) {
      case Acknowledged(Clarification note) -> note;
      case InProcess(Clarification note) -> note;
      case UnderQuery(Clarification why) -> why;
      case ConditionallyAccepted(Clarification why) -> why;
      case Rejected(Clarification why) -> why;
      case Accepted(Clarification note) -> note;
      case PartiallyPaid(Payment _, Optional<Money> _, Clarification note) -> note;
      case Paid(Payment _, Clarification note) -> note;
      case Unmapped _ -> Clarification.NONE;
    };
  }

  /** What is still to be paid of the total: nothing once it is paid or rejected. */
  default Money open(Money total) {
    Money nothing = new Money(BigDecimal.ZERO, total.currency());
    return switch (this) {
      case Paid _, Rejected _ -> nothing;
      case PartiallyPaid(Payment _, Optional<Money> open, Clarification _) -> open.orElse(total);
      case Acknowledged _, InProcess _, UnderQuery _, ConditionallyAccepted _, Accepted _ -> total;
      case Unmapped _ -> total;
    };
  }

  private static void requireReason(ResponseCode code, Clarification why) {
    if (!why.saysWhy()) {
      throw new InvalidValueException(
          "A status of %s must say why: give a reason, as a code or in words."
              .formatted(code.code()));
    }
  }
}
