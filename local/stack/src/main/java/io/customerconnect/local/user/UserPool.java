package io.customerconnect.local.user;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.StackException;
import io.customerconnect.local.aws.Names;
import io.customerconnect.local.function.LocalFunction;
import io.customerconnect.local.function.Outcome;
import io.customerconnect.template.Trigger.UserEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The users that there are; signing up runs the template's trigger. */
public final class UserPool {
  private static final String POST_CONFIRMATION = "PostConfirmation";

  private final List<LocalFunction> afterConfirmation;
  private final Map<String, User> users = new ConcurrentSkipListMap<>();
  private final Issuer issuer;

  /**
   * @param issuer whose sign-in page offers the users
   */
  public UserPool(Collection<LocalFunction> functions, Issuer issuer) {
    this.issuer = issuer;
    afterConfirmation =
        functions.stream()
            .filter(
                function ->
                    function.definition().triggers(UserEvent.class).stream()
                        .anyMatch(event -> event.trigger().equals(POST_CONFIRMATION)))
            .toList();
  }

  /** A user signs up and confirms its address: the trigger runs before it can sign in. */
  public void signUp(User user) {
    for (LocalFunction function : afterConfirmation) {
      if (function.invoke(event(user)) instanceof Outcome.Failed failed) {
        throw new StackException(
            "User " + user.name() + " cannot sign up: " + failed.errorMessage());
      }
    }
    add(user);
  }

  /** An administrator adds a user; Cognito runs no trigger then. */
  public void add(User user) {
    users.put(user.name(), user);
    issuer.offer(all());
  }

  public Optional<User> find(String name) {
    return Optional.ofNullable(users.get(name));
  }

  /** All users, by name. */
  public List<User> all() {
    return new ArrayList<>(users.values());
  }

  private static Json.Obj event(User user) {
    return Json.object()
        .with("version", "1")
        .with("region", Names.REGION)
        .with("userPoolId", Names.REGION + "_local")
        .with("userName", user.subject())
        .with(
            "callerContext",
            Json.object()
                .with("awsSdkVersion", "aws-sdk-unknown-unknown")
                .with("clientId", "local"))
        .with("triggerSource", "PostConfirmation_ConfirmSignUp")
        .with("request", Json.object().with("userAttributes", user.userAttributes()))
        .with("response", Json.object());
  }
}
