package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.lambda.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * An upload of a file, as the bucket tells of it.
 *
 * @param size in bytes
 */
record Delivery(String key, FileVersion version, String eTag, long size) {

  /**
   * The uploads that a notification tells of; none for the bucket's test event.
   *
   * <p>The version is the time of the upload and the bucket's own sequence: <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">
   * structure</a> of notifications.
   */
  static List<Delivery> parse(Json.Obj notification) {
    return notification.items("Records").stream()
        .map(item -> item instanceof Json.Obj record ? record : Json.object())
        .filter(record -> record.string("eventName").orElse("").startsWith("ObjectCreated:"))
        .map(Delivery::ofRecord)
        .toList();
  }

  private static Delivery ofRecord(Json.Obj record) {
    Json.Obj object = record.object("s3").object("object");
    return new Delivery(
        URLDecoder.decode(object.require("key"), StandardCharsets.UTF_8),
        new FileVersion(Instant.parse(record.require("eventTime")), object.require("sequencer")),
        object.require("eTag"),
        object.requireNumber("size"));
  }
}
