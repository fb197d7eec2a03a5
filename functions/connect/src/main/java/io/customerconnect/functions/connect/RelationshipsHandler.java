package io.customerconnect.functions.connect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.lambda.RelationshipJson;
import io.customerconnect.table.Cursor;
import io.customerconnect.table.Page;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code GET /relationships} and {@code GET /relationships/{legalEntityId}}: whom the caller is,
 * was or wants to be connected with (P38).
 */
public final class RelationshipsHandler implements RequestStreamHandler {
  private static final int PAGE_SIZE = 100;

  private final HttpFunction function = new HttpFunction(this::answer);
  private final Relationships relationships;

  public RelationshipsHandler() {
    this(Platform.ofProcess());
  }

  public RelationshipsHandler(Platform platform) {
    this(Table.of(platform));
  }

  /** A handler that reaches the table in a way of its own. */
  public RelationshipsHandler(Table table) {
    relationships = new Relationships(table);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    return request.pathParameters().containsKey("legalEntityId") ? one(request) : list(request);
  }

  private HttpResponse list(HttpRequest request) {
    Page<StoredRelationship> page =
        relationships.list(
            request.caller().account(),
            request.query("cursor", Cursor::ofRelationships),
            PAGE_SIZE);
    return HttpResponse.ok(
        Json.object()
            .with("relationships", page.items(), RelationshipsHandler::json)
            .with("next", page.next().map(Cursor::text)));
  }

  private HttpResponse one(HttpRequest request) {
    StoredRelationship found =
        relationships.find(
            request.caller().account(), request.path("legalEntityId", LegalEntityId::new));
    if (found.relationship().state() instanceof RelationshipState.Unconnected) {
      throw Problem.of(ProblemType.NOT_FOUND, "You never asked to be connected with this customer.")
          .asException();
    }
    return HttpResponse.ok(json(found));
  }

  private static Json json(StoredRelationship stored) {
    return RelationshipJson.full(stored.relationship().state())
        .with("legalEntityId", stored.relationship().legalEntity().value())
        .with("name", stored.entity().name());
  }
}
