package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FileVersion;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The queue of chunks to be loaded. */
record ChunkQueue(SqsClient sqs, String url) {
  private static final int MAX_BATCH = 10;

  /**
   * Sends chunks.
   *
   * @throws IllegalStateException when the queue did not take all of them
   */
  void send(String key, FileVersion version, List<Chunk> chunks) {
    for (int from = 0; from < chunks.size(); from += MAX_BATCH) {
      List<Chunk> some = chunks.subList(from, Math.min(from + MAX_BATCH, chunks.size()));
      SendMessageBatchResponse response =
          sqs.sendMessageBatch(
              batch ->
                  batch
                      .queueUrl(url)
                      .entries(
                          IntStream.range(0, some.size())
                              .mapToObj(i -> entry(i, key, version, some.get(i)))
                              .toList()));
      if (response.hasFailed() && !response.failed().isEmpty()) {
        throw new IllegalStateException("The queue did not take every chunk");
      }
    }
  }

  private static SendMessageBatchRequestEntry entry(
      int place, String key, FileVersion version, Chunk chunk) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(place))
        .messageBody(new Chunk.Message(key, version, chunk).json().toText())
        .build();
  }
}
