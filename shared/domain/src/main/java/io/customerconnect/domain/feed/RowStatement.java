package io.customerconnect.domain.feed;

import java.time.Instant;
import java.util.Comparator;

/**
 * At which moment something was so, and which file says it. The higher one wins: that of the later
 * moment, and of two on the same moment that of the newer file.
 */
public record RowStatement(Instant asOf, FileVersion file) implements Comparable<RowStatement> {
  private static final Comparator<RowStatement> ORDER =
      Comparator.comparing(RowStatement::asOf).thenComparing(RowStatement::file);

  @Override
  public int compareTo(RowStatement other) {
    return ORDER.compare(this, other);
  }
}
