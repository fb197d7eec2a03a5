package io.customerconnect.local.user;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * Who issues tokens: an OpenID Connect server with a sign-in page, on a free port of the loopback
 * address. It stands where Cognito stands in the template.
 */
public final class Issuer implements AutoCloseable {
  /** How long a token is good for, as long as Cognito's. */
  public static final Duration VALIDITY = Duration.ofHours(1);

  private static final String NAME = "default";

  private final MockOAuth2Server server;

  /** The sign-in page; the server reads it each time that it shows it. */
  private final Path page;

  private Issuer(MockOAuth2Server server, Path page) {
    this.server = server;
    this.page = page;
  }

  /** Starts it; its sign-in page offers nobody yet. */
  public static Issuer start() {
    Path page;
    try {
      page = Files.createTempFile("customerconnect-sign-in-", ".html");
      page.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    MockOAuth2Server server =
        new MockOAuth2Server(
            new OAuth2Config(
                true,
                page.toString(),
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(),
                new NettyWrapper()));
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    return new Issuer(server, page);
  }

  /** Offers these users on the sign-in page. */
  void offer(List<User> users) {
    try {
      Files.writeString(page, SignInPage.render(users));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The {@code iss} of its tokens. */
  public URI issuer() {
    return server.issuerUrl(NAME).uri();
  }

  /** Where its public keys are. */
  public URI keys() {
    return server.jwksUrl(NAME).uri();
  }

  /** A token as the portal gets it when this user signs in. */
  public String token(User user, String client) {
    return token(user.claims(), client, VALIDITY);
  }

  /**
   * A token with these claims, for a client.
   *
   * @param validity from now on; negative: it expired so long ago
   */
  public String token(Map<String, Object> claims, String client, Duration validity) {
    Map<String, Object> all = new HashMap<>(claims);
    all.put("aud", List.of(client));
    SignedJWT token = server.anyToken(server.issuerUrl(NAME), all, validity);
    return token.serialize();
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
