package io.customerconnect.local;

import io.customerconnect.lambda.Json;
import java.util.List;

/** The page at {@code /local/}: what runs, and where to click. */
final class OverviewPage {
  private OverviewPage() {}

  static String render(Stack stack, List<String> routes, Json.Obj queues) {
    return stack.address() + String.join("\n", routes) + queues.toText();
  }
}
