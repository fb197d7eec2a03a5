package io.customerconnect.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What invokes a function. */
public sealed interface Trigger {

  /** The event's name in the template, unique within its function. */
  String name();

  /**
   * A route of the HTTP API, payload format 2.0.
   *
   * @param api logical id of the API
   * @param method in upper case; {@code ANY} for every one
   * @param path as in {@code /relationships/{legalEntityId}}
   * @param authorizer name of the authorizer; empty when everybody may call
   */
  record Route(String name, String api, String method, String path, Optional<String> authorizer)
      implements Trigger {}

  /**
   * A queue that is polled.
   *
   * @param queue ARN of the queue
   * @param batchSize most messages of one invocation
   * @param window how long to wait for a full batch
   * @param answer what the function's answer means
   * @param filters event patterns, one of which a message must match; none: all messages
   */
  record QueueMessages(
      String name,
      Value queue,
      int batchSize,
      Duration window,
      BatchAnswer answer,
      List<String> filters)
      implements Trigger {
    public QueueMessages {
      filters = List.copyOf(filters);
    }
  }

  /**
   * A table's stream that is polled.
   *
   * @param stream ARN of the stream
   * @param batchSize most records of one invocation
   * @param window how long to wait for a full batch
   * @param answer what the function's answer means
   * @param filters event patterns, one of which a record must match; none: all records
   * @param retries how often a failed batch is tried again; none: until the records expire
   * @param onError what is tried again
   * @param onFailure ARN of the queue that is told of records given up
   */
  record StreamRecords(
      String name,
      Value stream,
      int batchSize,
      Duration window,
      BatchAnswer answer,
      List<String> filters,
      Optional<Integer> retries,
      OnError onError,
      Optional<Value> onFailure)
      implements Trigger {
    public StreamRecords {
      filters = List.copyOf(filters);
    }
  }

  /**
   * A schedule.
   *
   * @param expression as in {@code rate(1 hour)} or {@code cron(0 6 * * ? *)}
   * @param input what the function is given; context attributes such as {@code
   *     <aws.scheduler.scheduled-time>} are not replaced yet
   * @param state whether it fires
   */
  record Schedule(String name, String expression, Optional<String> input, ScheduleState state)
      implements Trigger {}

  /**
   * Something that happens to a user of a pool, as in {@code PostConfirmation}.
   *
   * @param pool the user pool
   * @param trigger as Cognito names it
   */
  record UserEvent(String name, Value pool, String trigger) implements Trigger {}

  /** What a function's answer to a batch means. */
  enum BatchAnswer {
    /** {@code ReportBatchItemFailures}: it names those that failed. */
    FAILED_ITEMS,
    /** Success or failure of all. */
    ALL_OR_NOTHING
  }

  /** What is tried again after a failed batch of stream records. */
  enum OnError {
    /** Each half alone, so that a bad record ends up alone. */
    BISECT,
    /** The same batch. */
    REPEAT
  }

  /** Whether a schedule fires. */
  enum ScheduleState {
    ENABLED,
    DISABLED
  }
}
