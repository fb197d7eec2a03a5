package io.customerconnect.local;

import java.nio.file.Path;

/**
 * How a stack is to run.
 *
 * @param root the project's root folder, with {@code template.yaml}
 * @param port where the API listens on the loopback address; 0 for a free port
 * @param demo whether there is something to play with
 * @param patience how many times its time-out in the template a function may take here
 */
public record Options(Path root, int port, Demo demo, int patience) {

  /** What a stack holds when it is ready. */
  public enum Demo {
    /** A directory of customers, and users who have signed up. */
    SEEDED,
    /** Users of the demo, and an empty directory. */
    USERS_ONLY
  }

  /** A stack for tests: on a free port, with the whole demo. */
  public static Options forTests() {
    return new Options(Path.of(System.getProperty("customerconnect.root", ".")), 0, Demo.SEEDED, 4);
  }

  public Options with(Demo other) {
    return new Options(root, port, other, patience);
  }
}
