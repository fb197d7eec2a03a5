package io.customerconnect.domain.status;

import io.customerconnect.domain.feed.Revision;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a buyer says of one invoice at a moment.
 *
 * @param word the buyer's own word for the status
 * @param expectedPayment the day that the buyer names
 * @param asOf when it was so, as the buyer says
 * @param source where it is said; of two reports on the same moment the later one counts
 */
public record StatusReport(
    Optional<String> word,
    InvoiceStatus status,
    NamedDate expectedPayment,
    Instant asOf,
    Revision source) {

  private static final Comparator<StatusReport> BY_AGE =
      Comparator.comparing(StatusReport::asOf).thenComparing(StatusReport::source);

  /** What becomes of a report when another one comes. */
  public sealed interface Merge {

    /** The other one is newer; this is what is known now. */
    record Changed(StatusReport report) implements Merge {}

    /** The other one says what is known. */
    record Same() implements Merge {}

    /** The other one is older and changes nothing. */
    record Older() implements Merge {}
  }

  /**
   * What becomes of this one when another one comes, in whatever order they were made (P37). A
   * newer one counts whatever it says: a status may go back.
   */
  public Merge merge(StatusReport other) {
    int age = BY_AGE.compare(other, this);
    if (age < 0) {
      return new Merge.Older();
    }
    StatusReport report = other.after(this);
    return report.equals(this) ? new Merge.Same() : new Merge.Changed(report);
  }

  private StatusReport after(StatusReport older) {
    return switch (expectedPayment) {
      case NamedDate.Unsaid _ ->
          new StatusReport(word, status, older.expectedPayment, asOf, source);
      case NamedDate.On _, NamedDate.None _ -> this;
    };
  }
}
