package io.customerconnect.functions.search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.names.Candidate;
import io.customerconnect.domain.names.Hit;
import io.customerconnect.domain.names.NameSource;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.lambda.RelationshipJson;
import io.customerconnect.table.NameSearch;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Relationships.Standing;
import io.customerconnect.table.SearchResult;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /customers?name=}: the drop-down while a name is typed (P5 to P10). */
public final class FindCustomersHandler implements RequestStreamHandler {
  private static final int MAX_RESULTS = 10;

  /** In characters; nobody types more into a search field. */
  private static final int MAX_LENGTH = 500;

  private final HttpFunction function = new HttpFunction(this::find);
  private final NameSearch names;
  private final Relationships relationships;

  public FindCustomersHandler() {
    this(Platform.ofProcess());
  }

  public FindCustomersHandler(Platform platform) {
    Table table = Table.of(platform);
    names = new NameSearch(table, platform.clock());
    relationships = new Relationships(table);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse find(HttpRequest request) {
    Caller caller = request.caller();
    String typed = Optional.ofNullable(request.queryParameters().get("name")).orElse("");
    if (typed.length() > MAX_LENGTH) {
      throw Problem.of(
              ProblemType.INVALID_FIELD,
              "Please type at most " + MAX_LENGTH + " characters.",
              "name")
          .asException();
    }
    List<Hit<SearchResult>> hits = names.find(typed, MAX_RESULTS);
    Map<LegalEntityId, Standing> standings =
        relationships.standings(
            caller.account(),
            hits.stream()
                .map(Hit::candidate)
                .filter(found -> found.kind() == Candidate.Kind.LEGAL_ENTITY)
                .map(found -> new LegalEntityId(found.id()))
                .toList());
    return HttpResponse.ok(Json.object().with("results", hits, hit -> json(hit, standings)));
  }

  private static Json json(Hit<SearchResult> hit, Map<LegalEntityId, Standing> standings) {
    SearchResult found = hit.candidate();
    if (found.kind() == Candidate.Kind.GROUP) {
      return Json.object()
          .with("kind", "group")
          .with("groupId", found.id())
          .with("name", found.officialName());
    }
    Standing standing =
        Optional.ofNullable(standings.get(new LegalEntityId(found.id()))).orElseThrow();
    Optional<Outlook> outlook = found.policy().map(policy -> Outlook.of(policy, standing));
    Json.Obj json =
        Json.object()
            .with("kind", "legal-entity")
            .with("legalEntityId", found.id())
            .with("name", found.officialName())
            .with(
                "matchedName",
                hit.matched() == NameSource.OTHER_NAME ? found.otherName() : Optional.empty())
            .with("country", found.country())
            .with("city", found.city())
            .with("identifier", found.identifier())
            .with("groupId", found.groupId())
            .with("groupName", found.groupName())
            .with("connect", outlook.map(Outlook::word))
            .with("relationship", RelationshipJson.brief(standing.state()));
    return outlook.map(known -> known.with(standing, json)).orElse(json);
  }
}
