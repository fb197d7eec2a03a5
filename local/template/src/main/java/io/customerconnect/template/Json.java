package io.customerconnect.template;

import io.customerconnect.template.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes a part of the template as JSON, as CloudFormation does with event patterns. */
final class Json {
  private final List<Value> parts = new ArrayList<>();

  private Json() {}

  static Value of(Yaml place) {
    Json json = new Json();
    json.write(place);
    return Intrinsics.joined("", json.parts);
  }

  private void write(Yaml place) {
    if (Intrinsic.of(place).isPresent()) {
      text("\"");
      parts.add(place.value());
      text("\"");
    } else if (place.node() instanceof MappingNode) {
      String separator = "{";
      for (Map.Entry<String, Yaml> member : place.members().entrySet()) {
        text(separator + quoted(member.getKey()) + ":");
        write(member.getValue());
        separator = ",";
      }
      text(separator.equals("{") ? "{}" : "}");
    } else if (place.node() instanceof SequenceNode) {
      String separator = "[";
      for (Yaml item : place.items()) {
        text(separator);
        write(item);
        separator = ",";
      }
      text(separator.equals("[") ? "[]" : "]");
    } else if (place.node() instanceof ScalarNode scalar && !Tag.STR.equals(scalar.getTag())) {
      text(scalar.getValue());
    } else {
      text(quoted(place.scalar()));
    }
  }

  private void text(String text) {
    parts.add(new Text(text));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
