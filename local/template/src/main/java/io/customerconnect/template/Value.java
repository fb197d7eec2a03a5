package io.customerconnect.template;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text of the template that may name resources, and is known only once those exist. Parameters,
 * pseudo parameters and conditions are replaced already.
 */
public sealed interface Value {

  /** A text that names nothing. */
  record Text(String text) implements Value {}

  /** {@code !Ref} of a resource: a queue's URL, a table's or bucket's name, a client's id. */
  record Ref(String id) implements Value {}

  /** {@code !GetAtt}: an attribute of a resource, as in {@code Queue.Arn}. */
  record Attribute(String id, String name) implements Value {}

  /** {@code !Sub} or {@code !Join}: the parts with the delimiter between them. */
  record Joined(String delimiter, List<Value> parts) implements Value {
    public Joined {
      parts = List.copyOf(parts);
    }
  }

  /** What this is where the resources are what the references say. */
  default String resolve(References references) {
    return switch (this) {
      case Text(String text) -> text;
      case Ref(String id) -> references.ref(id);
      case Attribute(String id, String name) -> references.attribute(id, name);
      case Joined(String delimiter, List<Value> parts) ->
          parts.stream()
              .map(part -> part.resolve(references))
              .collect(Collectors.joining(delimiter));
    };
  }
}
