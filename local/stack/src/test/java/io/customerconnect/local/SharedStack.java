package io.customerconnect.local;

import io.customerconnect.local.user.User;
import java.util.Map;
import java.util.UUID;

/** The one stack of this module's tests; it ends with the JVM. */
public final class SharedStack {
  private static final Stack STACK = start();

  private SharedStack() {}

  private static Stack start() {
    Stack stack = Stack.start(Options.forTests());
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    return stack;
  }

  public static Stack get() {
    return STACK;
  }

  /** A supplier who has just signed up, so that no test meets what another has done. */
  static Api newSupplier() {
    String name = "supplier-" + UUID.randomUUID();
    STACK
        .users()
        .signUp(
            User.of(
                name,
                Map.of(
                    "email", name + "@supplier.example",
                    "name", "Sue Plier",
                    "locale", "en",
                    "address", "1 Quay Street, Bristol",
                    "custom:legal_name", "Quayside Castings Ltd",
                    "custom:country", "GB")));
    return new Api(STACK.address(), STACK.token(name));
  }
}
