package io.customerconnect.template;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A call of a CloudFormation function, in its short form ({@code !Sub x}) or its long one ({@code
 * Fn::Sub: x}).
 *
 * @param name as in {@code Sub}
 */
record Intrinsic(String name, Yaml argument) {

  static Optional<Intrinsic> of(Yaml place) {
    String tag = place.node().getTag().getValue();
    if (tag.startsWith("!")) {
      return Optional.of(new Intrinsic(tag.substring(1), place));
    }
    if (place.node() instanceof MappingNode mapping && mapping.getValue().size() == 1) {
      String key = new Yaml(place.scope(), mapping.getValue().getFirst().getKeyNode(), "").scalar();
      if (key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::")) {
        Node argument = mapping.getValue().getFirst().getValueNode();
        return Optional.of(
            new Intrinsic(key.startsWith("Fn::") ? key.substring(4) : key, place.with(argument)));
      }
    }
    return Optional.empty();
  }

  /** The items of the argument, which must be a list of so many. */
  List<Node> nodes(int count) {
    if (argument.node() instanceof SequenceNode sequence && sequence.getValue().size() == count) {
      return sequence.getValue();
    }
    throw argument.fault("!" + name + " needs a list of " + count);
  }
}
