package io.customerconnect.lambda;

import java.util.Map;
import java.util.Optional;

/** A function's environment variables. */
public final class Environment {
  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The variables of this process. */
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  public static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  /**
   * The value of a setting of ours.
   *
   * @throws IllegalStateException naming the setting, when it is missing or empty
   */
  public String require(Setting setting) {
    return find(setting.name())
        .orElseThrow(
            () -> new IllegalStateException("Environment variable " + setting + " is not set"));
  }

  /** A variable that the platform may set; an empty value counts as none. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }
}
