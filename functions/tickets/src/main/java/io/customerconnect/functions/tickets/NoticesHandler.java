package io.customerconnect.functions.tickets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.TicketJson;
import io.customerconnect.table.Cursor;
import io.customerconnect.table.Page;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET /notices}: what is new for the caller, newest first (P32). */
public final class NoticesHandler implements RequestStreamHandler {
  private static final int PAGE_SIZE = 50;

  private final HttpFunction function = new HttpFunction(this::list);
  private final TicketStore tickets;

  public NoticesHandler() {
    this(Platform.ofProcess());
  }

  public NoticesHandler(Platform platform) {
    tickets = new TicketStore(Table.of(platform));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse list(HttpRequest request) {
    Page<Notice> page =
        tickets.notices(
            request.caller().account(), request.query("cursor", Cursor::ofNotices), PAGE_SIZE);
    return HttpResponse.ok(
        Json.object()
            .with("notices", page.items(), TicketJson::notice)
            .with("next", page.next().map(Cursor::text)));
  }
}
