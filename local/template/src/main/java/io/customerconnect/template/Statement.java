package io.customerconnect.template;

import java.util.List;

/**
 * Actions that a role allows or denies on resources.
 *
 * @param actions as in {@code dynamodb:GetItem}, with {@code *} and {@code ?}
 * @param resources ARNs, with {@code *} and {@code ?}
 */
public record Statement(Effect effect, List<String> actions, List<Value> resources) {
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }

  /** What a statement does. */
  public enum Effect {
    ALLOW,
    DENY
  }
}
