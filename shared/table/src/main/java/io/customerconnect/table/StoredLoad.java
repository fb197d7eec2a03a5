package io.customerconnect.table;

import io.customerconnect.domain.status.LoadFindings;
import io.customerconnect.domain.status.LoadProgress;
import io.customerconnect.domain.status.LoadState;
import io.customerconnect.domain.status.PaymentHabits;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the loads for a binding have got, as it stands in the table.
 *
 * @param generation tells a binding from earlier ones of the same account and vendor number: rows
 *     that were loaded for another one are not seen
 * @param customerName the buyer's name when the two were connected
 * @param found by the last load that got through
 * @param habits that the last load went by
 * @param headway of a running load; empty before its first page is through
 * @param version counts its changes
 */
public record StoredLoad(
    LoadState state,
    long generation,
    String customerName,
    LoadFindings found,
    PaymentHabits habits,
    Optional<Headway> headway,
    long version) {

  /**
   * What a running load has done.
   *
   * @param begun when its first page was read
   * @param position where it goes on: behind this key of the vendor's invoices
   * @param soFar what it has found
   */
  public record Headway(
      Instant begun, String position, LoadProgress progress, LoadFindings soFar) {}

  /** A binding that was just made. */
  static StoredLoad first(LoadState state, long generation, String customerName) {
    return new StoredLoad(
        state,
        generation,
        customerName,
        LoadFindings.NONE,
        PaymentHabits.NONE,
        Optional.empty(),
        1);
  }

  /** With another state, as the next version. */
  public StoredLoad in(LoadState next) {
    return going(next, headway);
  }

  /** With a load that goes on, as the next version. */
  public StoredLoad going(LoadState next, Optional<Headway> made) {
    return new StoredLoad(next, generation, customerName, found, habits, made, version + 1);
  }

  /** With a load that got through, as the next version. */
  public StoredLoad through(LoadState next, LoadFindings findings, PaymentHabits known) {
    return new StoredLoad(
        next, generation, customerName, findings, known, Optional.empty(), version + 1);
  }
}
