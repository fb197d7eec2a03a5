package io.customerconnect.functions.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.SqsFunction;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.mail.MailEffect;
import io.customerconnect.mail.MailSender;
import io.customerconnect.table.Effects;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** From the queue of closed requests: tells their suppliers by mail how they ended (P29). */
public final class SendMailHandler implements RequestStreamHandler {
  private final SqsFunction function = new SqsFunction(this::tell);
  private final Telling telling;

  public SendMailHandler() {
    this(Platform.ofProcess());
  }

  public SendMailHandler(Platform platform) {
    Table table = Table.of(platform);
    telling =
        new Telling(
            new TicketStore(table),
            new Relationships(table),
            new MailDelivery(
                new Effects(table), MailSender.of(platform.environment()), platform.clock()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private void tell(String body) {
    Json.Obj message = Json.readObject(body);
    TicketNumber ticket = new TicketNumber(message.require("ticketNumber"));
    telling.tell(
        message.find("copy").isPresent()
            ? new MailEffect.Answered(ticket, Math.toIntExact(message.requireNumber("copy")))
            : new MailEffect.Answered(ticket));
  }
}
