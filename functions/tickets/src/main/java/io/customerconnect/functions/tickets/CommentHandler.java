package io.customerconnect.functions.tickets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.lambda.TicketJson;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.UsageProblems;
import io.customerconnect.table.Usages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code POST /tickets/{number}/comments}: the supplier adds a comment; with the same idempotency
 * key it is the same comment. And {@code POST /tickets/{number}/not-us}: it says that it knows
 * nothing of another account's proof of its vendor number, for support to decide by (P19).
 */
public final class CommentHandler implements RequestStreamHandler {
  private static final UsageLimits LIMITS = UsageLimits.DEFAULT;

  private final HttpFunction function = new HttpFunction(this::answer);
  private final TicketStore tickets;
  private final Usages usages;
  private final InstantSource clock;

  public CommentHandler() {
    this(Platform.ofProcess());
  }

  public CommentHandler(Platform platform) {
    Table table = Table.of(platform);
    tickets = new TicketStore(table);
    usages = new Usages(table, LIMITS);
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    return request.route().endsWith("/not-us") ? disown(request) : comment(request);
  }

  private HttpResponse disown(HttpRequest request) {
    Actor supplier = Actor.supplier(request.caller().user().value());
    request.fields().noOthers();
    Ticket ticket = TicketsHandler.find(tickets, request);
    if (!(ticket.subject() instanceof Ticket.Subject.VendorNumberClaim
        && ticket.status() instanceof TicketStatus.Open)) {
      throw Problem.of(
              ProblemType.CANNOT_SETTLE,
              "Only an open ticket about a vendor number of yours takes this.")
          .asException();
    }
    return HttpResponse.created(
        TicketJson.entry(
            tickets.add(
                ticket,
                new HistoryEntry(
                    "not-us", TicketEvent.CLAIM_DISOWNED, clock.instant(), supplier, ""))));
  }

  private HttpResponse comment(HttpRequest request) {
    Caller caller = request.caller();
    Fields fields = request.fields();
    String text =
        fields.require(
            "text", typed -> Text.lines("The comment", typed, HistoryEntry.MAX_DETAIL_LENGTH));
    fields.noOthers();
    TicketNumber number = TicketsHandler.find(tickets, request).number();
    HistoryEntry comment =
        new HistoryEntry(
            "comment-" + request.nameOfNew(),
            TicketEvent.COMMENTED,
            clock.instant(),
            Actor.supplier(caller.user().value()),
            text);
    Optional<HistoryEntry> first =
        request.idempotencyKey().flatMap(_ -> tickets.findEntry(number, comment.id()));
    HistoryEntry stands = first.isPresent() ? first.get() : add(caller, number, comment);
    return HttpResponse.created(TicketJson.entry(stands));
  }

  private HistoryEntry add(Caller caller, TicketNumber number, HistoryEntry comment) {
    UsageProblems.orProblem(
        usages.count(caller.account(), Usage.COMMENTS, 1, comment.at()),
        "Your company has written very many comments today.");
    return switch (tickets.comment(caller.account(), number, comment, LIMITS.commentsPerTicket())) {
      case TicketStore.Commented.Stands(HistoryEntry stands) -> stands;
      case TicketStore.Commented.NoSuchAccount _ -> throw Caller.noAccount();
      case TicketStore.Commented.NoSuchTicket _ -> throw TicketsHandler.notFound();
      case TicketStore.Commented.TicketFull _ ->
          throw Problem.of(
                  ProblemType.TICKET_FULL,
                  "A ticket takes "
                      + LIMITS.commentsPerTicket()
                      + " comments. Please turn to our support and quote its number.")
              .asException();
    };
  }
}
