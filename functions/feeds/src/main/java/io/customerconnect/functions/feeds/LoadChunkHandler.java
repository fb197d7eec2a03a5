package io.customerconnect.functions.feeds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import io.customerconnect.lambda.SqsFunction;
import io.customerconnect.table.FeedFiles;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** From the queue of chunks: loads the rows of one (P37, P40). */
public final class LoadChunkHandler implements RequestStreamHandler {
  private final SqsFunction function = new SqsFunction(this::load);
  private final ChunkLoading loading;

  public LoadChunkHandler() {
    this(Platform.ofProcess());
  }

  public LoadChunkHandler(Platform platform) {
    Table table = Table.of(platform);
    Feeds feeds = Feeds.of(table);
    FeedFiles files = new FeedFiles(table);
    Bucket bucket =
        new Bucket(
            Aws.client(S3Client.builder(), platform.environment()),
            platform.environment().require(Setting.FILES_BUCKET));
    loading =
        new ChunkLoading(
            feeds,
            files,
            bucket,
            new Reporting(
                feeds,
                files,
                bucket,
                new BooksQueue(
                    Aws.client(SqsClient.builder(), platform.environment()),
                    platform.environment().require(Setting.BOOKS_QUEUE_URL)),
                new Metrics(platform.clock()),
                platform.clock()),
            platform.clock());
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
