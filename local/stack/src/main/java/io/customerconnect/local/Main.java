package io.customerconnect.local;

import io.customerconnect.template.TemplateException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts the stack and runs it until Ctrl-C, or until the process that started it is gone. */
public final class Main {
  private static final int STANDARD_PORT = 3000;

  private Main() {}

  /** Takes no arguments; {@code PORT} in the environment changes the port. */
  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(Main::stop, "stop"));
    endWithParent();
    try {
      Options options = options();
      PrintStream out =
          FunctionLog.divert(options.root().resolve("local/stack/target/functions.log"));
      Stack stack = Stack.start(options);
      RUNNING.set(stack);
      out.println(
          "ready: %s/ (portal), %s/local/mailbox (mails), %s/local/ (what runs); sign in as: %s"
              .formatted(
                  stack.address(),
                  stack.address(),
                  stack.address(),
                  String.join(
                      ", ", stack.users().all().stream().map(user -> user.name()).toList())));
      new CountDownLatch(1).await();
    } catch (StackException | TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(0);
    }
  }

  private static final AtomicReference<@Nullable Stack> RUNNING = new AtomicReference<>();

  private static void stop() {
    Stack stack = RUNNING.getAndSet(null);
    if (stack != null) {
      stack.close();
    }
  }

  private static Options options() {
    String port = Optional.ofNullable(System.getenv("PORT")).filter(p -> !p.isBlank()).orElse("");
    try {
      return new Options(
          Path.of(System.getProperty("customerconnect.root", ".")),
          port.isEmpty() ? STANDARD_PORT : Integer.parseInt(port),
          Options.Demo.SEEDED,
          4,
          Options.Limits.AS_THE_TEMPLATE_SAYS);
    } catch (NumberFormatException e) {
      throw new StackException("PORT must be a number, not '" + port + "'", e);
    }
  }

  /** A TERM to Maven alone would leave this process behind. */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent ->
                Thread.ofPlatform()
                    .daemon()
                    .name("parent")
                    .start(
                        () -> {
                          parent.onExit().join();
                          System.exit(0);
                        }));
  }
}
