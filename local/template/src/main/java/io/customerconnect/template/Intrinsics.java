package io.customerconnect.template;

import io.customerconnect.template.Value.Attribute;
import io.customerconnect.template.Value.Joined;
import io.customerconnect.template.Value.Ref;
import io.customerconnect.template.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Turns a place of the template into a {@link Value}. */
final class Intrinsics {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private Intrinsics() {}

  static Value value(Yaml place) {
    Optional<Intrinsic> intrinsic = Intrinsic.of(place);
    if (intrinsic.isEmpty()) {
      return new Text(place.scalar());
    }
    Yaml argument = intrinsic.get().argument();
    return switch (intrinsic.get().name()) {
      case "Ref" -> ref(argument.scalar(), argument);
      case "GetAtt" -> attribute(argument);
      case "Sub" -> sub(argument);
      case "Join" -> join(argument);
      case "Select" -> select(argument);
      case "If" -> place.decided().orElseThrow(() -> place.fault("is AWS::NoValue here")).value();
      default -> throw place.fault("!" + intrinsic.get().name() + " is not understood");
    };
  }

  private static Value ref(String name, Yaml place) {
    return place
        .scope()
        .parameter(name)
        .<Value>map(Text::new)
        .orElseGet(() -> new Ref(place.scope().resource(name, place)));
  }

  private static Value attribute(Yaml argument) {
    if (argument.node() instanceof SequenceNode) {
      List<Yaml> parts = argument.parts();
      return attribute(parts.getFirst().text() + "." + parts.getLast().text(), argument);
    }
    return attribute(argument.scalar(), argument);
  }

  private static Value attribute(String name, Yaml place) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      throw place.fault("!GetAtt needs Resource.Attribute, not '" + name + "'");
    }
    String id = place.scope().resource(name.substring(0, dot), place);
    return new Attribute(id, name.substring(dot + 1));
  }

  private static Value sub(Yaml argument) {
    if (argument.node() instanceof SequenceNode) {
      List<Yaml> parts = argument.parts();
      return sub(parts.getFirst().scalar(), parts.getLast().members(), argument);
    }
    return sub(argument.scalar(), Map.of(), argument);
  }

  private static Value sub(String pattern, Map<String, Yaml> variables, Yaml place) {
    List<Value> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(pattern);
    int from = 0;
    while (matcher.find()) {
      text.append(pattern, from, matcher.start());
      from = matcher.end();
      String name = matcher.group(2).strip();
      if (!matcher.group(1).isEmpty()) {
        text.append("${").append(name).append('}');
        continue;
      }
      Yaml own = variables.get(name);
      Value part =
          own != null
              ? own.value()
              : name.contains(".") ? attribute(name, place) : ref(name, place);
      if (part instanceof Text(String plain)) {
        text.append(plain);
      } else {
        parts.add(new Text(text.toString()));
        parts.add(part);
        text.setLength(0);
      }
    }
    text.append(pattern, from, pattern.length());
    parts.add(new Text(text.toString()));
    return joined("", parts);
  }

  private static Value join(Yaml argument) {
    List<Yaml> parts = argument.parts();
    if (parts.size() != 2) {
      throw argument.fault("!Join needs a delimiter and a list");
    }
    return joined(
        parts.getFirst().text(), parts.getLast().items().stream().map(Yaml::value).toList());
  }

  private static Value select(Yaml argument) {
    List<Yaml> parts = argument.parts();
    List<Yaml> choices = parts.getLast().items();
    int index = parts.getFirst().number();
    if (index < 0 || index >= choices.size()) {
      throw argument.fault("!Select " + index + " of " + choices.size());
    }
    return choices.get(index).value();
  }

  /** One text when every part is one, so that what is known needs no references. */
  static Value joined(String delimiter, List<Value> parts) {
    List<Value> kept =
        delimiter.isEmpty()
            ? parts.stream().filter(part -> !part.equals(new Text(""))).toList()
            : parts;
    if (kept.stream().allMatch(Text.class::isInstance)) {
      return new Text(
          String.join(delimiter, kept.stream().map(part -> ((Text) part).text()).toList()));
    }
    return kept.size() == 1 ? kept.getFirst() : new Joined(delimiter, kept);
  }
}
