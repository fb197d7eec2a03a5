package io.customerconnect.functions.buyer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.party.Language;
import io.customerconnect.functions.buyer.page.DecisionPage;
import io.customerconnect.functions.buyer.page.Field;
import io.customerconnect.functions.buyer.page.ObjectionPage;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.table.ObjectionLinks;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code GET} and {@code POST /objections/{token}}: the page where somebody who was told of a
 * connection says that it is not right, without a login (P30). Only the POST changes anything.
 */
public final class ObjectionPageHandler implements RequestStreamHandler {
  private final HttpFunction function = new HttpFunction(this::answer);
  private final Objecting objecting;

  public ObjectionPageHandler() {
    this(Platform.ofProcess());
  }

  public ObjectionPageHandler(Platform platform) {
    Table table = Table.of(platform);
    Relationships relationships = new Relationships(table);
    objecting =
        new Objecting(new ObjectionLinks(table, relationships), relationships, platform.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    String token = request.pathParameters().getOrDefault("token", "");
    Objecting.Shown shown =
        request.route().startsWith("POST ")
            ? objecting.object(pressed(token, request))
            : objecting.show(token);
    Language language = PageLanguage.of(request, shown.readerLanguage());
    return new HttpResponse(
        ObjectionPage.status(shown.view()),
        DecisionPage.headers(),
        ObjectionPage.render(shown.view(), language));
  }

  /** The token, where the page's own button has sent the form. */
  private static String pressed(String token, HttpRequest request) {
    String field = Field.DECISION.formName();
    if (!ObjectionPage.OBJECT.equals(DecisionForm.fields(request).get(field))) {
      throw Problem.of(ProblemType.INVALID_FIELD, "Please use the button on the page.", field)
          .asException();
    }
    return token;
  }
}
