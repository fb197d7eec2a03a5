package io.customerconnect.table;

import io.customerconnect.domain.challenge.ChallengeEnds;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.domain.quality.FeedQuality;
import io.customerconnect.domain.quality.FeedRules;
import io.customerconnect.domain.quality.FeedWeek;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.domain.quality.FileSummary.Standing;
import io.customerconnect.domain.status.IsoWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * How good what buyers deliver is (P41): the newest file of each, which is put and so can be put
 * again, and what happened week by week, which is counted in the transaction of what happened and
 * so counted once.
 */
public final class FeedQualities {
  private static final FeedRules RULES = FeedRules.DEFAULT;

  /** Some time longer than weeks are looked back on. */
  private static final Duration WEEK_KEPT = Duration.ofDays(7 * (FeedQuality.WEEKS + 2));

  /** Into so many items a week's files are spread. */
  static final int WEEK_SHARDS = 4;

  /** The newest files, and the parts of more weeks than are kept. */
  private static final int MAX_ITEMS =
      FeedKind.values().length + (WEEK_SHARDS + 1) * (FeedQuality.WEEKS + 4);

  /** Behind whatever follows a moment in sort keys. */
  private static final String LAST = "~";

  private final Table table;

  public FeedQualities(Table table) {
    this.table = table;
  }

  /** A buyer's newest file of a kind. */
  public record Feed(LegalEntityId legalEntity, FeedKind kind, FileSummary newest) {}

  /** Which feeds are wanted. */
  public enum Wanted {
    /** The newest file is faulty. */
    FAULTY,
    /** The newest file is old. Only ledgers get old: documents come as they happen. */
    OLD
  }

  /** Notes a buyer's file; one conditional write, of which an older file changes nothing. */
  public void note(LegalEntityId buyer, FeedKind kind, FileSummary file) {
    ItemBuilder item =
        FeedItems.write(Keys.feed(buyer, kind), file)
            .set("legalEntity", buyer.value())
            .set("kind", kind.name())
            .index(Keys.feedByAge(buyer, kind, file.standing(RULES), file.version().createdAt()))
            .expiresAt(file.version().createdAt().plus(RULES.gone()));
    try {
      table
          .client()
          .putItem(
              put ->
                  put.tableName(table.name())
                      .item(item.build())
                      .conditionExpression("attribute_not_exists(PK) OR #file <= :file")
                      .expressionAttributeNames(Map.of("#file", "file"))
                      .expressionAttributeValues(
                          Map.of(":file", AttributeValue.fromS(file.version().text()))));
    } catch (ConditionalCheckFailedException _) {
      // A newer file is known.
    }
  }

  /** Counts a file in the week that it was delivered in, to be written with what makes it count. */
  static TransactWriteItem delivered(Table table, LegalEntityId buyer, FileSummary file) {
    IsoWeek week = weekOf(file.version().createdAt());
    return TransactWriteItem.builder()
        .update(FeedItems.add(table, Keys.filesOfWeek(buyer, week, file.key()), file, expiry(week)))
        .build();
  }

  /** Counts ends of challenges, to be written together with them; nothing where there is none. */
  static Optional<TransactWriteItem> ended(
      Table table, LegalEntityId buyer, ChallengeEnds ends, Instant at) {
    IsoWeek week = weekOf(at);
    return ends.equals(ChallengeEnds.NONE)
        ? Optional.empty()
        : Optional.of(
            TransactWriteItem.builder()
                .update(
                    FeedItems.add(table, Keys.challengesOfWeek(buyer, week), ends, expiry(week)))
                .build());
  }

  private static IsoWeek weekOf(Instant at) {
    return IsoWeek.of(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  private static Instant expiry(IsoWeek week) {
    return week.monday().atStartOfDay(ZoneOffset.UTC).toInstant().plus(WEEK_KEPT);
  }

  /** A buyer's newest file of each kind; one batch read. */
  public Map<FeedKind, FileSummary> newest(LegalEntityId buyer) {
    Map<FeedKind, FileSummary> newest = new EnumMap<>(FeedKind.class);
    table
        .batchGet(Stream.of(FeedKind.values()).map(kind -> Keys.feed(buyer, kind)).toList())
        .values()
        .stream()
        .map(FeedQualities::feed)
        .forEach(feed -> newest.put(feed.kind(), feed.newest()));
    return newest;
  }

  /** What is known of what a buyer delivers; one query. */
  public FeedQuality find(LegalEntityId buyer, Instant now) {
    Map<FeedKind, FileSummary> newest = new EnumMap<>(FeedKind.class);
    List<FeedWeek> weeks = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        table
            .page(
                Keys.legalEntity(buyer).pk(),
                Keys.FEEDS,
                Table.Order.DESCENDING,
                Optional.empty(),
                MAX_ITEMS)
            .items()) {
      Keys.Key key = ItemReader.keyOf(item);
      if (Keys.isFeedWeek(key)) {
        weeks.add(FeedItems.week(Keys.feedWeek(key), item));
      } else {
        Feed feed = feed(item);
        newest.put(feed.kind(), feed.newest());
      }
    }
    return FeedQuality.of(newest, weeks, LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /**
   * A page of feeds that somebody should look at, those first that have waited longest for a file;
   * one query for each of the index's partitions.
   */
  public Page<Feed> page(Wanted wanted, Optional<Cursor> from, int limit, Instant now) {
    Instant gone = now.minus(RULES.gone());
    Instant last = wanted == Wanted.OLD ? now.minus(RULES.old()) : now;
    return table
        .merged(
            Table.Place.INDEX,
            partitions(wanted),
            Keys.instant(gone),
            Keys.instant(last) + LAST,
            from,
            limit)
        .map(FeedQualities::feed);
  }

  /** How many feeds have grown old after one moment, up to another; queries that count. */
  public int grownOld(Instant from, Instant to) {
    return table.count(
        Table.Place.INDEX,
        partitions(Wanted.OLD),
        Keys.instant(from.minus(RULES.old())) + LAST,
        Keys.instant(to.minus(RULES.old())) + LAST);
  }

  private static List<String> partitions(Wanted wanted) {
    return switch (wanted) {
      case FAULTY ->
          Stream.of(FeedKind.values())
              .flatMap(kind -> Keys.feedsByAge(kind, Standing.FAULTY).stream())
              .toList();
      case OLD ->
          Stream.of(Standing.values())
              .flatMap(standing -> Keys.feedsByAge(FeedKind.LEDGER, standing).stream())
              .toList();
    };
  }

  private static Feed feed(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Feed(
        new LegalEntityId(reader.string("legalEntity")),
        FeedKind.valueOf(reader.string("kind")),
        FeedItems.read(reader));
  }
}
