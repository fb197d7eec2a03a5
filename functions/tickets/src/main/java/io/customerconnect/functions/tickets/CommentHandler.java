package io.customerconnect.functions.tickets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Platform;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;

/**
 * {@code POST /tickets/{number}/comments}: the supplier adds a comment. With the same idempotency
 * key it is the same comment.
 */
public final class CommentHandler implements RequestStreamHandler {
  static final int MAX_LENGTH = 2000;

  private final HttpFunction function = new HttpFunction(this::comment);
  private final TicketStore tickets;
  private final InstantSource clock;

  public CommentHandler() {
    this(Platform.ofProcess());
  }

  public CommentHandler(Platform platform) {
    tickets = new TicketStore(Table.of(platform));
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse comment(HttpRequest request) {
    Caller caller = request.caller();
    Fields fields = request.fields();
    String text = fields.require("text", typed -> Text.lines("The comment", typed, MAX_LENGTH));
    fields.noOthers();
    HistoryEntry entry =
        new HistoryEntry(
            "comment-" + name(caller, request),
            TicketEvent.COMMENTED,
            clock.instant(),
            Actor.supplier(caller.user().value()),
            text);
    TicketNumber number = TicketsHandler.find(tickets, request).ticket().number();
    return HttpResponse.created(TicketJson.entry(tickets.add(number, entry).orElse(entry)));
  }

  private static UUID name(Caller caller, HttpRequest request) {
    return request
        .idempotencyKey()
        .map(key -> (caller.user() + "\n" + key).getBytes(StandardCharsets.UTF_8))
        .map(UUID::nameUUIDFromBytes)
        .orElseGet(UUID::randomUUID);
  }
}
