package io.customerconnect.domain.status;

import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An entry on its way to becoming a status.
 *
 * @param meaning of the entry's word, where it is known
 * @param total the invoice's total with VAT
 */
record StatusReading(StatusEntry entry, Optional<StatusMapping.Meaning> meaning, Money total) {

  private static final BigDecimal CASH_DISCOUNT = new BigDecimal("0.05");

  InvoiceStatus status() {
    return code()
        .map(this::status)
        .or(() -> entry.word().map(InvoiceStatus.Unmapped::new))
        .orElseGet(() -> new InvoiceStatus.Acknowledged(entry.clarification()));
  }

  private InvoiceStatus status(ResponseCode code) {
    return switch (code) {
      case ACKNOWLEDGED -> new InvoiceStatus.Acknowledged(clarification());
      case IN_PROCESS -> new InvoiceStatus.InProcess(clarification());
      case UNDER_QUERY -> new InvoiceStatus.UnderQuery(reason());
      case CONDITIONALLY_ACCEPTED -> new InvoiceStatus.ConditionallyAccepted(reason());
      case REJECTED -> new InvoiceStatus.Rejected(reason());
      case ACCEPTED -> new InvoiceStatus.Accepted(clarification());
      case PAID -> paid();
    };
  }

  private Optional<ResponseCode> code() {
    return entry
        .code()
        .or(() -> codeOfWord().filter(code -> !isBehind(code)))
        .or(() -> isPaymentMade() ? Optional.of(ResponseCode.PAID) : Optional.empty());
  }

  private Optional<ResponseCode> codeOfWord() {
    return meaning.map(StatusMapping.Meaning::code);
  }

  /** Whether a payment shows that things have gone on since the word was written. */
  private boolean isBehind(ResponseCode code) {
    return isPaymentMade()
        && switch (code) {
          case ACKNOWLEDGED, IN_PROCESS, CONDITIONALLY_ACCEPTED, ACCEPTED -> true;
          case UNDER_QUERY, REJECTED, PAID -> false;
        };
  }

  private boolean isPaymentMade() {
    Payment payment = entry.payment();
    return payment.on().isPresent()
        || payment.amount().filter(paid -> paid.amount().signum() != 0).isPresent();
  }

  /** What the buyer gives as reason, else what its word names as one. */
  private Clarification clarification() {
    Clarification given = entry.clarification();
    return meaning
        .filter(_ -> !given.saysWhy())
        .flatMap(StatusMapping.Meaning::reason)
        .map(given::and)
        .orElse(given);
  }

  /** The same; else the word itself. */
  private Clarification reason() {
    Clarification clarification = clarification();
    return clarification.saysWhy()
        ? clarification
        : entry
            .word()
            .map(word -> clarification.and(StatusReason.OTHER).inWords(word))
            .orElse(clarification);
  }

  private InvoiceStatus paid() {
    Payment payment = entry.payment();
    Optional<Money> open = payment.amount().map(this::open);
    boolean isInPart = open.map(this::isOwed).orElseGet(this::saysInPart);
    return isInPart
        ? new InvoiceStatus.PartiallyPaid(payment, open, clarification())
        : new InvoiceStatus.Paid(payment, clarification());
  }

  /** What is left of the total, with its sign; nothing where more was paid. */
  private Money open(Money paid) {
    BigDecimal rest = total.amount().abs().subtract(paid.amount().abs()).max(BigDecimal.ZERO);
    return new Money(total.amount().signum() < 0 ? rest.negate() : rest, total.currency());
  }

  private boolean isOwed(Money open) {
    boolean isDiscount = saysPaid() && !saysInPart();
    BigDecimal allowed =
        isDiscount ? total.amount().abs().multiply(CASH_DISCOUNT) : BigDecimal.ZERO;
    return open.amount().abs().compareTo(allowed) > 0;
  }

  private boolean saysPaid() {
    return entry.code().or(this::codeOfWord).filter(ResponseCode.PAID::equals).isPresent();
  }

  private boolean saysInPart() {
    return clarification().reasons().contains(StatusReason.PARTIALLY_PAID);
  }
}
