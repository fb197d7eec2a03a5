package io.customerconnect.functions.feeds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.SqsFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.services.sqs.SqsClient;

/** From the queue of chunks: loads the rows of one (P37, P40). */
public final class LoadChunkHandler implements RequestStreamHandler {
  private final SqsFunction function = new SqsFunction(this::load);
  private final ChunkLoading loading;

  public LoadChunkHandler() {
    this(Platform.ofProcess());
  }

  public LoadChunkHandler(Platform platform) {
    loading =
        new ChunkLoading(
            Intake.of(platform, Aws.client(SqsClient.builder(), platform.environment())));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private void load(String body) {
    loading.load(Chunk.Message.parse(Json.readObject(body)));
  }
}
