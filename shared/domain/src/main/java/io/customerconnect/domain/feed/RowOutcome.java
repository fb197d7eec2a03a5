package io.customerconnect.domain.feed;

import java.util.Optional;

/** What became of a row that was not refused. */
public sealed interface RowOutcome {

  /**
   * The directory says what the row says, because of it.
   *
   * @param displaced the earlier line of the same file that it replaced
   */
  record Loaded(Optional<Long> displaced) implements RowOutcome {}

  /**
   * The directory said what the row says before.
   *
   * @param displaced the earlier line of the same file that it replaced
   */
  record Unchanged(Optional<Long> displaced) implements RowOutcome {}

  /** A newer file is about the same entity. */
  record Superseded() implements RowOutcome {}

  /** A later line of the same file is about the same entity. */
  record Duplicate() implements RowOutcome {}
}
