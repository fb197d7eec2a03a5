package io.customerconnect.template;

import java.util.Map;
import java.util.Optional;

/** Where the values of a template's parameters come from. */
@FunctionalInterface
public interface Parameters {

  /**
   * The value of a parameter; none is an error.
   *
   * @param name as in {@code PublicUrl}, or a pseudo parameter such as {@code AWS::Region}
   * @param standard the template's default
   */
  Optional<String> value(String name, Optional<String> standard);

  /** These values, else the defaults. */
  static Parameters of(Map<String, String> values) {
    Map<String, String> copy = Map.copyOf(values);
    return (name, standard) -> Optional.ofNullable(copy.get(name)).or(() -> standard);
  }

  /** The defaults; a parameter without one has its own name as its value. */
  static Parameters defaults() {
    return (name, standard) -> Optional.of(standard.orElse(name));
  }
}
