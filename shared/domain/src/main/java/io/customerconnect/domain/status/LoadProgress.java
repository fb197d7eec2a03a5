package io.customerconnect.domain.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far a load has got, which goes by the days of issue, the oldest first. How many invoices
 * there are in all nobody counts: their days tell how much is left.
 *
 * @param read how many it has looked at, those that are too old to be shown among them
 * @param oldest when the first of them was issued
 * @param reached when the last of them was issued
 * @param newest when the newest that there is was issued
 */
public record LoadProgress(int read, LocalDate oldest, LocalDate reached, LocalDate newest) {

  /**
   * With a page more.
   *
   * @param before empty in front of the first page
   * @param page at least one invoice
   * @param newest as far as it is known
   */
  public static LoadProgress with(
      Optional<LoadProgress> before, List<StatusRow> page, Optional<LocalDate> newest) {
    LocalDate reached = page.getLast().issued();
    return new LoadProgress(
        before.map(LoadProgress::read).orElse(0) + page.size(),
        before.map(LoadProgress::oldest).orElse(page.getFirst().issued()),
        reached,
        newest.filter(reached::isBefore).orElse(reached));
  }
}
