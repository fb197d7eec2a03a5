package io.customerconnect.functions.connect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import io.customerconnect.table.Usages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** {@code POST /connections}: connects the caller with one or many legal entities (P12). */
public final class ConnectHandler implements RequestStreamHandler {
  /** More boxes than this cannot be ticked at once. */
  static final int MAX_LEGAL_ENTITIES = UsageLimits.DEFAULT.requests();

  private final HttpFunction function = new HttpFunction(this::connect);
  private final Connecting connecting;

  public ConnectHandler() {
    this(Platform.ofProcess());
  }

  public ConnectHandler(Platform platform) {
    Table table = Table.of(platform);
    Relationships relationships = new Relationships(table);
    connecting =
        new Connecting(
            relationships,
            new Challenges(table, relationships),
            new Usages(table, UsageLimits.DEFAULT),
            platform.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse connect(HttpRequest request) {
    var caller = request.caller();
    Fields fields = request.fields();
    List<LegalEntityId> ids =
        fields.list("legalEntityIds", LegalEntityId::new).stream().distinct().toList();
    fields.noOthers();
    if (ids.isEmpty() || ids.size() > MAX_LEGAL_ENTITIES) {
      throw Problem.of(
              ProblemType.INVALID_FIELD,
              "Please name 1 to " + MAX_LEGAL_ENTITIES + " legal entities.",
              "legalEntityIds")
          .asException();
    }
    List<Connecting.Result> results = connecting.connect(caller, ids, request.idempotencyKey());
    return HttpResponse.ok(Json.object().with("results", results, ConnectHandler::json));
  }

  private static Json json(Connecting.Result result) {
    return Json.object()
        .with("legalEntityId", result.legalEntity().value())
        .with("name", result.name())
        .with("outcome", result.outcome().word())
        .with("ticketNumber", result.ticket().map(Object::toString))
        .with("challengeId", result.challenge().map(Object::toString));
  }
}
