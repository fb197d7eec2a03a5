package io.customerconnect.functions.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.Decision.Refusal;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * {@code POST /support/tickets/{number}/connect}, {@code /reject} and {@code /ask-again}: support
 * settles a request by hand, or has the customer asked once more (P33). Sent again, it says how
 * things stand.
 */
public final class SettleHandler implements RequestStreamHandler {
  static final int MAX_REASON = 1000;

  private final HttpFunction function = new HttpFunction(this::settle);
  private final Desk desk;
  private final InstantSource clock;

  public SettleHandler() {
    this(Platform.ofProcess());
  }

  public SettleHandler(Platform platform) {
    desk = new Desk(platform);
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse settle(HttpRequest request) {
    var actor = Desk.actor(request.caller(Desk.GROUP));
    Desk.Case open = desk.open(request);
    Desk.About about = Desk.connection(open);
    Command command = command(request, open.ticket().number(), about);
    Decision decision =
        desk.relationships()
            .apply(open.ticket().account(), about.legalEntity(), command, actor, clock.instant())
            .decision();
    if (decision instanceof Decision.Refused(Refusal why)) {
      throw Problem.of(ProblemType.CANNOT_SETTLE, words(why)).asException();
    }
    return HttpResponse.ok(CaseJson.of(desk.open(request)));
  }

  private static Command command(HttpRequest request, TicketNumber ticket, Desk.About about) {
    Fields fields = request.fields();
    int contacts = about.customer().map(customer -> customer.contacts().size()).orElse(0);
    Command command =
        switch (Desk.action(request)) {
          case "connect" ->
              new Command.Approve(
                  ticket, fields.find("vendorNumber", VendorNumber::new), reason(fields));
          case "reject" -> new Command.Reject(ticket, reason(fields));
          case "ask-again" ->
              new Command.AskAgain(
                  ticket, fields.requireInteger("ask", 1, Integer.MAX_VALUE), contacts);
          default -> throw new IllegalStateException("No such route: " + request.route());
        };
    fields.noOthers();
    return command;
  }

  /** What is said for the record, and for the supplier to read. */
  static String reason(Fields fields) {
    return fields.require("reason", text -> Text.lines("The reason", text, MAX_REASON));
  }

  private static String words(Refusal why) {
    return switch (why) {
      case ALREADY_CONFIRMED -> "The two are connected already. To end that, one of them ends it.";
      case ALREADY_DECLINED -> "The request was declined. The supplier can ask again.";
      case REQUEST_EXPIRED -> "The request has expired. The supplier can ask again.";
      case REQUEST_ENDED -> "The request was withdrawn, or the relationship has ended.";
      case ANOTHER_REQUEST -> "Another request has followed this one: look at its ticket.";
      case SUSPENDED -> "The connection is suspended: connect or reject it.";
      case VENDOR_NUMBER_TAKEN -> "It was decided that the supplier does not get this number.";
      case NO_CONTACT -> "The customer has no contact who could be asked: set one first.";
      case NOT_ACCEPTING,
          TOO_MANY_REQUESTS,
          FORWARDED_TOO_OFTEN,
          NOTHING_TO_END,
          TEST_CONNECTION,
          ANOTHER_CHALLENGE,
          NOT_CONNECTED ->
          throw new IllegalStateException("Settling is never refused as " + why);
    };
  }
}
