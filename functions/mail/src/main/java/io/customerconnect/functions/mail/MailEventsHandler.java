package io.customerconnect.functions.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.SqsFunction;
import io.customerconnect.table.Effects;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** From the queue of SES's events: notes what became of our mails (P28). */
public final class MailEventsHandler implements RequestStreamHandler {
  private final SqsFunction function = new SqsFunction(this::note);
  private final Noting noting;

  public MailEventsHandler() {
    this(Platform.ofProcess());
  }

  public MailEventsHandler(Platform platform) {
    Table table = Table.of(platform);
    noting =
        new Noting(
            new Effects(table), new TicketStore(table), new Relationships(table), platform.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private void note(String body) {
    SesEvent.parse(Json.readObject(body)).ifPresent(noting::note);
  }
}
