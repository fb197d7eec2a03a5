package io.customerconnect.domain.status;

import io.customerconnect.domain.status.Outlook.Source;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How a buyer usually pays, in the four ways that a date can be learnt from it. */
public record PaymentHabits(Map<Source, Usual> bySource) {
  public static final PaymentHabits NONE = new PaymentHabits(Map.of());

  public PaymentHabits {
    bySource = Map.copyOf(bySource);
  }

  /**
   * How many payments were looked at, and how many days after the date they came; negative before
   * it.
   */
  public record Usual(int payments, int median, int earliest, int latest) {
    static Usual of(PaymentHabit habit) {
      return new Usual(habit.payments(), habit.median(), habit.earliest(), habit.latest());
    }
  }

  /** What payments to a vendor, and to all vendors, show. */
  public static PaymentHabits of(PaymentHistory vendor, PaymentHistory buyer) {
    Map<Source, Usual> habits = new EnumMap<>(Source.class);
    put(habits, Source.VENDOR_AFTER_DUE, vendor.afterDue());
    put(habits, Source.VENDOR_AFTER_ISSUE, vendor.afterIssue());
    put(habits, Source.BUYER_AFTER_DUE, buyer.afterDue());
    put(habits, Source.BUYER_AFTER_ISSUE, buyer.afterIssue());
    return new PaymentHabits(habits);
  }

  private static void put(Map<Source, Usual> habits, Source source, Optional<PaymentHabit> habit) {
    habit.ifPresent(known -> habits.put(source, Usual.of(known)));
  }

  /** What a date of this source was learnt from. */
  public Optional<Usual> of(Source source) {
    return Optional.ofNullable(bySource.get(source));
  }
}
