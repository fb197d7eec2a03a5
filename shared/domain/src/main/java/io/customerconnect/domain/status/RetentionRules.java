package io.customerconnect.domain.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long suppliers see an invoice after the buyer last said something new of it.
 *
 * @param settled what is paid or refused
 * @param open what is not
 */
public record RetentionRules(Duration settled, Duration open) {
  public static final RetentionRules DEFAULT =
      new RetentionRules(Duration.ofDays(730), Duration.ofDays(1_460));

  /** When a row is over. */
  public Instant expiry(StatusRow row) {
    return row.since()
        .plus(
            switch (row.outlook().standing()) {
              case SETTLED -> settled;
              case OPEN -> open;
            });
  }

  /** When sums over rows have to be made again: what is settled is in none. */
  public Optional<Instant> changesAt(StatusRow row) {
    return switch (row.outlook().standing()) {
      case SETTLED -> Optional.empty();
      case OPEN -> Optional.of(expiry(row));
    };
  }
}
