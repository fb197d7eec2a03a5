package io.customerconnect.functions.tickets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.lambda.TicketJson;
import io.customerconnect.table.Cursor;
import io.customerconnect.table.Page;
import io.customerconnect.table.ReadNotices;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * {@code GET /notices}: what is new for the caller, newest first, and what of it is unread (P32);
 * {@code POST /notices/read}: all up to one of them is read.
 */
public final class NoticesHandler implements RequestStreamHandler {
  private static final int PAGE_SIZE = 50;

  /** So many unread notices are counted at most. */
  private static final int MOST_COUNTED = 100;

  private final HttpFunction function = new HttpFunction(this::answer);
  private final TicketStore tickets;
  private final ReadNotices read;

  public NoticesHandler() {
    this(Platform.ofProcess());
  }

  public NoticesHandler(Platform platform) {
    Table table = Table.of(platform);
    tickets = new TicketStore(table);
    read = new ReadNotices(table);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    AccountId account = request.caller().account();
    return request.route().startsWith("POST ")
        ? markAsRead(account, request.fields())
        : list(account, request.query("cursor", Cursor::ofNotices));
  }

  private HttpResponse list(AccountId account, Optional<Cursor> from) {
    ReadNotices.Mark mark = read.find(account);
    Page<Notice> page = tickets.notices(account, from, PAGE_SIZE);
    return HttpResponse.ok(
        Json.object()
            .with("notices", page.items(), notice -> json(notice, mark))
            .with("unread", read.unread(account, mark, MOST_COUNTED))
            .with("next", page.next().map(Cursor::text)));
  }

  private static Json.Obj json(Notice notice, ReadNotices.Mark mark) {
    return TicketJson.notice(notice)
        .with("unread", Json.of(!mark.covers(notice)))
        .with("mark", Cursor.of(notice).text());
  }

  private HttpResponse markAsRead(AccountId account, Fields fields) {
    Cursor until = fields.require("until", Cursor::ofNotices);
    fields.noOthers();
    return switch (read.read(account, until)) {
      case READ -> HttpResponse.noContent();
      case NO_SUCH_NOTICE ->
          throw Problem.of(
                  ProblemType.INVALID_FIELD,
                  "You have no such notice. Please send the mark of one that you were shown.",
                  "until")
              .asException();
    };
  }
}
