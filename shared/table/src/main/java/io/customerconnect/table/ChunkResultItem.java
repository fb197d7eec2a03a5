package io.customerconnect.table;

import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.DatesSeen;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What became of a chunk, as an item. */
final class ChunkResultItem {
  private ChunkResultItem() {}

  static Map<String, AttributeValue> write(Keys.Key key, ChunkResult result, Instant expiry) {
    RowCounts counts = result.counts();
    return ItemBuilder.item(key)
        .setNumbers(
            "counts",
            List.of(
                counts.in(),
                counts.loaded(),
                counts.unchanged(),
                counts.superseded(),
                counts.rejected()))
        .setMaps(
            "reasons",
            result.reasons().entrySet().stream()
                .map(
                    entry ->
                        ItemBuilder.attributes()
                            .set("reason", entry.getKey().name())
                            .set("count", entry.getValue())
                            .build())
                .toList())
        .setMaps(
            "rejects",
            result.rejects().stream()
                .map(
                    reject ->
                        ItemBuilder.attributes()
                            .set("line", reject.line())
                            .set("column", reject.column())
                            .set("reason", reject.reason().name())
                            .set("text", reject.text())
                            .build())
                .toList())
        .setNumbers("duplicates", result.duplicates())
        .setNumbers("displaced", result.displaced())
        .setNumbers("dates", List.of(result.dates().paid(), result.dates().notBeforePayment()))
        .setMaps(
            "spokenOf",
            result.spokenOf().entrySet().stream()
                .map(
                    entry ->
                        ItemBuilder.attributes()
                            .set("e", entry.getKey().value())
                            .set("asOf", entry.getValue())
                            .build())
                .toList())
        .expiresAt(expiry)
        .build();
  }

  static ChunkResult read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    List<Long> counts = reader.numbers("counts");
    return new ChunkResult(
        new RowCounts(counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4)),
        reader.maps("reasons").stream()
            .collect(
                Collectors.toMap(
                    reason -> Reason.valueOf(reason.string("reason")),
                    reason -> reason.number("count"))),
        reader.maps("rejects").stream()
            .map(
                reject ->
                    new Reject(
                        reject.number("line"),
                        reject.find("column"),
                        Reason.valueOf(reject.string("reason")),
                        reject.string("text")))
            .toList(),
        reader.numbers("duplicates"),
        reader.numbers("displaced"),
        new DatesSeen(reader.numbers("dates").getFirst(), reader.numbers("dates").getLast()),
        reader.maps("spokenOf").stream()
            .collect(
                Collectors.toMap(
                    spoken -> new LegalEntityId(spoken.string("e")),
                    spoken -> spoken.instant("asOf"))));
  }
}
