package io.customerconnect.local.trigger;

import io.customerconnect.lambda.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads partial batch responses as Lambda does. */
final class BatchAnswers {
  private BatchAnswers() {}

  /**
   * The ids that an answer names as failed; all, where it names one that is not there: a function
   * that does not know what it was given has handled nothing.
   */
  static Set<String> failures(Json.Obj answer, Set<String> all) {
    Set<String> failed = new HashSet<>();
    List<Json> items = answer.items("batchItemFailures");
    for (Json item : items) {
      String id = item instanceof Json.Obj named ? named.string("itemIdentifier").orElse("") : "";
      if (!all.contains(id)) {
        return all;
      }
      failed.add(id);
    }
    return failed;
  }
}
