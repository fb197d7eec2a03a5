package io.customerconnect.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A function behind the table's stream. All records of a batch are handled even when one fails; the
 * first that failed is named in the answer, and the stream starts over from there, so that a record
 * may be handled again.
 */
public final class StreamFunction implements Primed {
  private static final Json NO_RECORDS =
      Json.object().with("Records", List.<Json>of(), record -> record);

  private final Routine routine;

  public StreamFunction(Routine routine) {
    this.routine = routine;
    primeBeforeSnapshot();
  }

  /** What a function does with a change; it may see the same one again. */
  public interface Routine {
    /**
     * Handles one change.
     *
     * @param change the {@code dynamodb} part of the record, with its images
     * @throws RuntimeException when the record is to come again
     */
    void handle(Json.Obj change);
  }

  @Override
  public void prime() throws IOException {
    serve(
        new ByteArrayInputStream(NO_RECORDS.toBytes()),
        OutputStream.nullOutputStream(),
        new PrimingContext());
  }

  /** Handles the records of the event. */
  public void serve(InputStream event, OutputStream answer, Context context) throws IOException {
    Json parsed = Json.read(event);
    Optional<String> firstFailed = Optional.empty();
    if (parsed instanceof Json.Obj batch) {
      for (Json item : batch.items("Records")) {
        if (item instanceof Json.Obj record) {
          try {
            routine.handle(record.object("dynamodb"));
          } catch (RuntimeException e) {
            Log.error("stream record failed", e, context);
            firstFailed = firstFailed.or(() -> record.object("dynamodb").string("SequenceNumber"));
          }
        }
      }
    }
    answer.write(
        Json.object()
            .with(
                "batchItemFailures",
                firstFailed.stream().toList(),
                number -> Json.object().with("itemIdentifier", number))
            .toBytes());
  }
}
