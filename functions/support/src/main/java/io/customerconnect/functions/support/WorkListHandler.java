package io.customerconnect.functions.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.ticket.Actor;
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
import io.customerconnect.table.Books;
import io.customerconnect.table.Cursor;
import io.customerconnect.table.Page;
import io.customerconnect.table.Table;
import io.customerconnect.table.WorkList;
import io.customerconnect.table.WorkList.Assignment;
import io.customerconnect.table.WorkList.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /support/tickets} and {@code GET /support/tickets/{number}}: tickets of all accounts,
 * the open ones or the closed ones, or one with all that bears on it (P33).
 */
public final class WorkListHandler implements RequestStreamHandler {
  private static final int PAGE_SIZE = 50;

  private final HttpFunction function = new HttpFunction(this::answer);
  private final WorkList work;
  private final Books books;
  private final Desk desk;

  public WorkListHandler() {
    this(Platform.ofProcess());
  }

  public WorkListHandler(Platform platform) {
    Table table = Table.of(platform);
    work = new WorkList(table);
    books = new Books(table);
    desk = new Desk(platform);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    Caller caller = request.caller(Desk.GROUP);
    return request.pathParameters().containsKey("number")
        ? HttpResponse.ok(CaseJson.of(desk.open(request)))
        : list(request, caller);
  }

  private HttpResponse list(HttpRequest request, Caller caller) {
    WorkList.Filter filter =
        new WorkList.Filter(
            wanted(request),
            request.query("legalEntityId", LegalEntityId::new),
            request
                .query("assignee", text -> assignment(text, caller))
                .orElseGet(Assignment.Any::new));
    Page<Ticket> page = work.page(filter, request.query("cursor", Cursor::ofWork), PAGE_SIZE);
    Map<TicketNumber, Integer> usual = books.usual(page.items());
    return HttpResponse.ok(
        Json.object()
            .with(
                "tickets",
                page.items(),
                ticket -> CaseJson.ofList(ticket, Optional.ofNullable(usual.get(ticket.number()))))
            .with("next", page.next().map(Cursor::text)));
  }

  private static Wanted wanted(HttpRequest request) {
    Wanted wanted =
        request
            .query("state", WorkListHandler::state)
            .orElseGet(() -> new Wanted.WaitingFor(Actor.Role.OPERATOR));
    Optional<Actor.Role> side = request.query("waitingFor", WorkListHandler::side);
    return switch (wanted) {
      case Wanted.WaitingFor _ -> side.<Wanted>map(Wanted.WaitingFor::new).orElse(wanted);
      case Wanted.Closed _ when side.isEmpty() -> wanted;
      case Wanted.Closed _ ->
          throw Problem.of(
                  ProblemType.INVALID_FIELD, "A closed ticket waits for nobody.", "waitingFor")
              .asException();
    };
  }

  private static Wanted state(String text) {
    return switch (text) {
      case "open" -> new Wanted.WaitingFor(Actor.Role.OPERATOR);
      case "closed" -> new Wanted.Closed();
      default -> throw new InvalidValueException("Tickets are open or closed.");
    };
  }

  private static Actor.Role side(String text) {
    return switch (text) {
      case "operator" -> Actor.Role.OPERATOR;
      case "buyer" -> Actor.Role.BUYER;
      case "supplier" -> Actor.Role.SUPPLIER;
      case "system" -> Actor.Role.SYSTEM;
      default ->
          throw new InvalidValueException("Tickets wait for operator, buyer, supplier or system.");
    };
  }

  private static Assignment assignment(String text, Caller caller) {
    return switch (text) {
      case "nobody" -> new Assignment.Nobody();
      case "me" -> new Assignment.To(caller.user());
      default -> new Assignment.To(new UserId(text));
    };
  }
}
