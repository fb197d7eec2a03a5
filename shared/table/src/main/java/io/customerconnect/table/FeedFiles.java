package io.customerconnect.table;

import io.customerconnect.domain.challenge.LedgerGain;
import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.quality.FileSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * How far we have got with files: for each key the newest upload, and what became of its chunks. A
 * chunk's result and the count of finished chunks are written together, so that a chunk is counted
 * once however often it is loaded.
 */
public final class FeedFiles {
  /** Longer than any message about a file can be on its way. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final int MAX_TRIES = 20;

  private final Table table;

  public FeedFiles(Table table) {
    this.table = table;
  }

  /** What beginning with an upload led to. */
  public enum Begin {
    /** It is the newest; its chunks are to be loaded, also where they had been begun before. */
    LOAD,
    /** It has been loaded and reported on. */
    DONE,
    /** There is a newer upload under the same key. */
    OVERTAKEN
  }

  /** Begins with an upload; one conditional write, and one read where it had been begun before. */
  public Begin begin(FeedFile file, Instant now) {
    try {
      table
          .client()
          .putItem(
              PutItemRequest.builder()
                  .tableName(table.name())
                  .item(FeedFileItem.write(file, now.plus(KEPT)))
                  .conditionExpression("attribute_not_exists(PK) OR fileVersion < :version")
                  .expressionAttributeValues(
                      Map.of(":version", AttributeValue.fromS(file.version().text())))
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build());
      return Begin.LOAD;
    } catch (ConditionalCheckFailedException e) {
      FeedFile known = FeedFileItem.read(e.item());
      if (!known.version().equals(file.version())) {
        return Begin.OVERTAKEN;
      }
      return known.reportedAt().isPresent() ? Begin.DONE : Begin.LOAD;
    }
  }

  /** The newest upload under a key; one read. */
  public Optional<FeedFile> find(String key) {
    return table.get(Keys.feedFile(key)).map(FeedFileItem::read);
  }

  /** Whether a chunk has been loaded; one read. */
  public ChunkState state(FeedFile file, long chunk) {
    return table.get(Keys.feedChunk(file.key(), file.version(), chunk)).isPresent()
        ? ChunkState.FINISHED
        : ChunkState.OPEN;
  }

  /** Whether a chunk has been loaded. */
  public enum ChunkState {
    OPEN,
    FINISHED
  }

  /**
   * Keeps what became of a chunk, once, and counts it; nothing where a newer upload has come.
   *
   * @param chunk the place of its first byte
   * @param gains what it has brought into the books of legal entities
   * @param place where that waits
   */
  public void finish(
      FeedFile file,
      long chunk,
      ChunkResult result,
      Map<LegalEntityId, LedgerGain> gains,
      LedgerGains.Place place,
      Instant now) {
    Keys.Key key = Keys.feedChunk(file.key(), file.version(), chunk);
    Instant expiry = now.plus(KEPT);
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(table.putNew(ChunkResultItem.write(key, result, expiry)));
    writes.add(TransactWriteItem.builder().update(count(file)).build());
    if (!gains.isEmpty()) {
      writes.add(
          table.put(LedgerGains.write(place, file.key(), file.version(), chunk, gains, expiry)));
    }
    for (int tries = 1; ; tries++) {
      if (table.transactTelling(writes).isEmpty()) {
        return;
      }
      boolean isOvertaken =
          find(file.key()).filter(newest -> newest.version().equals(file.version())).isEmpty();
      if (isOvertaken || state(file, chunk) == ChunkState.FINISHED) {
        return;
      }
      // Others were counting at the same moment.
      if (tries == MAX_TRIES) {
        throw new ConflictException(Set.of());
      }
      Table.pause(Math.min(tries, 5));
    }
  }

  private Update count(FeedFile file) {
    return Update.builder()
        .tableName(table.name())
        .key(Table.attributes(Keys.feedFile(file.key())))
        .updateExpression("ADD finished :one")
        .conditionExpression("fileVersion = :version")
        .expressionAttributeValues(
            Map.of(
                ":one", AttributeValue.fromN("1"),
                ":version", AttributeValue.fromS(file.version().text())))
        .build();
  }

  /** What became of the chunks of an upload, in the order of the file, read as they are needed. */
  public Iterable<ChunkResult> results(FeedFile file) {
    String partition = Keys.feedChunk(file.key(), file.version(), 0).pk();
    return () -> table.streamPartition(partition).map(ChunkResultItem::read).iterator();
  }

  /** What noting that a report was written led to. */
  public enum Noted {
    FIRST,
    AGAIN,
    /** There is a newer upload under the same key, whose report may have been written over. */
    OVERTAKEN
  }

  /**
   * Notes that an upload's report was written, and counts the file among those of its buyer, once;
   * one transaction.
   *
   * @param buyer that it was delivered for; empty for a directory
   */
  public Noted reported(Optional<LegalEntityId> buyer, FileSummary file, Instant now) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().update(reported(file, now)).build());
    buyer.ifPresent(id -> writes.add(FeedQualities.delivered(table, id, file)));
    for (int tries = 1; ; tries++) {
      if (table.transactTelling(writes).isEmpty()) {
        return Noted.FIRST;
      }
      Optional<FeedFile> stands =
          find(file.key()).filter(newest -> newest.version().equals(file.version()));
      if (stands.isEmpty()) {
        return Noted.OVERTAKEN;
      }
      if (stands.get().reportedAt().isPresent()) {
        return Noted.AGAIN;
      }
      // Other files of the buyer were being counted at the same moment.
      if (tries == MAX_TRIES) {
        throw new ConflictException(Set.of());
      }
      Table.pause(Math.min(tries, 5));
    }
  }

  private Update reported(FileSummary file, Instant now) {
    return Update.builder()
        .tableName(table.name())
        .key(Table.attributes(Keys.feedFile(file.key())))
        .updateExpression("SET reportedAt = :now")
        .conditionExpression("fileVersion = :version AND attribute_not_exists(reportedAt)")
        .expressionAttributeValues(
            Map.of(
                ":now", AttributeValue.fromS(Keys.instant(now)),
                ":version", AttributeValue.fromS(file.version().text())))
        .build();
  }
}
