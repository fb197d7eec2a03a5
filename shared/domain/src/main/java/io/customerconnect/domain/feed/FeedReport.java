package io.customerconnect.domain.feed;

import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param fault why the whole file was refused
 * @param reasons how often each reason was given
 * @param rejects the first {@value #MAX_LISTED}, by line, of those that the chunks list
 * @param unknownWords as of all {@link ChunkResult#unknownWords}
 * @param spokenOf as of all {@link ChunkResult#spokenOf}
 * @param unknownColumns names in the header that we do not know and that were skipped
 * @param dates what the dates of a file of invoices are
 */
public record FeedReport(
    Optional<FileFault> fault,
    RowCounts counts,
    Map<Reason, Long> reasons,
    List<Reject> rejects,
    UnknownWords unknownWords,
    Map<LegalEntityId, Instant> spokenOf,
    List<String> unknownColumns,
    Optional<LedgerDates> dates) {

  /** The most rejects that are listed of one file; all are counted. */
  public static final int MAX_LISTED = 1_000;

  /** The report on a file that was refused as a whole. */
  public static FeedReport of(FileFault fault) {
    return new FeedReport(
        Optional.of(fault),
        RowCounts.NONE,
        Map.of(),
        List.of(),
        UnknownWords.NONE,
        Map.of(),
        List.of(),
        Optional.empty());
  }

  /**
   * The report on a file whose chunks have all been loaded.
   *
   * @param chunks in the order of the file; gone through once
   * @param dates what the file says that its dates are; empty where it is none of invoices
   */
  public static FeedReport of(
      Iterable<ChunkResult> chunks, List<String> unknownColumns, Optional<LedgerDates> dates) {
    RowCounts counts = RowCounts.NONE;
    Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    List<Reject> rejects = new ArrayList<>();
    Map<LegalEntityId, Instant> spokenOf = new HashMap<>();
    BitSet duplicates = new BitSet();
    BitSet displaced = new BitSet();
    DatesSeen seen = DatesSeen.NONE;
    UnknownWords unknownWords = UnknownWords.NONE;
    for (ChunkResult chunk : chunks) {
      counts = counts.plus(chunk.counts());
      chunk.reasons().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
      chunk.rejects().stream().limit(MAX_LISTED - rejects.size()).forEach(rejects::add);
      seen = seen.plus(chunk.dates());
      unknownWords = unknownWords.plus(chunk.unknownWords());
      chunk.spokenOf().forEach((entity, asOf) -> spokenOf.merge(entity, asOf, ChunkResult::later));
      chunk.duplicates().forEach(line -> duplicates.set(Math.toIntExact(line)));
      chunk.displaced().forEach(line -> displaced.set(Math.toIntExact(line)));
    }
    // A row that was loaded and replaced later is counted as loaded in its chunk. One that was
    // replaced before its chunk was loaded again knows it already.
    displaced.andNot(duplicates);
    duplicates.or(displaced);
    if (!duplicates.isEmpty()) {
      reasons.put(Reason.DUPLICATE_ID, (long) duplicates.cardinality());
      duplicates.stream().limit(MAX_LISTED).mapToObj(Reject::duplicate).forEach(rejects::add);
    }
    DatesSeen all = seen;
    return new FeedReport(
        Optional.empty(),
        counts.withdraw(displaced.cardinality()),
        Map.copyOf(reasons),
        rejects.stream().sorted(Reject.BY_LINE).limit(MAX_LISTED).toList(),
        unknownWords,
        Map.copyOf(spokenOf),
        unknownColumns,
        dates.map(all::judge));
  }
}
