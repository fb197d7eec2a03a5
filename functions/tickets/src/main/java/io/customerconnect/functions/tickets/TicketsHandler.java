package io.customerconnect.functions.tickets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.lambda.TicketJson;
import io.customerconnect.table.Books;
import io.customerconnect.table.Cursor;
import io.customerconnect.table.Page;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.TicketStore.TicketWithHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /tickets} and {@code GET /tickets/{number}}: the caller's tickets (P31). */
public final class TicketsHandler implements RequestStreamHandler {
  private static final int PAGE_SIZE = 50;
  private static final int HISTORY_PAGE_SIZE = 100;

  private final HttpFunction function = new HttpFunction(this::answer);
  private final TicketStore tickets;
  private final Books books;

  public TicketsHandler() {
    this(Platform.ofProcess());
  }

  public TicketsHandler(Platform platform) {
    Table table = Table.of(platform);
    tickets = new TicketStore(table);
    books = new Books(table);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    return request.pathParameters().containsKey("number") ? one(request) : list(request);
  }

  private HttpResponse list(HttpRequest request) {
    Page<Ticket> page =
        tickets.list(
            request.caller().account(), request.query("cursor", Cursor::ofTickets), PAGE_SIZE);
    Map<TicketNumber, Integer> usual = books.usual(page.items());
    return HttpResponse.ok(
        Json.object()
            .with(
                "tickets",
                page.items(),
                ticket ->
                    TicketJson.ticket(ticket, Optional.ofNullable(usual.get(ticket.number()))))
            .with("next", page.next().map(Cursor::text)));
  }

  private HttpResponse one(HttpRequest request) {
    Caller caller = request.caller();
    Optional<Cursor> from = request.query("cursor", Cursor::ofHistory);
    TicketWithHistory found =
        tickets
            .find(request.path("number", TicketNumber::parse))
            .filter(ticket -> ticket.ticket().account().equals(caller.account()))
            .orElseThrow(TicketsHandler::notFound);
    Page<HistoryEntry> page = found.page(from, HISTORY_PAGE_SIZE);
    Map<TicketNumber, Integer> usual = books.usual(List.of(found.ticket()));
    return HttpResponse.ok(
        TicketJson.ticket(found.ticket(), Optional.ofNullable(usual.get(found.ticket().number())))
            .with("history", page.items(), TicketJson::entry)
            .with("next", page.next().map(Cursor::text)));
  }

  /** The caller's ticket; one of another account is as if there were none. */
  static Ticket find(TicketStore tickets, HttpRequest request) {
    Caller caller = request.caller();
    return tickets
        .findTicket(request.path("number", TicketNumber::parse))
        .filter(ticket -> ticket.account().equals(caller.account()))
        .orElseThrow(TicketsHandler::notFound);
  }

  static Problem.ProblemException notFound() {
    return Problem.of(ProblemType.NOT_FOUND, "You have no ticket with this number.").asException();
  }
}
