package io.customerconnect.template;

import java.time.Duration;
import java.util.Optional;

/**
 * An SQS queue.
 *
 * @param id its logical id
 * @param visibilityTimeout how long a received message is hidden
 * @param delay how long a new message is hidden
 * @param retention how long a message is kept
 * @param redrive where a message goes that is received too often
 */
public record Queue(
    String id,
    Duration visibilityTimeout,
    Duration delay,
    Duration retention,
    Optional<Redrive> redrive) {

  /**
   * A dead-letter queue.
   *
   * @param target its ARN
   * @param maxReceiveCount how often a message is received before it goes there
   */
  public record Redrive(Value target, int maxReceiveCount) {}
}
