package io.customerconnect.lambda;

import java.time.Clock;
import java.time.InstantSource;

/** What a handler is given by the place it runs in: its environment, and the time. */
public record Platform(Environment environment, InstantSource clock) {

  /** AWS Lambda: this process's environment and the system's clock. */
  public static Platform ofProcess() {
    return new Platform(Environment.ofProcess(), Clock.systemUTC());
  }
}
