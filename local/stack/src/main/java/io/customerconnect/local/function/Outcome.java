package io.customerconnect.local.function;

import io.customerconnect.lambda.Json;

/** What an invocation comes to. */
public sealed interface Outcome {

  /** The function's answer. */
  record Answered(String answer) implements Outcome {
    /** The answer as JSON; an empty object where it is none. */
    public Json.Obj json() {
      try {
        return Json.readObject(answer);
      } catch (Json.MalformedJsonException _) {
        return Json.object();
      }
    }
  }

  /** It threw something, or took too long. */
  record Failed(String errorType, String errorMessage) implements Outcome {
    /** As Lambda tells of it. */
    public Json.Obj json() {
      return Json.object().with("errorMessage", errorMessage).with("errorType", errorType);
    }
  }
}
