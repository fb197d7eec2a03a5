package io.customerconnect.local.trigger;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.StackException;
import software.amazon.event.ruler.Ruler;

/** An event pattern of EventBridge and of Lambda's filters, matched by AWS's own rule engine. */
record EventPattern(String pattern) {

  boolean matches(Json event) {
    try {
      return Ruler.matchesRule(event.toText(), pattern);
    } catch (Exception e) {
      throw new StackException(
          "template.yaml: the event pattern " + pattern + " is not understood: " + e.getMessage(),
          e);
    }
  }
}
