package io.customerconnect.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Lambda function.
 *
 * @param id its logical id
 * @param handler class name of the handler
 * @param codeUri folder of its code, relative to the template
 * @param environment its environment variables
 * @param timeout how long one invocation may take
 * @param memoryMegabytes memory, which decides the share of a CPU too
 * @param triggers what invokes it
 * @param statements what it may do
 * @param asynchronous what happens to an invocation that nobody waits for
 */
public record Function(
    String id,
    String handler,
    String codeUri,
    Map<String, Value> environment,
    Duration timeout,
    int memoryMegabytes,
    List<Trigger> triggers,
    List<Statement> statements,
    AsynchronousInvocation asynchronous) {

  public Function {
    environment = Map.copyOf(environment);
    triggers = List.copyOf(triggers);
    statements = List.copyOf(statements);
  }

  /** The triggers of one kind. */
  public <T extends Trigger> List<T> triggers(Class<T> kind) {
    return triggers.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * What Lambda does with a failed asynchronous invocation.
   *
   * @param retries how often it is tried again, at most 2
   * @param onFailure ARN of the queue that is told after the last try
   */
  public record AsynchronousInvocation(int retries, Optional<Value> onFailure) {}
}
