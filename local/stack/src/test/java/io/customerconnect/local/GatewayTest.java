package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private final Stack stack = SharedStack.get();
  private final Api anna = new Api(stack.address(), stack.token("anna"));

  @Test
  void unknownRouteIsNotFound() {
    Api.Answer answer = anna.get("/nowhere/at/all");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
    assertThat(anna.put("/customers", "{}").status()).isEqualTo(404);
  }

  @Test
  void slashInsideAParameterStaysInsideIt() {
    Api.Answer answer = anna.get("/relationships/a%2Fb");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().require("type")).contains("not-found");
  }

  @Test
  void browserOfThePortalMayAskFromItsOrigin() {
    Api.Answer answer =
        Api.send(
            anna.request("/customers")
                .header("origin", stack.address().toString())
                .header("access-control-request-method", "GET")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.response().headers().firstValue("access-control-allow-origin"))
        .contains(stack.address().toString());
  }

  @Test
  void otherOriginsAreToldNothing() {
    Api.Answer answer =
        Api.send(anna.request("/account").header("origin", "https://evil.example").build());

    assertThat(answer.response().headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void portalAndItsSettingsAreBesideTheApi() {
    assertThat(anna.get("/").body()).contains("<portal-shell>");
    assertThat(anna.get("/settings.json").json().require("issuer"))
        .isEqualTo(stack.issuer().issuer().toString());
  }

  @Test
  void portInUseIsToldInOneLine() {
    int port = stack.address().getPort();
    Options free = Options.forTests();
    Options taken =
        new Options(free.root(), port, Options.Demo.USERS_ONLY, free.patience(), free.limits());

    assertThatThrownBy(() -> Stack.start(taken))
        .isInstanceOf(StackException.class)
        .hasMessage(
            "Port %d is in use: end what listens there, or choose another port, as in PORT=%d"
                .formatted(port, port + 1));
  }
}
