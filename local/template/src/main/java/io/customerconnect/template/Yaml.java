package io.customerconnect.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in the template, that knows where it is. Conditions are decided on the way to it. */
final class Yaml {
  private final Scope scope;
  private final Node node;
  private final String path;

  Yaml(Scope scope, Node node, String path) {
    this.scope = scope;
    this.node = node;
    this.path = path;
  }

  Scope scope() {
    return scope;
  }

  Node node() {
    return node;
  }

  /** The member's value, none when it is absent, empty or {@code AWS::NoValue}. */
  Optional<Yaml> find(String key) {
    return Optional.ofNullable(members().get(key));
  }

  Yaml require(String key) {
    return find(key).orElseThrow(() -> fault("needs " + key));
  }

  /** The members in the order of the file. */
  SequencedMap<String, Yaml> members() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("must be a mapping");
    }
    SequencedMap<String, Yaml> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = new Yaml(scope, tuple.getKeyNode(), path).scalar();
      Yaml raw = new Yaml(scope, tuple.getValueNode(), path.isEmpty() ? key : path + "." + key);
      raw.decided().ifPresent(member -> put(members, key, member));
    }
    return members;
  }

  /** The items; a single value counts as a list of one, as CloudFormation allows it. */
  List<Yaml> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<Yaml> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      new Yaml(scope, item, path + "[" + items.size() + "]").decided().ifPresent(items::add);
    }
    return items;
  }

  /**
   * This mapping over its globals, as SAM merges them: members of mappings one by one, lists one
   * after the other, single values the own one.
   */
  Yaml over(Yaml globals) {
    return with(merged(globals.node, node));
  }

  /** The arguments of an intrinsic function; unlike {@link #items} it must be a list. */
  List<Yaml> parts() {
    if (!(node instanceof SequenceNode)) {
      throw fault("must be a list");
    }
    return items();
  }

  /** The same place with another content. */
  Yaml with(Node other) {
    return new Yaml(scope, other, path);
  }

  /** A text that must not name resources. */
  String text() {
    if (value() instanceof Value.Text(String text)) {
      return text;
    }
    throw fault("must be a plain text here");
  }

  /** A text that may name resources. */
  Value value() {
    return Intrinsics.value(this);
  }

  int number() {
    String text = text();
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw fault("must be a whole number, not '" + text + "'");
    }
  }

  Duration seconds() {
    return Duration.ofSeconds(number());
  }

  /** The constant for {@code true} or {@code false}. */
  <T> T either(T whenTrue, T whenFalse) {
    String text = text();
    return switch (text) {
      case "true" -> whenTrue;
      case "false" -> whenFalse;
      default -> throw fault("must be true or false, not '" + text + "'");
    };
  }

  /** The YAML scalar as it is written. */
  String scalar() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw fault("must be a single value");
  }

  TemplateException fault(String reason) {
    int line = node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    String where = path.isEmpty() ? "" : ", " + path;
    return new TemplateException(scope.file() + ", line " + line + where + ": " + reason);
  }

  /** This place, or what its {@code !If} chooses, or nothing. */
  Optional<Yaml> decided() {
    if (Tag.NULL.equals(node.getTag())) {
      return Optional.empty();
    }
    Optional<Intrinsic> intrinsic = Intrinsic.of(this);
    if (intrinsic.isPresent()) {
      Intrinsic call = intrinsic.get();
      if (call.name().equals("Ref") && call.argument().scalar().equals("AWS::NoValue")) {
        return Optional.empty();
      }
      if (call.name().equals("If")) {
        List<Node> choice = call.nodes(3);
        boolean holds =
            scope.holds(new Yaml(scope, choice.getFirst(), path).scalar(), call.argument());
        return new Yaml(scope, choice.get(holds ? 1 : 2), path).decided();
      }
    }
    return Optional.of(this);
  }

  private static Node merged(Node global, Node own) {
    if (own.getTag().getValue().startsWith("!")) {
      return own;
    }
    if (global instanceof MappingNode globals && own instanceof MappingNode owns) {
      List<NodeTuple> tuples = new ArrayList<>(owns.getValue());
      for (NodeTuple tuple : globals.getValue()) {
        int index = index(tuples, tuple.getKeyNode());
        if (index < 0) {
          tuples.add(tuple);
        } else {
          NodeTuple both = tuples.get(index);
          tuples.set(
              index,
              new NodeTuple(both.getKeyNode(), merged(tuple.getValueNode(), both.getValueNode())));
        }
      }
      return new MappingNode(
          own.getTag(), true, tuples, own.getStartMark(), own.getEndMark(), owns.getFlowStyle());
    }
    if (global instanceof SequenceNode globals && own instanceof SequenceNode owns) {
      List<Node> items = new ArrayList<>(globals.getValue());
      items.addAll(owns.getValue());
      return new SequenceNode(
          own.getTag(), true, items, own.getStartMark(), own.getEndMark(), owns.getFlowStyle());
    }
    return own;
  }

  private static int index(List<NodeTuple> tuples, Node key) {
    for (int i = 0; i < tuples.size(); i++) {
      if (tuples.get(i).getKeyNode() instanceof ScalarNode own
          && key instanceof ScalarNode wanted
          && own.getValue().equals(wanted.getValue())) {
        return i;
      }
    }
    return -1;
  }

  private void put(Map<String, Yaml> members, String key, Yaml member) {
    if (members.put(key, member) != null) {
      throw member.fault("is there twice");
    }
  }
}
