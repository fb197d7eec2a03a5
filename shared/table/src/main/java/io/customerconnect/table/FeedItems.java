package io.customerconnect.table;

import io.customerconnect.domain.challenge.ChallengeEnds;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.feed.UnknownWords;
import io.customerconnect.domain.quality.FeedWeek;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.domain.status.IsoWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** What became of files, as attributes: of a chunk, of a buyer's newest file, of its weeks. */
final class FeedItems {
  private static final String REASON = "reason#";
  private static final String FAULT = "fault#";

  private FeedItems() {}

  static List<Long> numbers(RowCounts counts) {
    return List.of(
        counts.in(), counts.loaded(), counts.unchanged(), counts.superseded(), counts.rejected());
  }

  static RowCounts counts(ItemReader reader) {
    List<Long> counts = reader.numbers("counts");
    return new RowCounts(counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4));
  }

  static List<Map<String, AttributeValue>> reasons(Map<Reason, Long> reasons) {
    return reasons.entrySet().stream()
        .map(
            entry ->
                ItemBuilder.attributes()
                    .set("reason", entry.getKey().name())
                    .set("count", entry.getValue())
                    .build())
        .toList();
  }

  static Map<Reason, Long> reasons(ItemReader reader) {
    return reader.maps("reasons").stream()
        .collect(
            Collectors.toMap(
                reason -> Reason.valueOf(reason.string("reason")),
                reason -> reason.number("count")));
  }

  static List<Map<String, AttributeValue>> words(UnknownWords unknown) {
    return unknown.words().entrySet().stream()
        .map(
            entry ->
                ItemBuilder.attributes()
                    .set("word", entry.getKey())
                    .set("rows", entry.getValue())
                    .build())
        .toList();
  }

  static UnknownWords words(ItemReader reader) {
    return new UnknownWords(
        reader.number("unknownRows"),
        reader.maps("unknownWords").stream()
            .collect(Collectors.toMap(word -> word.string("word"), word -> word.number("rows"))));
  }

  /** The newest file of a feed. */
  static ItemBuilder write(Keys.Key key, FileSummary file) {
    return ItemBuilder.item(key)
        .set("key", file.key())
        .set("file", file.version().text())
        .set("fault", file.fault().map(FileFault.Kind::name))
        .setNumbers("counts", numbers(file.rows()))
        .setMaps("reasons", reasons(file.reasons()))
        .set("unknownRows", file.unknownWords().rows())
        .setMaps("unknownWords", words(file.unknownWords()))
        .set("dates", file.dates().map(LedgerDates::name));
  }

  static FileSummary read(ItemReader reader) {
    return new FileSummary(
        reader.string("key"),
        FileVersion.parse(reader.string("file")),
        reader.find("fault").map(FileFault.Kind::valueOf),
        counts(reader),
        reasons(reader),
        words(reader),
        reader.find("dates").map(LedgerDates::valueOf));
  }

  /** Adds a file to a week. */
  static Update add(Table table, Keys.Key key, FileSummary file, Instant expiry) {
    Map<String, Long> more = new HashMap<>();
    more.put("files", 1L);
    more.put("in", file.rows().in());
    more.put("loaded", file.rows().loaded());
    more.put("unchanged", file.rows().unchanged());
    more.put("superseded", file.rows().superseded());
    more.put("rejected", file.rows().rejected());
    more.put("unknown", file.unknownWords().rows());
    file.reasons().forEach((reason, count) -> more.put(REASON + reason.name(), count));
    file.fault().ifPresent(fault -> more.put(FAULT + fault.name(), 1L));
    return add(table, key, more, expiry);
  }

  /** Adds ends of challenges to a week. */
  static Update add(Table table, Keys.Key key, ChallengeEnds ends, Instant expiry) {
    return add(
        table,
        key,
        Map.of("passed", ends.passed(), "locked", ends.locked(), "handedOver", ends.handedOver()),
        expiry);
  }

  private static Update add(Table table, Keys.Key key, Map<String, Long> more, Instant expiry) {
    List<String> adds = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    more.forEach(
        (name, count) -> {
          if (count != 0) {
            int place = adds.size();
            adds.add("#n%1$d :n%1$d".formatted(place));
            names.put("#n" + place, name);
            values.put(":n" + place, AttributeValue.fromN(Long.toString(count)));
          }
        });
    values.put(":expiry", AttributeValue.fromN(Long.toString(expiry.getEpochSecond())));
    return Update.builder()
        .tableName(table.name())
        .key(Table.attributes(key))
        .updateExpression(
            "ADD " + String.join(", ", adds) + " SET " + Keys.EXPIRES_AT + " = :expiry")
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build();
  }

  static FeedWeek week(IsoWeek week, Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    Map<FileFault.Kind, Long> faults = new EnumMap<>(FileFault.Kind.class);
    for (String name : item.keySet()) {
      if (name.startsWith(REASON)) {
        reasons.put(Reason.valueOf(name.substring(REASON.length())), reader.number(name));
      } else if (name.startsWith(FAULT)) {
        faults.put(FileFault.Kind.valueOf(name.substring(FAULT.length())), reader.number(name));
      }
    }
    return new FeedWeek(
        week,
        reader.count("files"),
        faults,
        new RowCounts(
            reader.count("in"),
            reader.count("loaded"),
            reader.count("unchanged"),
            reader.count("superseded"),
            reader.count("rejected")),
        reasons,
        reader.count("unknown"),
        new ChallengeEnds(
            reader.count("passed"), reader.count("locked"), reader.count("handedOver")));
  }
}
