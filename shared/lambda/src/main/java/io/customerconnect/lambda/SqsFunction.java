package io.customerconnect.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A function behind a queue: every message on its own, and those that failed are named in the
 * answer, so that only they come again (partial batch response).
 */
public final class SqsFunction implements Primed {
  private static final Json NO_MESSAGES =
      Json.object().with("Records", List.<Json>of(), message -> message);

  private final Routine routine;

  public SqsFunction(Routine routine) {
    this.routine = routine;
    primeBeforeSnapshot();
  }

  /** What a function does with a message; it may see the same one again, late, and out of order. */
  public interface Routine {
    /**
     * Handles one message.
     *
     * @param body the message's body
     * @throws RuntimeException when the message is to come again
     */
    void handle(String body);
  }

  @Override
  public void prime() throws IOException {
    serve(
        new ByteArrayInputStream(NO_MESSAGES.toBytes()),
        OutputStream.nullOutputStream(),
        new PrimingContext());
  }

  /** Handles the messages of the event. */
  public void serve(InputStream event, OutputStream answer, Context context) throws IOException {
    Json parsed = Json.read(event);
    List<String> failed = new ArrayList<>();
    if (parsed instanceof Json.Obj batch) {
      for (Json item : batch.items("Records")) {
        if (item instanceof Json.Obj message) {
          try {
            routine.handle(message.require("body"));
          } catch (RuntimeException e) {
            Log.error("message failed", e, context);
            failed.add(message.require("messageId"));
          }
        }
      }
    }
    answer.write(
        Json.object()
            .with("batchItemFailures", failed, id -> Json.object().with("itemIdentifier", id))
            .toBytes());
  }
}
