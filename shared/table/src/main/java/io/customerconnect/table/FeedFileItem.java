package io.customerconnect.table;

import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.table.FeedFile.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A file that is being loaded, as an item. */
final class FeedFileItem {
  private FeedFileItem() {}

  static Map<String, AttributeValue> write(FeedFile file, Instant expiry) {
    ItemBuilder item =
        ItemBuilder.item(Keys.feedFile(file.key()))
            .set("key", file.key())
            .set("fileVersion", file.version().text())
            .set("eTag", file.eTag())
            .set("finished", file.finished())
            .set("reportedAt", file.reportedAt().map(Keys::instant))
            .expiresAt(expiry);
    return switch (file.content()) {
      case Content.Refused(FileFault fault) ->
          item.set("fault", fault.kind().name())
              .set("faultText", fault.text())
              .setNumbers(
                  "faultPlace",
                  fault
                      .place()
                      .map(place -> List.of(place.line(), place.position()))
                      .orElse(List.of()))
              .build();
      case Content.Chunked(List<String> header, int chunks) ->
          item.set("header", header).set("chunks", chunks).build();
    };
  }

  static FeedFile read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new FeedFile(
        reader.string("key"),
        FileVersion.parse(reader.string("fileVersion")),
        reader.string("eTag"),
        content(reader),
        reader.integer("finished"),
        reader.find("reportedAt").map(Instant::parse));
  }

  private static Content content(ItemReader reader) {
    Optional<String> fault = reader.find("fault");
    if (fault.isEmpty()) {
      return new Content.Chunked(reader.strings("header"), reader.integer("chunks"));
    }
    List<Long> place = reader.numbers("faultPlace");
    return new Content.Refused(
        new FileFault(
            FileFault.Kind.valueOf(fault.get()),
            reader.string("faultText"),
            place.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileFault.Place(place.getFirst(), place.getLast()))));
  }
}
