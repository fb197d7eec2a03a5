package io.customerconnect.domain.feed;

import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the rows of one chunk of a file.
 *
 * @param reasons how often each reason was given, without {@link Reason#DUPLICATE_ID}
 * @param rejects the first {@value #MAX_LISTED}, by line, without duplicates
 * @param duplicates lines of this chunk that later lines of the file have replaced
 * @param displaced lines of the file, of this chunk or others, that rows of this chunk replaced
 * @param dates what the invoices' dates look like
 * @param unknownWords words for a status that are in no list
 * @param spokenOf the legal entities whose invoices rows were loaded of, and the newest moment that
 *     one of these is about
 */
public record ChunkResult(
    RowCounts counts,
    Map<Reason, Long> reasons,
    List<Reject> rejects,
    List<Long> duplicates,
    List<Long> displaced,
    DatesSeen dates,
    UnknownWords unknownWords,
    Map<LegalEntityId, Instant> spokenOf) {

  /** The most rejects that are listed of one chunk; all are counted. */
  public static final int MAX_LISTED = 250;

  public ChunkResult {
    reasons = Map.copyOf(reasons);
    rejects = List.copyOf(rejects);
    duplicates = List.copyOf(duplicates);
    displaced = List.copyOf(displaced);
    spokenOf = Map.copyOf(spokenOf);
  }

  /** Adds up a chunk's rows, one after the other. */
  public static final class Tally {
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Long> duplicates = new ArrayList<>();
    private final List<Long> displaced = new ArrayList<>();
    private final Map<LegalEntityId, Instant> spokenOf = new HashMap<>();
    private RowCounts counts = RowCounts.NONE;
    private DatesSeen dates = DatesSeen.NONE;
    private final Map<String, Long> unknownWords = new HashMap<>();

    /** Counts a row that was refused. */
    public void refused(List<Reject> why) {
      counts = counts.plus(new RowCounts(1, 0, 0, 0, 1));
      for (Reject reject : why) {
        reasons.merge(reject.reason(), 1L, Long::sum);
        rejects.add(reject);
      }
    }

    /** Counts a row that could be read. */
    public void add(long line, RowOutcome outcome) {
      switch (outcome) {
        case RowOutcome.Loaded(List<Long> earlier) -> {
          counts = counts.plus(new RowCounts(1, 1, 0, 0, 0));
          displaced.addAll(earlier);
        }
        case RowOutcome.Unchanged(List<Long> earlier) -> {
          counts = counts.plus(new RowCounts(1, 1, 1, 0, 0));
          displaced.addAll(earlier);
        }
        case RowOutcome.Superseded() -> counts = counts.plus(new RowCounts(1, 0, 0, 1, 0));
        case RowOutcome.Refused(Reject reject) -> refused(List.of(reject));
        case RowOutcome.Duplicate() -> {
          counts = counts.plus(new RowCounts(1, 0, 0, 0, 1));
          duplicates.add(line);
        }
      }
    }

    /** Notes what an invoice's dates look like. */
    public void seen(DatesSeen more) {
      dates = dates.plus(more);
    }

    /** Counts a row whose word for the status is in no list. */
    public void unknownWord(String word) {
      unknownWords.merge(word, 1L, Long::sum);
    }

    /** Notes whose invoice a row is about, and at which moment. */
    public void spokeOf(LegalEntityId legalEntity, Instant asOf) {
      spokenOf.merge(legalEntity, asOf, ChunkResult::later);
    }

    /** The sum. */
    public ChunkResult result() {
      return new ChunkResult(
          counts,
          reasons,
          rejects.stream().sorted(Reject.BY_LINE).limit(MAX_LISTED).toList(),
          duplicates,
          displaced,
          dates,
          UnknownWords.of(unknownWords),
          spokenOf);
    }
  }

  static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
