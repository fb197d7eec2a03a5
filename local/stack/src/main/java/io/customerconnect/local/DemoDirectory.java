package io.customerconnect.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The demo's customers, delivered as a buyer's file; all of them are made up. */
final class DemoDirectory {
  private static final String KEY = "directory/demo.csv";
  private static final String REPORT = "reports/" + KEY + ".json";
  private static final Duration CHECK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private DemoDirectory() {}

  /** Delivers the file, and waits for the report that it has been loaded. */
  static void deliverTo(Stack stack) {
    try (InputStream in = DemoDirectory.class.getResourceAsStream("/demo/directory.csv")) {
      if (in == null) {
        throw new StackException("The demo's directory is not among the stack's resources");
      }
      stack.deliver(KEY, in);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (stack.file(REPORT).isEmpty()) {
        if (System.nanoTime() > end) {
          throw new StackException(
              "The demo's directory has not been loaded within "
                  + PATIENCE.toMinutes()
                  + " minutes");
        }
        Thread.sleep(CHECK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("The stack was stopped while it started", e);
    }
  }
}
