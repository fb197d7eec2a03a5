package io.customerconnect.template;

import java.util.List;

/**
 * A rule of the default event bus.
 *
 * @param id its logical id
 * @param pattern the event pattern as JSON; it may name resources
 * @param targets ARNs of the queues that get what matches
 */
public record EventRule(String id, Value pattern, List<Value> targets) {
  public EventRule {
    targets = List.copyOf(targets);
  }
}
