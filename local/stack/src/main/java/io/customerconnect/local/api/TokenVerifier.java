package io.customerconnect.local.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.customerconnect.lambda.Json;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The JWT authorizer of an HTTP API: signature by the issuer's published keys (RSA alone), {@code
 * iss}, {@code aud} or else {@code client_id}, {@code exp}, {@code nbf} and {@code iat}, by the
 * machine's time.
 */
public final class TokenVerifier {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

  /** For the keys to come, in milliseconds. */
  private static final int PATIENCE = 10_000;

  private final String issuer;
  private final Set<String> audience;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * @param keys where the issuer's public keys are
   * @param audience a token is for one of these
   */
  public TokenVerifier(URI issuer, URI keys, Collection<String> audience) {
    this.issuer = issuer.toString();
    this.audience = Set.copyOf(audience);
    try {
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              ALGORITHMS,
              JWKSourceBuilder.create(
                      keys.toURL(), new DefaultResourceRetriever(PATIENCE, PATIENCE))
                  .retrying(true)
                  .build()));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("Not a URL: " + keys, e);
    }
    // The claims are checked below, as API Gateway does: no leeway, client_id where there is no
    // aud.
    processor.setJWTClaimsSetVerifier((_, _) -> {});
  }

  /**
   * The claims of a token that holds, as the function gets them.
   *
   * @param header the {@code Authorization} header, with or without {@code Bearer}
   * @return empty when it does not hold
   */
  Optional<Json.Obj> claims(String header) {
    String token = header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7) : header;
    try {
      JWTClaimsSet claims = processor.process(token.strip(), null);
      return holds(claims, Instant.now()) ? Optional.of(strings(claims)) : Optional.empty();
    } catch (ParseException | BadJOSEException | JOSEException _) {
      return Optional.empty();
    }
  }

  private boolean holds(JWTClaimsSet claims, Instant now) throws ParseException {
    List<String> named =
        claims.getAudience().isEmpty()
            ? Optional.ofNullable(claims.getStringClaim("client_id")).stream().toList()
            : claims.getAudience();
    Date expires = claims.getExpirationTime();
    return issuer.equals(claims.getIssuer())
        && named.stream().anyMatch(audience::contains)
        && expires != null
        && now.isBefore(expires.toInstant())
        && notAfter(claims.getNotBeforeTime(), now)
        && notAfter(claims.getIssueTime(), now);
  }

  private static boolean notAfter(@org.jspecify.annotations.Nullable Date date, Instant now) {
    return date == null || !date.toInstant().isAfter(now);
  }

  /** HTTP APIs pass every claim as a text: arrays as {@code [a b]}, objects as {@code map[a:b]}. */
  private static Json.Obj strings(JWTClaimsSet claims) {
    Json.Obj all = Json.object();
    for (Map.Entry<String, Object> claim : new TreeMap<>(claims.getClaims()).entrySet()) {
      Object value = claim.getValue();
      if (claim.getKey().equals("aud") && value instanceof List<?> list && list.size() == 1) {
        value = list.getFirst();
      }
      if (value != null) {
        all = all.with(claim.getKey(), text(value));
      }
    }
    return all;
  }

  private static String text(Object value) {
    return switch (value) {
      case Date date -> Long.toString(date.toInstant().getEpochSecond());
      case Double number -> new BigDecimal(number).toPlainString();
      case Collection<?> items ->
          items.stream().map(TokenVerifier::text).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> members ->
          members.entrySet().stream()
              .map(member -> member.getKey() + ":" + text(String.valueOf(member.getValue())))
              .sorted()
              .collect(Collectors.joining(" ", "map[", "]"));
      default -> String.valueOf(value);
    };
  }
}
