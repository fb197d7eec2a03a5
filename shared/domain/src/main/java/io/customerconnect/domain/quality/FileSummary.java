package io.customerconnect.domain.quality;

import io.customerconnect.domain.feed.FeedReport;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.feed.UnknownWords;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a file, in short: a {@link FeedReport} without the single rows.
 *
 * @param key of the file in its bucket
 * @param fault why the whole file was refused
 * @param dates what the dates of a ledger are
 */
public record FileSummary(
    String key,
    FileVersion version,
    Optional<FileFault.Kind> fault,
    RowCounts rows,
    Map<Reason, Long> reasons,
    UnknownWords unknownWords,
    Optional<LedgerDates> dates) {

  public FileSummary {
    reasons = Map.copyOf(reasons);
  }

  /** That of a file with its report. */
  public static FileSummary of(String key, FileVersion version, FeedReport report) {
    return new FileSummary(
        key,
        version,
        report.fault().map(FileFault::kind),
        report.counts(),
        report.reasons(),
        report.unknownWords(),
        report.dates());
  }

  /** Whether somebody should look at it. */
  public Standing standing(FeedRules rules) {
    long bad = rows.rejected() + unknownWords.rows();
    boolean isFaulty = fault.isPresent() || (bad > 0 && bad >= rules.faulty() * rows.in());
    return isFaulty ? Standing.FAULTY : Standing.GOOD;
  }

  /** How good a file is. */
  public enum Standing {
    GOOD,
    /** It was refused, or too many of its rows were, or say what nobody understands. */
    FAULTY
  }
}
