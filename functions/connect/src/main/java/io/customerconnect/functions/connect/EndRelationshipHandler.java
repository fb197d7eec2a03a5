package io.customerconnect.functions.connect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * {@code DELETE /relationships/{legalEntityId}}: the supplier ends a relationship, or takes its
 * request back (P39). Sent again, it finds it ended and says the same.
 */
public final class EndRelationshipHandler implements RequestStreamHandler {
  private final HttpFunction function = new HttpFunction(this::end);
  private final Relationships relationships;
  private final InstantSource clock;

  public EndRelationshipHandler() {
    this(Platform.ofProcess());
  }

  public EndRelationshipHandler(Platform platform) {
    relationships = new Relationships(Table.of(platform));
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse end(HttpRequest request) {
    Caller caller = request.caller();
    Relationships.Applied applied =
        relationships.apply(
            caller.account(),
            request.path("legalEntityId", LegalEntityId::new),
            new Command.End(Side.SUPPLIER),
            Actor.supplier(caller.user().value()),
            clock.instant());
    RelationshipState state = applied.relationship().relationship().state();
    if (applied.decision() instanceof Decision.Refused(Decision.Refusal why)
        && !(state instanceof RelationshipState.Ended)) {
      throw problem(why, state).asException();
    }
    return HttpResponse.noContent();
  }

  private static Problem problem(Decision.Refusal why, RelationshipState state) {
    if (why == Decision.Refusal.TEST_CONNECTION) {
      return Problem.of(
          ProblemType.CANNOT_END, "The connection with the test buyer stays, to rehearse with.");
    }
    return state instanceof RelationshipState.Unconnected
        ? Problem.of(ProblemType.NOT_FOUND, "You are not connected with this customer.")
        : Problem.of(
            ProblemType.CANNOT_END, "This request is over already: there is nothing to end.");
  }
}
