package io.customerconnect.domain.status;

import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the test buyer treats what is submitted to it for practice (P3): by the clock through AB, IP,
 * AP and PD, and by the last digit of the amount another way, so that a supplier can rehearse each.
 *
 * <p>5 is paid in two parts; 6 is accepted with a later date; 7 is queried, then accepted; 8 is
 * queried for good; 9 is rejected.
 */
public final class PracticeWalk {
  private static final Duration WORK = Duration.ofMinutes(2);
  private static final Duration DECISION = Duration.ofMinutes(10);
  private static final Duration ANSWER = Duration.ofMinutes(20);
  private static final Duration PAYMENT = Duration.ofMinutes(30);
  private static final Duration LAST_PAYMENT = Duration.ofMinutes(40);
  private static final int PAYS_AFTER_DAYS = 14;

  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal TWO = BigDecimal.TWO;

  private PracticeWalk() {}

  /**
   * A stop on the walk.
   *
   * @param from when it is reached
   * @param word the test buyer's own word for it
   */
  public record Step(Instant from, String word, InvoiceStatus status, NamedDate expectedPayment) {}

  /** All stops of a document that was submitted, in their order. */
  public static List<Step> steps(Money total, Instant submitted) {
    NamedDate payday =
        new NamedDate.On(LocalDate.ofInstant(submitted, ZoneOffset.UTC).plusDays(PAYS_AFTER_DAYS));
    Walk walk = new Walk(submitted, total, payday);
    Step received = walk.step(Duration.ZERO, "received", received());
    Step inProcess = walk.step(WORK, "in process", inProcess());
    return switch (lastDigit(total)) {
      case 5 -> List.of(received, inProcess, walk.approved(DECISION), walk.half(), walk.paidLast());
      case 6 -> List.of(received, inProcess, walk.conditional(), walk.paid());
      case 7 -> List.of(received, inProcess, walk.query(), walk.approved(ANSWER), walk.paid());
      case 8 -> List.of(received, inProcess, walk.query());
      case 9 -> List.of(received, inProcess, walk.rejection());
      default -> List.of(received, inProcess, walk.approved(DECISION), walk.paid());
    };
  }

  /** Where a document that was submitted is now. */
  public static Step at(Money total, Instant submitted, Instant now) {
    List<Step> steps = steps(total, submitted);
    return steps.stream()
        .filter(step -> !now.isBefore(step.from()))
        .max(Comparator.comparing(Step::from))
        .orElseGet(steps::getFirst);
  }

  /** When it goes on; empty once it has arrived. */
  public static Optional<Instant> next(Money total, Instant submitted, Instant now) {
    return steps(total, submitted).stream()
        .map(Step::from)
        .filter(from -> from.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  /** Of the amount as it is written with the currency's own digits. */
  private static int lastDigit(Money total) {
    return total.amount().unscaledValue().abs().mod(TEN.toBigInteger()).intValue();
  }

  private static InvoiceStatus received() {
    return new InvoiceStatus.Acknowledged(Clarification.NONE);
  }

  private static InvoiceStatus inProcess() {
    return new InvoiceStatus.InProcess(Clarification.NONE);
  }

  private record Walk(Instant submitted, Money total, NamedDate payday) {
    Step step(Duration after, String word, InvoiceStatus status) {
      return new Step(submitted.plus(after), word, status, new NamedDate.None());
    }

    Step dated(Duration after, String word, InvoiceStatus status) {
      return new Step(submitted.plus(after), word, status, payday);
    }

    Step approved(Duration after) {
      return dated(after, "approved", new InvoiceStatus.Accepted(Clarification.NONE));
    }

    Step conditional() {
      return dated(
          DECISION,
          "accepted with conditions",
          new InvoiceStatus.ConditionallyAccepted(Clarification.of(StatusReason.PAYMENT_TERMS)));
    }

    Step query() {
      return step(
          DECISION,
          "blocked for payment",
          new InvoiceStatus.UnderQuery(
              why(StatusReason.REFERENCES, StatusAction.PROVIDE_INFORMATION)));
    }

    Step rejection() {
      return step(
          DECISION,
          "rejected",
          new InvoiceStatus.Rejected(why(StatusReason.PRICES, StatusAction.ISSUE_NEW_INVOICE)));
    }

    Step half() {
      Money half =
          new Money(
              total.amount().divide(TWO, total.amount().scale(), RoundingMode.DOWN),
              total.currency());
      Money rest = new Money(total.amount().subtract(half.amount()), total.currency());
      return dated(
          PAYMENT,
          "partially paid",
          new InvoiceStatus.PartiallyPaid(
              payment(PAYMENT, half),
              Optional.of(rest),
              Clarification.of(StatusReason.PARTIALLY_PAID)));
    }

    Step paid() {
      return paid(PAYMENT);
    }

    Step paidLast() {
      return paid(LAST_PAYMENT);
    }

    private Step paid(Duration after) {
      return step(after, "paid", new InvoiceStatus.Paid(payment(after, total), Clarification.NONE));
    }

    private Payment payment(Duration after, Money amount) {
      LocalDate day = LocalDate.ofInstant(submitted.plus(after), ZoneOffset.UTC);
      return new Payment(Optional.of(day), Optional.of(amount), Optional.empty());
    }

    private static Clarification why(StatusReason reason, StatusAction action) {
      return new Clarification(Set.of(reason), Set.of(action), Optional.empty(), List.of());
    }
  }
}
