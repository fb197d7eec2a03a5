package io.customerconnect.functions.relay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.connection.Consequence;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import io.customerconnect.lambda.SettleStatus;
import io.customerconnect.lambda.StreamFunction;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.StreamImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * From the table's stream to the queues: every change of a relationship, or of what challenges
 * about a vendor number share, that something has to follow from becomes a message. Since it starts
 * from what has been written, nothing can be lost in between; since a record may come again,
 * whoever takes the message decides from the table.
 */
public final class RelayHandler implements RequestStreamHandler {
  private final StreamFunction function = new StreamFunction(this::relay);
  private final SqsClient sqs;
  private final String contactQueue;
  private final String mailQueue;
  private final String loadQueue;

  public RelayHandler() {
    this(Platform.ofProcess());
  }

  public RelayHandler(Platform platform) {
    sqs = Aws.client(SqsClient.builder(), platform.environment());
    contactQueue = platform.environment().require(Setting.CONTACT_QUEUE_URL);
    mailQueue = platform.environment().require(Setting.MAIL_QUEUE_URL);
    loadQueue = platform.environment().require(Setting.LOAD_QUEUE_URL);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private void relay(Json.Obj change) {
    if (StreamImage.isOfVendor(change)) {
      alarm(change);
    } else {
      follow(change);
    }
  }

  private void alarm(Json.Obj change) {
    if (StreamImage.alarm(change, "OldImage").isEmpty()) {
      StreamImage.alarm(change, "NewImage")
          .ifPresent(
              alarm ->
                  send(
                      contactQueue,
                      Json.object()
                          .with("tell", "attempts")
                          .with("legalEntityId", alarm.legalEntity().value())
                          .with("vendorNumber", alarm.vendorNumber().value())));
    }
  }

  private void follow(Json.Obj change) {
    Optional<StoredRelationship> after = StreamImage.relationship(change, "NewImage");
    Optional<StoredRelationship> before = StreamImage.relationship(change, "OldImage");
    after.stream()
        .flatMap(
            now ->
                Consequence.of(before.map(StoredRelationship::relationship), now.relationship())
                    .stream())
        .forEach(this::send);
  }

  private void send(Consequence consequence) {
    switch (consequence) {
      case Consequence.AskBuyer ask ->
          send(
              contactQueue,
              Json.object()
                  .with("accountId", ask.account().value())
                  .with("legalEntityId", ask.legalEntity().value())
                  .with("ticketNumber", ask.ticket().value())
                  .with("ask", ask.ask()));
      case Consequence.TellSupplier tell ->
          send(mailQueue, Json.object().with("ticketNumber", tell.ticket().value()));
      case Consequence.TellOfProof proof ->
          send(
              contactQueue,
              Json.object()
                  .with("tell", "proof")
                  .with("accountId", proof.account().value())
                  .with("legalEntityId", proof.legalEntity().value())
                  .with("vendorNumber", proof.vendorNumber().value()));
      case Consequence.TellOfNumber told ->
          send(
              contactQueue,
              Json.object()
                  .with("tell", "number")
                  .with("accountId", told.account().value())
                  .with("legalEntityId", told.legalEntity().value())
                  .with("vendorNumber", told.vendorNumber().value()));
      case Consequence.Review review ->
          send(
              contactQueue,
              Json.object()
                  .with("tell", "review")
                  .with("accountId", review.account().value())
                  .with("legalEntityId", review.legalEntity().value())
                  .with("ticketNumber", review.ticket().value()));
      case Consequence.SettleStatus settle ->
          send(
              loadQueue,
              new SettleStatus(settle.account(), settle.legalEntity(), settle.vendorNumber())
                  .json());
    }
  }

  private void send(String queue, Json message) {
    sqs.sendMessage(
        SendMessageRequest.builder().queueUrl(queue).messageBody(message.toText()).build());
  }
}
