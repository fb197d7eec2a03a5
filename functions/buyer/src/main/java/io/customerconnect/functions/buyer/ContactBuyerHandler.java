package io.customerconnect.functions.buyer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.connection.ConnectionRules;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import io.customerconnect.lambda.SqsFunction;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.mail.MailSender;
import io.customerconnect.table.DecisionLinks;
import io.customerconnect.table.Effects;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import io.customerconnect.table.Usages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** From the queue of customers to be asked: writes to their contacts (P27, P28). */
public final class ContactBuyerHandler implements RequestStreamHandler {
  private final SqsFunction function = new SqsFunction(this::contact);
  private final Asking asking;

  public ContactBuyerHandler() {
    this(Platform.ofProcess());
  }

  public ContactBuyerHandler(Platform platform) {
    Table table = Table.of(platform);
    Relationships relationships = new Relationships(table, ConnectionRules.DEFAULT);
    asking =
        new Asking(
            relationships,
            new DecisionLinks(table, relationships),
            new MailDelivery(
                new Effects(table), MailSender.of(platform.environment()), platform.clock()),
            new Usages(table, UsageLimits.DEFAULT),
            platform.environment().require(Setting.PUBLIC_URL),
            platform.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private void contact(String body) {
    Json.Obj message = Json.readObject(body);
    asking.ask(
        new AccountId(message.require("accountId")),
        new LegalEntityId(message.require("legalEntityId")),
        new TicketNumber(message.require("ticketNumber")),
        Math.toIntExact(message.requireNumber("ask")));
  }
}
