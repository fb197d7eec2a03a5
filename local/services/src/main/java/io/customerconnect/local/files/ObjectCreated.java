package io.customerconnect.local.files;

import io.customerconnect.lambda.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * News that an object was put.
 *
 * @param sequencer tells the later of two for the same key: it is the greater number
 */
public record ObjectCreated(StoredObject object, long sequencer) {

  /**
   * Whether a notification with this filter is told.
   *
   * @param prefix of the key, empty for any
   * @param suffix of the key, empty for any
   */
  public boolean matches(String bucket, String prefix, String suffix) {
    ObjectKey key = object.key();
    return key.bucket().equals(bucket)
        && key.key().startsWith(prefix)
        && key.key().endsWith(suffix);
  }

  /**
   * The notification in S3's form: <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">structure</a>.
   */
  public Json.Obj notification() {
    String bucket = object.key().bucket();
    Json.Obj s3 =
        Json.object()
            .with("s3SchemaVersion", "1.0")
            .with("configurationId", "local")
            .with(
                "bucket",
                Json.object()
                    .with("name", bucket)
                    .with("ownerIdentity", Json.object().with("principalId", "LOCAL"))
                    .with("arn", "arn:aws:s3:::" + bucket))
            .with(
                "object",
                Json.object()
                    .with("key", encoded(object.key().key()))
                    .with("size", object.size())
                    .with("eTag", object.etag())
                    .with("sequencer", "%016X".formatted(sequencer)));
    Json.Obj event =
        Json.object()
            .with("eventVersion", "2.1")
            .with("eventSource", "aws:s3")
            .with("awsRegion", "eu-central-1")
            .with("eventTime", object.lastModified().truncatedTo(ChronoUnit.MILLIS).toString())
            .with("eventName", "ObjectCreated:Put")
            .with("userIdentity", Json.object().with("principalId", "AWS:LOCAL"))
            .with("requestParameters", Json.object().with("sourceIPAddress", "127.0.0.1"))
            .with("s3", s3);
    return Json.object().with("Records", List.of(event), item -> item);
  }

  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
