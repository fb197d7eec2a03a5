package io.customerconnect.local.trigger;

import java.time.Duration;

/** Something that brings events to a function until it is closed. */
public interface Poller extends AutoCloseable {

  /** Starts to poll. */
  void start();

  /**
   * Waits until everything that had been there when this was called has been handled, as far as it
   * can be handled now: messages that failed and are hidden do not count.
   *
   * @return whether it came to rest within that time
   */
  boolean settle(Duration within) throws InterruptedException;

  @Override
  void close();
}
