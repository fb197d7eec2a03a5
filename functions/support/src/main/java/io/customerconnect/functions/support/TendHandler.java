package io.customerconnect.functions.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.lambda.Setting;
import io.customerconnect.table.ConflictException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * {@code POST /support/tickets/{number}/assign}, {@code /comments}, {@code /close}, {@code
 * /unlock-challenge} and {@code /resend-mail}: what support does about a ticket that does not
 * decide it (P33). Each is on the ticket's history, once for an idempotency key.
 */
public final class TendHandler implements RequestStreamHandler {
  private final HttpFunction function = new HttpFunction(this::tend);
  private final Desk desk;
  private final SqsClient sqs;
  private final String mailQueue;
  private final InstantSource clock;

  public TendHandler() {
    this(Platform.ofProcess());
  }

  public TendHandler(Platform platform) {
    desk = new Desk(platform);
    sqs = Aws.client(SqsClient.builder(), platform.environment());
    mailQueue = platform.environment().require(Setting.MAIL_QUEUE_URL);
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse tend(HttpRequest request) {
    request.caller(Desk.GROUP);
    Desk.Case open = desk.open(request);
    switch (Desk.action(request)) {
      case "assign" -> assign(request, open.ticket());
      case "comments" -> comment(request, open.ticket());
      case "close" -> close(request, open.ticket());
      case "unlock-challenge" -> unlock(request, open);
      case "resend-mail" -> resend(request, open);
      default -> throw new IllegalStateException("No such route: " + request.route());
    }
    return HttpResponse.ok(CaseJson.of(desk.open(request)));
  }

  private void assign(HttpRequest request, Ticket ticket) {
    Fields fields = request.fields();
    Optional<UserId> assignee = fields.find("assignee", UserId::new);
    fields.noOthers();
    desk.tickets()
        .assign(
            ticket,
            assignee,
            entry(request, TicketEvent.ASSIGNED, assignee.map(UserId::value).orElse("")));
  }

  private void comment(HttpRequest request, Ticket ticket) {
    Fields fields = request.fields();
    String text =
        fields.require(
            "text", typed -> Text.lines("The comment", typed, HistoryEntry.MAX_DETAIL_LENGTH));
    fields.noOthers();
    desk.tickets().add(ticket, entry(request, TicketEvent.SUPPORT_COMMENTED, text));
  }

  private void close(HttpRequest request, Ticket ticket) {
    Fields fields = request.fields();
    Missing outcome = fields.require("outcome", Missing::ofWord);
    String reason = SettleHandler.reason(fields);
    fields.noOthers();
    if (!(ticket.subject() instanceof Ticket.Subject.MissingCustomer)) {
      throw refused("Only a ticket about a customer that could not be found is closed like this.");
    }
    if (isClosed(ticket, outcome)) {
      return;
    }
    try {
      desk.tickets().closeMissing(ticket, outcome.outcome, entry(request, outcome.event, reason));
    } catch (ConflictException e) {
      if (!isClosed(desk.open(request).ticket(), outcome)) {
        throw e;
      }
    }
  }

  /**
   * Whether a ticket is closed already, with the same outcome.
   *
   * @throws Problem.ProblemException when it is closed with another one
   */
  private static boolean isClosed(Ticket ticket, Missing outcome) {
    if (ticket.status() instanceof TicketStatus.Closed closed
        && closed.outcome() != outcome.outcome) {
      throw refused("The ticket is closed already.");
    }
    return ticket.status() instanceof TicketStatus.Closed;
  }

  private void unlock(HttpRequest request, Desk.Case open) {
    Fields fields = request.fields();
    String reason = SettleHandler.reason(fields);
    Optional<VendorNumber> burnt = fields.find("vendorNumber", VendorNumber::new);
    fields.noOthers();
    Desk.About about = Desk.connection(open);
    LegalEntityId challenger = about.challenge().legalEntity();
    VendorScope scope =
        about
            .challenger()
            .map(LegalEntity::vendorScope)
            .orElseGet(() -> VendorScope.of(challenger));
    burnt
        .filter(number -> desk.challenges().vendor(scope, number).version() == 0)
        .ifPresent(
            _ -> {
              throw refused("Nobody has ever proved, or failed to prove, this vendor number.");
            });
    desk.challenges()
        .unlock(
            open.ticket(),
            challenger,
            scope,
            burnt,
            entry(request, TicketEvent.CHALLENGE_UNLOCKED, reason))
        .ifPresent(
            why -> {
              throw refused(
                  switch (why) {
                    case NO_SUCH_CHALLENGE -> "The supplier was never asked for its invoices.";
                    case PASSED -> "The supplier has passed the challenge.";
                    case OUT_OF_ORDER, LOCKED, USED_UP, EXPIRED ->
                        throw new IllegalStateException("Unlocking is never refused as " + why);
                  });
            });
  }

  /**
   * The message goes first: if what follows fails, the operator sees that, and does it again with
   * the same number of copy, which is sent once.
   */
  private void resend(HttpRequest request, Desk.Case open) {
    request.fields().noOthers();
    if (!(open.ticket().status() instanceof TicketStatus.Closed)) {
      throw refused("The ticket is open: there is no answer to tell the supplier yet.");
    }
    HistoryEntry resent = entry(request, TicketEvent.MAIL_RESENT, "");
    if (open.found().history().stream().anyMatch(entry -> entry.id().equals(resent.id()))) {
      return;
    }
    long copy =
        2
            + open.found().history().stream()
                .filter(entry -> entry.event() == TicketEvent.MAIL_RESENT)
                .count();
    Json message =
        Json.object().with("ticketNumber", open.ticket().number().value()).with("copy", copy);
    sqs.sendMessage(send -> send.queueUrl(mailQueue).messageBody(message.toText()));
    desk.tickets().add(open.ticket(), resent);
  }

  private HistoryEntry entry(HttpRequest request, TicketEvent event, String detail) {
    return Desk.entry(request, event, clock.instant(), detail);
  }

  private static Problem.ProblemException refused(String why) {
    return Problem.of(ProblemType.CANNOT_SETTLE, why).asException();
  }
}
