package io.customerconnect.local;

import io.customerconnect.local.user.User;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

  /** Delivers invoices of customers, so that they can be asked about; waits until they can. */
  public static void fillBooks(String customer) {
    String file =
        DemoInvoices.file(LocalDate.ofInstant(STACK.now(), ZoneOffset.UTC), List.of(customer));
    try {
      STACK.deliver(
          "invoices/" + customer + "/history.csv",
          new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    STACK.settle();
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
