package io.customerconnect.functions.feeds;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.table.LedgerGains;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Has what single documents bring taken in, many at a time. Somebody is sent first and noted then:
 * a crash in between sends another one, who finds nothing left to do.
 */
record Gathering(LedgerGains gains, BooksQueue queue, InstantSource clock) {
  /** How long documents wait for others, so that all of them rewrite a ledger's profile once. */
  static final Duration WAIT = Duration.ofMinutes(1);

  /**
   * After so long whoever was sent is taken for lost, until it comes back from the dead letters.
   */
  private static final Duration LOST = Duration.ofMinutes(15);

  /** Called once what a document has brought is written. */
  void waitFor(LegalEntityId legalEntity) {
    Instant now = clock.instant();
    if (!gains.isAwaited(legalEntity, now.minus(LOST))) {
      queue.send(new BooksMessage.Gathered(legalEntity), WAIT);
      gains.awaited(legalEntity, now, now.plus(LOST));
    }
  }
}
