package io.customerconnect.lambda;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, by the claims of the token that API Gateway has verified. Nothing else says which
 * account a request is for.
 *
 * @param claims all that the token says; personal data among it
 */
public record Caller(AccountId account, UserId user, Set<String> groups, Json.Obj claims) {
  private static final Set<String> STAFF = Set.of("support", "network");

  /** Whether the network's own people call, who are no supplier. */
  public boolean isStaff() {
    return groups.stream().anyMatch(STAFF::contains);
  }

  /** What is answered where there is no account for the sign-in, or no more. */
  public static Problem.ProblemException noAccount() {
    return Problem.of(ProblemType.NOT_FOUND, "There is no account for this sign-in.").asException();
  }

  /**
   * A user who signed up alone is an account of its own; colleagues are given the account's id.
   *
   * @return empty when there are no claims, or none that name a user
   */
  static Optional<Caller> of(Json.Obj claims) {
    return claims
        .string("sub")
        .flatMap(
            sub -> {
              try {
                return Optional.of(
                    new Caller(
                        new AccountId(claims.string("custom:account_id").orElse(sub)),
                        new UserId(sub),
                        groups(claims.string("cognito:groups").orElse("")),
                        claims));
              } catch (InvalidValueException _) {
                return Optional.empty();
              }
            });
  }

  /** HTTP APIs pass a claim that is an array as {@code [a b]}. */
  private static Set<String> groups(String claim) {
    String inner =
        claim.startsWith("[") && claim.endsWith("]")
            ? claim.substring(1, claim.length() - 1)
            : claim;
    return inner.isBlank() ? Set.of() : Set.of(inner.strip().split("[ ,]+"));
  }
}
