package io.customerconnect.domain.rules;

import static io.customerconnect.domain.rules.RuleNumber.REQUESTS;
import static io.customerconnect.domain.rules.RuleNumber.REQUEST_DAYS;

import java.time.Duration;

/**
 * The numbers that asking a customer goes by (P28).
 *
 * @param timetable of each request
 * @param maxRequests how many requests a supplier may make to the same entity
 * @param requestWindow within which time
 */
public record ConnectionRules(Timetable timetable, int maxRequests, Duration requestWindow) {

  /** How many mails a request may have led to before it can be passed on no more. */
  public static final int MAX_ASKS = 10;

  public static final ConnectionRules DEFAULT = of(RuleSettings.NONE);

  /** Those of a customer. */
  public static ConnectionRules of(RuleSettings settings) {
    return new ConnectionRules(
        Timetable.of(settings),
        settings.number(REQUESTS),
        Duration.ofDays(settings.number(REQUEST_DAYS)));
  }
}
