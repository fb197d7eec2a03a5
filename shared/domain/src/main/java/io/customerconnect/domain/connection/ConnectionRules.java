package io.customerconnect.domain.connection;

import java.time.Duration;
import java.util.List;

/**
 * The numbers that asking a customer goes by (P28).
 *
 * @param reminders how long after the request the customer is reminded, ascending
 * @param otherContactFrom index of the first reminder that goes to the next contact
 * @param expiry how long after the request it expires
 * @param maxRequests how many requests a supplier may make to the same entity
 * @param requestWindow within which time
 * @param maxAsks how many mails a request may have led to before it can be passed on no more
 */
public record ConnectionRules(
    List<Duration> reminders,
    int otherContactFrom,
    Duration expiry,
    int maxRequests,
    Duration requestWindow,
    int maxAsks) {

  public static final ConnectionRules DEFAULT =
      new ConnectionRules(
          List.of(Duration.ofDays(3), Duration.ofDays(10), Duration.ofDays(20)),
          1,
          Duration.ofDays(30),
          3,
          Duration.ofDays(90),
          10);

  public ConnectionRules {
    reminders = List.copyOf(reminders);
  }
}
