package io.customerconnect.domain.feed;

import java.util.List;

/** What became of a row that was not refused. */
public sealed interface RowOutcome {

  /**
   * We know what the row says because of it.
   *
   * @param displaced earlier lines of the same file about the same, which it replaced
   */
  record Loaded(List<Long> displaced) implements RowOutcome {
    public Loaded {
      displaced = List.copyOf(displaced);
    }
  }

  /**
   * We knew what the row says before.
   *
   * @param displaced earlier lines of the same file about the same, which it replaced
   */
  record Unchanged(List<Long> displaced) implements RowOutcome {
    public Unchanged {
      displaced = List.copyOf(displaced);
    }
  }

  /** A newer file is about the same. */
  record Superseded() implements RowOutcome {}

  /** A later line of the same file is about the same. */
  record Duplicate() implements RowOutcome {}

  /** It does not go together with other rows. */
  record Refused(Reject reject) implements RowOutcome {}
}
