package io.customerconnect.functions.feeds;

import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue of what is to be made ready for challenges. */
record BooksQueue(SqsClient sqs, String url) {

  void send(BooksMessage message) {
    send(message, Duration.ZERO);
  }

  /** Sends what is to be done after a while, at most 15 minutes. */
  void send(BooksMessage message, Duration delay) {
    sqs.sendMessage(
        send ->
            send.queueUrl(url)
                .messageBody(message.json().toText())
                .delaySeconds(Math.toIntExact(delay.toSeconds())));
  }
}
