package io.customerconnect.local;

import java.nio.file.Path;

/**
 * How a stack is to run.
 *
 * @param root the project's root folder, with {@code template.yaml}
 * @param port where the API listens on the loopback address; 0 for a free port
 * @param demo whether there is something to play with
 * @param patience how many times its time-out in the template a function may take here
 * @param limits whether the API refuses what comes too fast
 */
public record Options(Path root, int port, Demo demo, int patience, Limits limits) {

  /** What a stack holds when it is ready. */
  public enum Demo {
    /** A directory of customers, invoices of some, and users who have signed up. */
    SEEDED,
    /** Users of the demo, and an empty directory. */
    USERS_ONLY
  }

  /** Whether the template's throttling is carried out. */
  public enum Limits {
    AS_THE_TEMPLATE_SAYS,
    NONE
  }

  /** A stack for tests, which ask faster than people: on a free port, with the whole demo. */
  public static Options forTests() {
    return new Options(
        Path.of(System.getProperty("customerconnect.root", ".")), 0, Demo.SEEDED, 4, Limits.NONE);
  }

  public Options with(Demo other) {
    return new Options(root, port, other, patience, limits);
  }
}
