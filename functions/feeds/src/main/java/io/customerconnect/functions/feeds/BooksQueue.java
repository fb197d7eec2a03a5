package io.customerconnect.functions.feeds;

import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue of what is to be made ready for challenges. */
record BooksQueue(SqsClient sqs, String url) {

  void send(BooksMessage message) {
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(message.json().toText()));
  }
}
