package io.customerconnect.functions.status;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The queue of loads. */
record LoadQueue(SqsClient sqs, String url) {
  private static final int MAX_BATCH = 10;

  /**
   * Sends messages, in their order as far as the queue keeps one.
   *
   * @throws IllegalStateException when the queue did not take all of them
   */
  void send(List<? extends LoadMessage> messages) {
    for (int from = 0; from < messages.size(); from += MAX_BATCH) {
      List<? extends LoadMessage> some =
          messages.subList(from, Math.min(from + MAX_BATCH, messages.size()));
      SendMessageBatchResponse response =
          sqs.sendMessageBatch(
              batch ->
                  batch
                      .queueUrl(url)
                      .entries(
                          IntStream.range(0, some.size())
                              .mapToObj(
                                  place ->
                                      SendMessageBatchRequestEntry.builder()
                                          .id(Integer.toString(place))
                                          .messageBody(some.get(place).json().toText())
                                          .build())
                              .toList()));
      if (response.hasFailed() && !response.failed().isEmpty()) {
        throw new IllegalStateException("The queue did not take every message");
      }
    }
  }
}
