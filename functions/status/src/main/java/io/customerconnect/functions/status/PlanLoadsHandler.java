package io.customerconnect.functions.status;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Log;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Primed;
import io.customerconnect.lambda.Setting;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.Loads;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** By the clock, every minute: has loaded what is due (P36). */
public final class PlanLoadsHandler implements RequestStreamHandler, Primed {
  private final Planning planning;
  private final Metrics metrics;

  public PlanLoadsHandler() {
    this(Platform.ofProcess());
  }

  public PlanLoadsHandler(Platform platform) {
    Table table = Table.of(platform);
    planning =
        new Planning(
            new Loads(table, LoadRules.DEFAULT),
            new Deliveries(table),
            LoadRules.DEFAULT,
            new LoadQueue(
                Aws.client(SqsClient.builder(), platform.environment()),
                platform.environment().require(Setting.LOAD_QUEUE_URL)),
            platform.clock());
    metrics = new Metrics(platform.clock());
    primeBeforeSnapshot();
  }

  /** Nobody waits for this function, and its only entry starts loads: the clients are enough. */
  @Override
  public void prime() {}

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Planning.Result result = planning.run();
    Log.info(
        "loads planned",
        Map.of(
            "loads", Integer.toString(result.loads()),
            "buyers", Integer.toString(result.buyers()),
            "overdue", Integer.toString(result.overdue())));
    metrics.count("FirstLoadsOverdue", "Function", "PlanLoads", result.overdue());
    answer.write(Json.object().with("loads", result.loads()).toBytes());
  }
}
