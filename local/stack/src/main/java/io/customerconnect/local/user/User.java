package io.customerconnect.local.user;

import io.customerconnect.lambda.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A user of the pool.
 *
 * @param name what it signs in with here
 * @param subject its id in tokens
 * @param attributes as Cognito names them: {@code email}, {@code custom:legal_name} ...
 * @param groups the groups that it belongs to
 */
public record User(
    String name, String subject, Map<String, String> attributes, Set<String> groups) {
  private static final Set<String> IN_TOKENS =
      Set.of(
          "email",
          "email_verified",
          "name",
          "locale",
          "address",
          "custom:account_id",
          "custom:legal_name",
          "custom:country",
          "custom:vat_id");

  public User {
    attributes = Map.copyOf(attributes);
    groups = Set.copyOf(groups);
  }

  /** A user whose subject follows from its name, so that it is the same after a restart. */
  public static User of(String name, Map<String, String> attributes, String... groups) {
    return new User(
        name,
        UUID.nameUUIDFromBytes(("customerconnect user " + name).getBytes(StandardCharsets.UTF_8))
            .toString(),
        attributes,
        Set.of(groups));
  }

  /** What its tokens say of it, besides issuer, audience and times. */
  public Map<String, Object> claims() {
    Map<String, Object> claims = new TreeMap<>();
    claims.put("sub", subject);
    claims.put("cognito:username", subject);
    claims.put("token_use", "id");
    attributes.forEach(
        (attribute, value) -> {
          if (IN_TOKENS.contains(attribute)) {
            claims.put(attribute, value);
          }
        });
    if (!groups.isEmpty()) {
      claims.put("cognito:groups", groups.stream().sorted().toList());
    }
    return claims;
  }

  /** Its attributes as Cognito gives them to a trigger. */
  Json.Obj userAttributes() {
    Json.Obj all =
        Json.object()
            .with("sub", subject)
            .with("cognito:user_status", "CONFIRMED")
            .with("email_verified", "true");
    for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
      all = all.with(attribute.getKey(), attribute.getValue());
    }
    return all;
  }
}
