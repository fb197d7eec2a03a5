package io.customerconnect.functions.search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.party.GroupId;
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
import io.customerconnect.table.Groups;
import io.customerconnect.table.Member;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Relationships.Standing;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** {@code GET /groups/{groupId}}: the members of a group, to be ticked (P9, P12). */
public final class ShowGroupHandler implements RequestStreamHandler {
  private final HttpFunction function = new HttpFunction(this::show);
  private final Groups groups;
  private final Relationships relationships;

  public ShowGroupHandler() {
    this(Platform.ofProcess());
  }

  public ShowGroupHandler(Platform platform) {
    Table table = Table.of(platform);
    groups = new Groups(table);
    relationships = new Relationships(table);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse show(HttpRequest request) {
    Caller caller = request.caller();
    GroupId id = request.path("groupId", GroupId::new);
    Groups.Group group =
        groups
            .find(id)
            .orElseThrow(
                () ->
                    Problem.of(ProblemType.NOT_FOUND, "There is no group with this id.")
                        .asException());
    Map<LegalEntityId, Standing> standings =
        relationships.standings(
            caller.account(), group.members().stream().map(Member::id).toList());
    return HttpResponse.ok(
        Json.object()
            .with("groupId", group.id().value())
            .with("name", group.name())
            .with("members", group.members(), member -> json(member, standings)));
  }

  private static Json json(Member member, Map<LegalEntityId, Standing> standings) {
    Standing standing = Optional.ofNullable(standings.get(member.id())).orElseThrow();
    Outlook outlook = Outlook.of(member.policy(), standing);
    return outlook.with(
        standing,
        Json.object()
            .with("legalEntityId", member.id().value())
            .with("name", member.name())
            .with("country", member.country())
            .with("city", member.city())
            .with("identifier", member.identifier())
            .with("connect", outlook.word())
            .with("relationship", RelationshipJson.brief(standing.state())));
  }
}
