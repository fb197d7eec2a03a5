package io.customerconnect.functions.feeds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import io.customerconnect.lambda.SqsFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.services.sqs.SqsClient;

/** From the queue of the bucket's news: cuts a file that has arrived into chunks (P40). */
public final class SplitFileHandler implements RequestStreamHandler {
  private final SqsFunction function = new SqsFunction(this::split);
  private final Splitting splitting;

  public SplitFileHandler() {
    this(Platform.ofProcess());
  }

  public SplitFileHandler(Platform platform) {
    SqsClient sqs = Aws.client(SqsClient.builder(), platform.environment());
    splitting =
        new Splitting(
            Intake.of(platform, sqs),
            new ChunkQueue(sqs, platform.environment().require(Setting.CHUNK_QUEUE_URL)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private void split(String body) {
    Delivery.parse(Json.readObject(body)).forEach(splitting::split);
  }
}
