package io.customerconnect.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What names stand for all over a template: parameters, conditions, resources. */
final class Scope {
  private final String file;
  private final Map<String, String> parameters = new HashMap<>();
  private final Map<String, Yaml> conditions = new HashMap<>();
  private final Set<String> resources = new HashSet<>();

  Scope(String file) {
    this.file = file;
  }

  /** The template's file name, for messages. */
  String file() {
    return file;
  }

  void parameter(String name, String value) {
    parameters.put(name, value);
  }

  void condition(String name, Yaml definition) {
    conditions.put(name, definition);
  }

  void resource(String id) {
    resources.add(id);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The resource's id, when the template has it. */
  String resource(String id, Yaml place) {
    if (!resources.contains(id)) {
      throw place.fault("names '" + id + "', which is neither a parameter nor a resource");
    }
    return id;
  }

  boolean holds(String condition, Yaml place) {
    Yaml definition = conditions.get(condition);
    if (definition == null) {
      throw place.fault("names the condition '" + condition + "', which is not there");
    }
    return Conditions.holds(definition);
  }
}
