package io.customerconnect.domain.feed;

import io.customerconnect.domain.feed.Reject.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What became of a file.
 *
 * @param fault why the whole file was refused
 * @param reasons how often each reason was given
 * @param rejects the first {@value #MAX_LISTED}, by line, of those that the chunks list
 * @param unknownColumns names in the header that we do not know and that were skipped
 */
public record FeedReport(
    Optional<FileFault> fault,
    RowCounts counts,
    Map<Reason, Long> reasons,
    List<Reject> rejects,
    List<String> unknownColumns) {

  /** The most rejects that are listed of one file; all are counted. */
  public static final int MAX_LISTED = 1_000;

  /** The report on a file that was refused as a whole. */
  public static FeedReport of(FileFault fault) {
    return new FeedReport(Optional.of(fault), RowCounts.NONE, Map.of(), List.of(), List.of());
  }

  /** The report on a file whose chunks have all been loaded. */
  public static FeedReport of(Collection<ChunkResult> chunks, List<String> unknownColumns) {
    RowCounts counts = RowCounts.NONE;
    Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    List<Reject> rejects = new ArrayList<>();
    Set<Long> displaced = new TreeSet<>();
    for (ChunkResult chunk : chunks) {
      counts = counts.plus(chunk.counts());
      chunk.reasons().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
      rejects.addAll(chunk.rejects());
      displaced.addAll(chunk.displaced());
    }
    // A chunk that was loaded again after the row that replaces one of its own knows it already.
    Set<Long> known =
        rejects.stream()
            .filter(reject -> reject.reason() == Reason.DUPLICATE_ID)
            .map(Reject::line)
            .collect(Collectors.toSet());
    displaced.removeAll(known);
    displaced.forEach(line -> rejects.add(Reject.duplicate(line)));
    if (!displaced.isEmpty()) {
      reasons.merge(Reason.DUPLICATE_ID, (long) displaced.size(), Long::sum);
    }
    return new FeedReport(
        Optional.empty(),
        counts.withdraw(displaced.size()),
        Map.copyOf(reasons),
        rejects.stream().sorted(Reject.BY_LINE).limit(MAX_LISTED).toList(),
        unknownColumns);
  }
}
