package io.customerconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.ProblemType;
import io.customerconnect.template.Trigger;
import io.customerconnect.testing.functions.OpenApi;
import io.customerconnect.testing.functions.OpenApi.Access;
import io.customerconnect.testing.functions.OpenApi.Operation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code openapi.yaml} as a whole. Whether the functions answer as it says is seen by every test
 * that calls one.
 */
final class OpenApiTest {
  private static final OpenApi DOCUMENT = OpenApi.ofProject();

  @Test
  void itDescribesTheRoutesOfTheTemplateAndWhoMayCallThem() {
    List<Operation> routes =
        Project.TEMPLATE.functions().stream()
            .flatMap(function -> function.triggers(Trigger.Route.class).stream())
            .map(
                route ->
                    new Operation(
                        route.method() + " " + route.path(),
                        route.authorizer().isPresent() ? Access.SIGNED_IN : Access.EVERYBODY))
            .toList();

    assertThat(DOCUMENT.operations().values()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void itKnowsEveryTypeOfProblem() {
    assertThat(DOCUMENT.problemTypes())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::uri).toList());
  }

  @Test
  void itsReferencesLeadSomewhereAndItsExamplesAreAsItsSchemasSay() {
    assertThat(DOCUMENT.faults()).isEmpty();
  }
}
