package io.customerconnect.functions.buyer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.party.Language;
import io.customerconnect.functions.buyer.page.DecisionPage;
import io.customerconnect.functions.buyer.page.DecisionView;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Platform;
import io.customerconnect.table.DecisionLinks;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code GET} and {@code POST /decisions/{token}}: the page where a customer's contact confirms,
 * declines or passes on a request, without a login (P27). Only the POST changes anything.
 */
public final class DecisionPageHandler implements RequestStreamHandler {
  private final HttpFunction function = new HttpFunction(this::answer);
  private final Deciding deciding;

  public DecisionPageHandler() {
    this(Platform.ofProcess());
  }

  public DecisionPageHandler(Platform platform) {
    Table table = Table.of(platform);
    Relationships relationships = new Relationships(table);
    deciding =
        new Deciding(
            new DecisionLinks(table, relationships),
            relationships,
            new TicketStore(table),
            platform.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    String token = request.pathParameters().getOrDefault("token", "");
    Deciding.Shown shown =
        request.route().startsWith("POST ")
            ? deciding.decide(token, DecisionForm.of(request))
            : deciding.show(token);
    Language language = PageLanguage.of(request, shown.readerLanguage());
    DecisionView view = shown.view();
    return new HttpResponse(
        DecisionPage.status(view), DecisionPage.headers(), DecisionPage.render(view, language));
  }
}
