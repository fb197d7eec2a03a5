package io.customerconnect.domain.ticket;

import java.time.Instant;

/**
 * Who must act next on an open ticket, since when, and what happens by itself, and when, if nobody
 * does (P31).
 */
public record NextStep(Actor.Role actor, Instant since, Then then) {

  /** What happens by itself. */
  public sealed interface Then {
    /** The customer is reminded. */
    record Reminder(Instant at) implements Then {}

    /** The customer is written to, which has had many mails lately. */
    record Mail(Instant at) implements Then {}

    /** The request expires. */
    record Expiry(Instant at) implements Then {}

    /** Nothing: the one who must act is waited for. */
    record Nothing() implements Then {}
  }
}
