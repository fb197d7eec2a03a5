package io.customerconnect.table;

import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.DatesSeen;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.feed.Reject.Reason;
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
    return ItemBuilder.item(key)
        .setNumbers("counts", FeedItems.numbers(result.counts()))
        .setMaps("reasons", FeedItems.reasons(result.reasons()))
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
        .set("unknownRows", result.unknownWords().rows())
        .setMaps("unknownWords", FeedItems.words(result.unknownWords()))
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
    return new ChunkResult(
        FeedItems.counts(reader),
        FeedItems.reasons(reader),
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
        FeedItems.words(reader),
        reader.maps("spokenOf").stream()
            .collect(
                Collectors.toMap(
                    spoken -> new LegalEntityId(spoken.string("e")),
                    spoken -> spoken.instant("asOf"))));
  }
}
