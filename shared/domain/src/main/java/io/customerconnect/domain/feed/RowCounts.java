package io.customerconnect.domain.feed;

/**
 * How many rows of a file, or of a part of it, became what.
 *
 * @param in all rows: those loaded, superseded and rejected
 * @param loaded rows that the directory follows now
 * @param unchanged those of the loaded that it followed before
 * @param superseded rows about entities that a newer file is about too
 * @param rejected rows that were refused, each counted once however many reasons there are
 */
public record RowCounts(long in, long loaded, long unchanged, long superseded, long rejected) {
  public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

  public RowCounts plus(RowCounts other) {
    return new RowCounts(
        in + other.in,
        loaded + other.loaded,
        unchanged + other.unchanged,
        superseded + other.superseded,
        rejected + other.rejected);
  }

  /** With so many rows rejected that were counted as loaded. */
  RowCounts withdraw(long rows) {
    long withdrawn = Math.min(rows, loaded);
    return new RowCounts(
        in,
        loaded - withdrawn,
        Math.min(unchanged, loaded - withdrawn),
        superseded,
        rejected + withdrawn);
  }
}
