package io.customerconnect.functions.connect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.lambda.RelationshipJson;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code GET /network/accounts/{accountId}/relationships/{legalEntityId}}: the sending side of the
 * network asks, before it delivers a document, whether the two are connected (P4). One read.
 */
public final class IsConnectedHandler implements RequestStreamHandler {
  /** The group of the network's own clients. */
  static final String GROUP = "network";

  private final HttpFunction function = new HttpFunction(this::answer);
  private final Relationships relationships;

  public IsConnectedHandler() {
    this(Platform.ofProcess());
  }

  public IsConnectedHandler(Platform platform) {
    relationships = new Relationships(Table.of(platform));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    request.caller(GROUP);
    RelationshipState state =
        relationships
            .find(
                request.path("accountId", AccountId::new),
                request.path("legalEntityId", LegalEntityId::new))
            .relationship()
            .state();
    if (state instanceof RelationshipState.Connected) {
      return HttpResponse.ok(RelationshipJson.full(state));
    }
    throw Problem.of(
            ProblemType.NOT_CONNECTED, "The supplier is not connected with this legal entity.")
        .asException();
  }
}
