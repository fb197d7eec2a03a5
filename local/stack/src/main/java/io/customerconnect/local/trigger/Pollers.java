package io.customerconnect.local.trigger;

import io.customerconnect.local.function.LocalFunction;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;

/** All pollers of a stack. */
public final class Pollers implements AutoCloseable {
  private final List<Poller> pollers;
  private final LongSupplier work;

  /**
   * @param work a count that grows with every invocation
   */
  public Pollers(Collection<? extends Poller> pollers, LongSupplier work) {
    this.pollers = List.copyOf(pollers);
    this.work = work;
  }

  public void start() {
    pollers.forEach(Poller::start);
  }

  /** Those that bring a queue's messages to this function. */
  public List<QueuePoller> queuesOf(LocalFunction function) {
    return pollers.stream()
        .filter(QueuePoller.class::isInstance)
        .map(QueuePoller.class::cast)
        .filter(poller -> poller.function().equals(function))
        .toList();
  }

  /**
   * Waits until nothing follows any more from what has happened so far: no record, no message that
   * can be received, and none that these lead to.
   *
   * @return whether it came to rest within that time
   */
  public boolean settle(Duration within) throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    while (true) {
      long before = work.getAsLong();
      for (Poller poller : pollers) {
        if (!poller.settle(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
          return false;
        }
      }
      if (work.getAsLong() == before) {
        return true;
      }
    }
  }

  @Override
  public void close() {
    pollers.forEach(Poller::close);
  }
}
