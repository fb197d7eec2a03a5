package io.customerconnect.domain.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a load has found of a vendor's invoices so far.
 *
 * @param open what is still to be paid
 * @param rows how many there are
 * @param unmapped how many of them have a status that we do not know
 * @param asOf the newest moment that a row is about
 * @param changesAt when the first of them has to be looked at again
 */
public record LoadFindings(
    OpenAmounts open, int rows, int unmapped, Optional<Instant> asOf, Optional<Instant> changesAt) {
  public static final LoadFindings NONE =
      new LoadFindings(OpenAmounts.NONE, 0, 0, Optional.empty(), Optional.empty());

  /**
   * With one row more.
   *
   * @param rowAsOf when it was so
   * @param rowChangesAt when it has to be looked at again although the buyer says nothing new
   */
  public LoadFindings plus(StatusRow row, Instant rowAsOf, Optional<Instant> rowChangesAt) {
    return new LoadFindings(
        open.plus(row.type().type(), row.outlook(), row.open()),
        rows + 1,
        unmapped + (row.status() instanceof InvoiceStatus.Unmapped ? 1 : 0),
        latest(rowAsOf),
        Stream.concat(changesAt.stream(), rowChangesAt.stream()).min(Comparator.naturalOrder()));
  }

  /** With a row that is not shown any more: it says how new the data are, and no more. */
  public LoadFindings asOf(Instant rowAsOf) {
    return new LoadFindings(open, rows, unmapped, latest(rowAsOf), changesAt);
  }

  private Optional<Instant> latest(Instant rowAsOf) {
    return Stream.concat(asOf.stream(), Stream.of(rowAsOf)).max(Comparator.naturalOrder());
  }
}
