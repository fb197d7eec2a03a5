package io.customerconnect.functions.buyer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
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
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.DecisionLinks;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Effects;
import io.customerconnect.table.ObjectionLinks;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import io.customerconnect.table.Usages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * From the queue of customers to be asked or told: writes to their contacts, and to suppliers that
 * it concerns (P27, P28, P30).
 */
public final class ContactBuyerHandler implements RequestStreamHandler {
  private final SqsFunction function = new SqsFunction(this::contact);
  private final Asking asking;
  private final WarningSender warnings;

  public ContactBuyerHandler() {
    this(Platform.ofProcess());
  }

  public ContactBuyerHandler(Platform platform) {
    Table table = Table.of(platform);
    Relationships relationships = new Relationships(table);
    MailDelivery delivery =
        new MailDelivery(
            new Effects(table), MailSender.of(platform.environment()), platform.clock());
    String publicUrl = platform.environment().require(Setting.PUBLIC_URL);
    asking =
        new Asking(
            relationships,
            new DecisionLinks(table, relationships),
            delivery,
            new Usages(table, UsageLimits.DEFAULT),
            publicUrl,
            platform.clock());
    warnings =
        new WarningSender(
            relationships,
            new Challenges(table, relationships),
            new DirectoryStore(table),
            new Accounts(table),
            new ObjectionLinks(table, relationships),
            delivery,
            publicUrl,
            platform.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private void contact(String body) {
    Json.Obj message = Json.readObject(body);
    Warning.parse(message).ifPresentOrElse(warnings::send, () -> ask(message));
  }

  private void ask(Json.Obj message) {
    asking.ask(
        new AccountId(message.require("accountId")),
        new LegalEntityId(message.require("legalEntityId")),
        new TicketNumber(message.require("ticketNumber")),
        Math.toIntExact(message.requireNumber("ask")));
  }
}
