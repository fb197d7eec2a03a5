package io.customerconnect.local.trigger;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.aws.AwsCalls;
import io.customerconnect.local.aws.Names;
import io.customerconnect.local.function.LocalFunction;
import io.customerconnect.local.function.Outcome;
import io.customerconnect.local.queues.Depth;
import io.customerconnect.template.Queue;
import io.customerconnect.template.References;
import io.customerconnect.template.Trigger.BatchAnswer;
import io.customerconnect.template.Trigger.QueueMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Brings the messages of a queue to a function, as Lambda's poller does and in the function's own
 * name: in batches, side by side; what was handled is deleted, what failed stays hidden until its
 * time is over, and the queue moves it to its dead-letter queue in the end.
 */
public final class QueuePoller implements Poller {
  private static final int SIDE_BY_SIDE = 2;
  private static final int MAX_RECEIVED = 10;
  private static final Duration CHECK = Duration.ofMillis(20);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofMillis(500);

  private final LocalFunction function;
  private final QueueMessages trigger;
  private final Queue queue;
  private final String url;
  private final AwsCalls own;
  private final Supplier<Depth> depth;
  private final InstantSource clock;
  private final List<EventPattern> filters;
  private final Map<String, Instant> hidden = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;
  private volatile State state = State.ENABLED;

  /** Whether messages are brought; what has been received when it is switched off waits. */
  public enum State {
    ENABLED,
    DISABLED
  }

  /**
   * @param depth what the queue holds now
   */
  public QueuePoller(
      LocalFunction function,
      QueueMessages trigger,
      Queue queue,
      Supplier<Depth> depth,
      References names,
      AwsCalls operator,
      InstantSource clock) {
    this.function = function;
    this.trigger = trigger;
    this.queue = queue;
    this.url = names.ref(queue.id());
    this.own = operator.as(function.id());
    this.depth = depth;
    this.clock = clock;
    this.filters = trigger.filters().stream().map(EventPattern::new).toList();
  }

  /** The function that the messages are brought to. */
  public LocalFunction function() {
    return function;
  }

  /** Switches it on or off, as an operator does with an event source mapping. */
  public void set(State other) {
    state = other;
  }

  @Override
  public void start() {
    for (int i = 0; i < SIDE_BY_SIDE; i++) {
      threads.add(Thread.ofVirtual().name("poll " + queue.id()).start(this::run));
    }
  }

  private void run() {
    while (!closed) {
      try {
        List<Json.Obj> messages = receive();
        while (state == State.DISABLED && !closed) {
          pause(CHECK);
        }
        if (!messages.isEmpty() && !closed) {
          deliver(messages);
        }
      } catch (RuntimeException e) {
        if (!closed) {
          System.err.println("Queue " + queue.id() + ": " + e.getMessage());
          pause(PAUSE_AFTER_FAULT);
        }
      }
    }
  }

  /** A batch; SQS itself gives at most 10 at a time. */
  private List<Json.Obj> receive() {
    List<Json.Obj> batch = new ArrayList<>();
    while (batch.size() < trigger.batchSize()) {
      List<Json> messages =
          own.sqs(
                  "ReceiveMessage",
                  Json.object()
                      .with("QueueUrl", url)
                      .with(
                          "MaxNumberOfMessages",
                          Math.min(MAX_RECEIVED, trigger.batchSize() - batch.size()))
                      .with("WaitTimeSeconds", batch.isEmpty() ? 1 : 0)
                      .with("AttributeNames", List.of("All"), Json::of)
                      .with("MessageAttributeNames", List.of("All"), Json::of))
              .items("Messages");
      messages.forEach(message -> batch.add((Json.Obj) message));
      if (messages.isEmpty()) {
        break;
      }
    }
    return batch;
  }

  private void deliver(List<Json.Obj> messages) {
    Instant hiddenUntil = clock.instant().plus(queue.visibilityTimeout());
    List<Json.Obj> wanted = messages.stream().filter(this::isWanted).toList();
    Set<String> failed = wanted.isEmpty() ? Set.of() : invoke(wanted);
    for (Json.Obj message : messages) {
      String id = message.require("MessageId");
      if (failed.contains(id)) {
        hidden.put(id, hiddenUntil);
      } else {
        hidden.remove(id);
      }
    }
    List<Json.Obj> done =
        messages.stream()
            .filter(message -> !failed.contains(message.require("MessageId")))
            .toList();
    for (int from = 0; from < done.size(); from += MAX_RECEIVED) {
      delete(done.subList(from, Math.min(from + MAX_RECEIVED, done.size())));
    }
  }

  private boolean isWanted(Json.Obj message) {
    if (filters.isEmpty()) {
      return true;
    }
    Json.Obj event = event(message);
    Json body;
    try {
      body = Json.read(message.require("Body"));
    } catch (Json.MalformedJsonException _) {
      body = Json.of(message.require("Body"));
    }
    Json.Obj parsed = event.with("body", body);
    return filters.stream().anyMatch(filter -> filter.matches(parsed));
  }

  /** The ids of the messages that failed. */
  private Set<String> invoke(List<Json.Obj> messages) {
    Set<String> all = new HashSet<>();
    messages.forEach(message -> all.add(message.require("MessageId")));
    Outcome outcome = function.invoke(Json.object().with("Records", messages, this::event));
    return switch (outcome) {
      case Outcome.Failed _ -> all;
      case Outcome.Answered answered ->
          trigger.answer() == BatchAnswer.FAILED_ITEMS
              ? BatchAnswers.failures(answered.json(), all)
              : Set.of();
    };
  }

  private Json.Obj event(Json.Obj message) {
    Json.Obj attributes = message.object("Attributes");
    return Json.object()
        .with("messageId", message.require("MessageId"))
        .with("receiptHandle", message.require("ReceiptHandle"))
        .with("body", message.require("Body"))
        .with("attributes", attributes)
        .with("messageAttributes", messageAttributes(message.object("MessageAttributes")))
        .with("md5OfBody", message.string("MD5OfBody"))
        .with("eventSource", "aws:sqs")
        .with("eventSourceARN", Names.queueArn(queue.id()))
        .with("awsRegion", Names.REGION);
  }

  private static Json.Obj messageAttributes(Json.Obj attributes) {
    Json.Obj all = Json.object();
    for (Map.Entry<String, Json> attribute : attributes.members().entrySet()) {
      Json.Obj value = (Json.Obj) attribute.getValue();
      all =
          all.with(
              attribute.getKey(),
              Json.object()
                  .with("stringValue", value.string("StringValue"))
                  .with("binaryValue", value.string("BinaryValue"))
                  .with("dataType", value.string("DataType")));
    }
    return all;
  }

  private void delete(List<Json.Obj> messages) {
    own.sqs(
        "DeleteMessageBatch",
        Json.object()
            .with("QueueUrl", url)
            .with(
                "Entries",
                messages,
                message ->
                    Json.object()
                        .with("Id", message.require("MessageId"))
                        .with("ReceiptHandle", message.require("ReceiptHandle"))));
  }

  @Override
  public boolean settle(Duration within) throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    while (!isQuiet()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(CHECK);
    }
    return true;
  }

  /**
   * It is switched off, or nothing can be received, and nothing is in flight but what has failed.
   */
  private boolean isQuiet() {
    Depth now = depth.get();
    Instant time = clock.instant();
    hidden.values().removeIf(until -> until.isBefore(time));
    return state == State.DISABLED || (now.waiting() == 0 && now.inFlight() <= hidden.size());
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
