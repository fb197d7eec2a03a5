package io.customerconnect.functions.buyer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Log;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Primed;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * By the clock, every hour: reminds customers that have not answered, and lets requests expire
 * (P28). What it does not get through, the next run does; an alarm tells of requests that fail.
 */
public final class RemindHandler implements RequestStreamHandler, Primed {
  private final Reminding reminding;
  private final Metrics metrics;

  public RemindHandler() {
    this(Platform.ofProcess());
  }

  public RemindHandler(Platform platform) {
    reminding = new Reminding(new Relationships(Table.of(platform)), platform.clock());
    metrics = new Metrics(platform.clock());
    primeBeforeSnapshot();
  }

  /** Nobody waits for this function, and its only entry reminds: the clients are enough. */
  @Override
  public void prime() {}

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Reminding.Result result = reminding.run();
    Log.info(
        "reminders",
        Map.of(
            "moved", Integer.toString(result.moved()),
            "failed", Integer.toString(result.failed())));
    metrics.count("RemindersFailed", "Function", "Remind", result.failed());
    answer.write(Json.object().with("moved", result.moved()).toBytes());
  }
}
