package io.customerconnect.local.aws;

import io.customerconnect.template.Function;
import io.customerconnect.template.References;
import io.customerconnect.template.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What a function may do, and what it has done. */
public final class Role {
  private final String function;
  private final List<Right> rights;
  private final Set<Access> uses = ConcurrentHashMap.newKeySet();

  private Role(String function, List<Right> rights) {
    this.function = function;
    this.rights = rights;
  }

  /**
   * One action of a statement on one of its resources.
   *
   * @param action with {@code *} and {@code ?}
   * @param resource with {@code *} and {@code ?}
   */
  public record Right(Statement.Effect effect, String action, String resource) {
    boolean covers(Access access) {
      return matches(action, access.action(), Pattern.CASE_INSENSITIVE)
          && matches(resource, access.resource(), 0);
    }

    private static boolean matches(String pattern, String text, int flags) {
      StringBuilder regex = new StringBuilder();
      for (int i = 0; i < pattern.length(); i++) {
        regex.append(
            switch (pattern.charAt(i)) {
              case '*' -> ".*";
              case '?' -> ".";
              default -> Pattern.quote(pattern.substring(i, i + 1));
            });
      }
      return Pattern.compile(regex.toString(), flags | Pattern.DOTALL).matcher(text).matches();
    }
  }

  /** The role that the template gives a function. */
  public static Role of(Function function, References names) {
    return new Role(
        function.id(),
        function.statements().stream()
            .flatMap(
                statement ->
                    statement.actions().stream()
                        .flatMap(
                            action ->
                                statement.resources().stream()
                                    .map(
                                        resource ->
                                            new Right(
                                                statement.effect(),
                                                action,
                                                resource.resolve(names)))))
            .toList());
  }

  public String function() {
    return function;
  }

  /** What the function has used of its rights. */
  public Set<Access> uses() {
    return Set.copyOf(uses);
  }

  /**
   * Rights that nothing done so far has needed. The log's are left out: nothing here stands for
   * CloudWatch.
   */
  public List<Right> unused() {
    return rights.stream()
        .filter(right -> right.effect() == Statement.Effect.ALLOW)
        .filter(right -> !right.action().startsWith("logs:"))
        .filter(right -> uses.stream().noneMatch(right::covers))
        .toList();
  }

  /** Whether a statement allows it and none denies it; it does not count as used. */
  boolean allows(Access access) {
    boolean denied =
        rights.stream()
            .anyMatch(right -> right.effect() == Statement.Effect.DENY && right.covers(access));
    return !denied
        && rights.stream()
            .anyMatch(right -> right.effect() == Statement.Effect.ALLOW && right.covers(access));
  }

  void used(Access access) {
    uses.add(access);
  }
}
