package io.customerconnect.template;

import java.util.List;

/** Decides the template's conditions, from its parameters alone. */
final class Conditions {
  private Conditions() {}

  static boolean holds(Yaml definition) {
    Intrinsic call =
        Intrinsic.of(definition).orElseThrow(() -> definition.fault("is not a condition"));
    Yaml argument = call.argument();
    return switch (call.name()) {
      case "Condition" -> definition.scope().holds(argument.scalar(), argument);
      case "Equals" -> {
        List<Yaml> sides = argument.parts();
        yield sides.getFirst().text().equals(sides.getLast().text());
      }
      case "Not" -> !holds(argument.parts().getFirst());
      case "And" -> argument.parts().stream().allMatch(Conditions::holds);
      case "Or" -> argument.parts().stream().anyMatch(Conditions::holds);
      default -> throw argument.fault("!" + call.name() + " is not a condition");
    };
  }
}
