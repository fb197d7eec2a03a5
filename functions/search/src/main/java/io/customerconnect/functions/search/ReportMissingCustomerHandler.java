package io.customerconnect.functions.search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.names.CompanyName;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.UsageProblems;
import io.customerconnect.table.Usages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.InstantSource;

/** {@code POST /missing-customers}: "I can't find my customer" opens a ticket (P11). */
public final class ReportMissingCustomerHandler implements RequestStreamHandler {
  private static final int MAX_CONTACT_LENGTH = 500;

  /** In characters: keys of the table are limited, and the beginning of a name tells enough. */
  private static final int MAX_KEY_LENGTH = 200;

  private final HttpFunction function = new HttpFunction(this::report);
  private final TicketStore tickets;
  private final Usages usages;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public ReportMissingCustomerHandler() {
    this(Platform.ofProcess());
  }

  public ReportMissingCustomerHandler(Platform platform) {
    Table table = Table.of(platform);
    tickets = new TicketStore(table);
    usages = new Usages(table, UsageLimits.DEFAULT);
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private static String beginning(String key) {
    return key.codePointCount(0, key.length()) > MAX_KEY_LENGTH
        ? key.substring(0, key.offsetByCodePoints(0, MAX_KEY_LENGTH))
        : key;
  }

  private HttpResponse report(HttpRequest request) {
    Caller caller = request.caller();
    Fields fields = request.fields();
    Ticket.Subject.MissingCustomer missing =
        new Ticket.Subject.MissingCustomer(
            fields.require(
                "name", typed -> Text.line("The name", typed, LegalEntity.MAX_NAME_LENGTH)),
            fields.require("country", CountryCode::new),
            fields.require(
                "contact", typed -> Text.lines("The contact", typed, MAX_CONTACT_LENGTH)));
    fields.noOthers();
    String key = CompanyName.of(missing.customerName()).comparisonKey();
    if (key.isBlank()) {
      throw Problem.of(ProblemType.INVALID_FIELD, "The name must hold letters or digits.", "name")
          .asException();
    }
    TicketNumber number =
        tickets
            .findMissing(caller.account(), missing.country(), beginning(key))
            .orElseGet(() -> report(caller, missing, beginning(key)));
    return HttpResponse.created(Json.object().with("ticketNumber", number.value()));
  }

  private TicketNumber report(
      Caller caller, Ticket.Subject.MissingCustomer missing, String nameKey) {
    UsageProblems.orProblem(
        usages.count(caller.account(), Usage.MISSING_CUSTOMERS, 1, clock.instant()),
        "Your company has reported very many missing customers today.");
    return tickets
        .reportMissing(
            caller.account(),
            missing,
            nameKey,
            TicketNumber.random(random),
            Actor.supplier(caller.user().value()),
            clock.instant())
        .orElseThrow(Caller::noAccount);
  }
}
