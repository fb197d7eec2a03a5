package io.customerconnect.template;

import java.util.List;
import java.util.Optional;

/**
 * An S3 bucket.
 *
 * @param id its logical id
 * @param name its name, where the template gives one
 * @param notifications who is told of its objects
 */
public record Bucket(String id, Optional<Value> name, List<Notification> notifications) {
  public Bucket {
    notifications = List.copyOf(notifications);
  }

  /**
   * A queue that is told of objects.
   *
   * @param event as in {@code s3:ObjectCreated:*}
   * @param queue ARN of the queue
   * @param prefix what the key must start with
   * @param suffix what the key must end with
   */
  public record Notification(String event, Value queue, String prefix, String suffix) {}
}
