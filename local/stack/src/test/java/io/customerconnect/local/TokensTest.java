package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.local.user.Issuer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTest {
  private final Stack stack = SharedStack.get();
  private final Map<String, Object> claims = stack.users().find("anna").orElseThrow().claims();

  @Test
  void tokenOfTheIssuerOpensTheApi() {
    assertThat(status(stack.token("anna"))).isEqualTo(200);
  }

  @Test
  void nobodyComesInWithoutAToken() {
    Api.Answer answer = new Api(stack.address(), "").get("/account");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
  }

  @Test
  void tokenForAnotherClientIsRefused() {
    assertThat(status(stack.issuer().token(claims, "somebody-else", Issuer.VALIDITY)))
        .isEqualTo(401);
  }

  @Test
  void expiredTokenIsRefused() {
    assertThat(status(stack.issuer().token(claims, stack.audience(), Duration.ofMinutes(-1))))
        .isEqualTo(401);
  }

  @Test
  void tamperedTokenIsRefused() {
    String[] parts = stack.token("anna").split("\\.", -1);
    String[] others = stack.token("ben").split("\\.", -1);

    assertThat(status(parts[0] + "." + others[1] + "." + parts[2])).isEqualTo(401);
  }

  @Test
  void unsignedTokenIsRefused() {
    String[] parts = stack.token("anna").split("\\.", -1);
    // {"alg":"none"}
    assertThat(status("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEqualTo(401);
  }

  @Test
  void tokenOfAnotherIssuerIsRefused() {
    try (Issuer other = Issuer.start()) {
      assertThat(status(other.token(claims, stack.audience(), Issuer.VALIDITY))).isEqualTo(401);
    }
  }

  @Test
  void tokensStayGoodWhenTheClockIsMoved() {
    String token = stack.token("anna");

    stack.advance(Duration.ofHours(3));

    assertThat(status(token)).isEqualTo(200);
  }

  private int status(String token) {
    return new Api(stack.address(), token).get("/account").status();
  }
}
