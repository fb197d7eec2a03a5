package io.customerconnect.functions.status;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.RetentionRules;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import io.customerconnect.lambda.SqsFunction;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.Loads;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.services.sqs.SqsClient;

/** From the queue of loads: loads, or removes, what a supplier sees of its invoices (P36). */
public final class LoadStatusHandler implements RequestStreamHandler {
  private final SqsFunction function = new SqsFunction(this::handle);
  private final Loading loading;
  private final Planning planning;

  public LoadStatusHandler() {
    this(Platform.ofProcess());
  }

  public LoadStatusHandler(Platform platform) {
    this(platform, Table.of(platform));
  }

  /** A handler that reaches the table in a way of its own. */
  public LoadStatusHandler(Platform platform, Table table) {
    LoadQueue queue =
        new LoadQueue(
            Aws.client(SqsClient.builder(), platform.environment()),
            platform.environment().require(Setting.LOAD_QUEUE_URL));
    loading =
        new Loading(
            table,
            RetentionRules.DEFAULT,
            LoadRules.DEFAULT,
            queue,
            new Metrics(platform.clock()),
            platform.clock());
    planning =
        new Planning(
            new Loads(table, LoadRules.DEFAULT),
            new Deliveries(table),
            LoadRules.DEFAULT,
            queue,
            platform.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private void handle(String body) {
    switch (LoadMessage.parse(Json.readObject(body))) {
      case LoadMessage.Settle settle -> loading.settle(settle);
      case LoadMessage.LookThrough buyer -> planning.lookThrough(buyer);
    }
  }
}
