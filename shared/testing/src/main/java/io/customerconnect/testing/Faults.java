package io.customerconnect.testing;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Breaks an operation off after each of its requests in turn. The SDK puts this into every client
 * of this JVM, also those that functions make for themselves.
 *
 * <p>
 *
 * {@snippet :
 * int requests =
 *     Faults.afterEachRequest(
 *         Fault.CRASH,
 *         Story::new,
 *         Story::confirm, // broken off after its first request, in the next story after its second
 *         story -> {
 *           story.confirm();
 *           assertThat(story.mails()).hasSize(1);
 *         });
 * }
 */
public final class Faults implements ExecutionInterceptor {
  private static Optional<Armed> armed = Optional.empty();
  private static Optional<Interleaved> interleaved = Optional.empty();

  /** What happens once a request has been carried out. */
  public enum Fault {
    /** The process is gone. */
    CRASH,
    /** The answer does not come; the process goes on. */
    LOST_ANSWER
  }

  /** Ends an operation as a crash does: nobody catches it. */
  private static final class Crash extends Error {
    Crash() {
      super("The process ends here", null, false, false);
    }
  }

  private static final class Armed {
    private final Fault fault;
    private int requestsLeft;

    Armed(Fault fault, int requestsLeft) {
      this.fault = fault;
      this.requestsLeft = requestsLeft;
    }
  }

  private static final class Interleaved {
    private final Runnable others;
    private int requestsLeft;

    Interleaved(Runnable others, int requestsLeft) {
      this.others = others;
      this.requestsLeft = requestsLeft;
    }
  }

  /**
   * Runs an operation in one world after the other, each time broken off one request later, until
   * it gets through; so the last world sees no fault.
   *
   * @param world makes what the operation starts from; sees no faults
   * @param operation what is broken off
   * @param afterwards brings the operation to its end, and asserts that all is well
   * @return how many requests the operation makes when it gets through
   */
  public static <W> int afterEachRequest(
      Fault fault, Supplier<W> world, Consumer<W> operation, Consumer<W> afterwards) {
    for (int requests = 1; ; requests++) {
      W current = world.get();
      boolean broken = isBrokenOff(fault, requests, () -> operation.accept(current));
      try {
        afterwards.accept(current);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            broken ? fault + " after request " + requests : "Without any fault", e);
      }
      if (!broken) {
        return requests - 1;
      }
    }
  }

  /**
   * Runs an operation in one world after the other, each time with something that others do right
   * before its first, then its second request and so on, until it makes no more.
   *
   * @param world makes what the operation starts from
   * @param others what is done meanwhile, by whoever it is
   * @param operation what is overtaken
   * @param afterwards brings all to its end, and asserts that it is well
   * @return how many requests the operation makes when nobody overtakes it
   */
  public static <W> int beforeEachRequest(
      Supplier<W> world, Consumer<W> others, Consumer<W> operation, Consumer<W> afterwards) {
    for (int request = 1; ; request++) {
      W current = world.get();
      if (!isOvertaken(request, () -> others.accept(current), () -> operation.accept(current))) {
        return request - 1;
      }
      try {
        afterwards.accept(current);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Overtaken before request " + request, e);
      }
    }
  }

  /**
   * Runs an operation, and right before one of its requests something that others do meanwhile.
   *
   * @param request which one, counted from 1
   */
  public static void meanwhile(int request, Runnable others, Runnable operation) {
    if (!isOvertaken(request, others, operation)) {
      throw new AssertionError("There were not as many requests as " + request);
    }
  }

  private static boolean isOvertaken(int request, Runnable others, Runnable operation) {
    interleave(Optional.of(new Interleaved(others, request)));
    operation.run();
    boolean isOvertaken = others().isEmpty();
    interleave(Optional.empty());
    return isOvertaken;
  }

  /** Runs an operation that is broken off after so many requests. */
  public static void breakOff(Fault fault, int requests, Runnable operation) {
    if (!isBrokenOff(fault, requests, operation)) {
      throw new AssertionError("The operation makes less than " + requests + " requests");
    }
  }

  private static boolean isBrokenOff(Fault fault, int requests, Runnable operation) {
    arm(Optional.of(new Armed(fault, requests)));
    try {
      operation.run();
      return isSpent();
    } catch (Crash _) {
      return true;
    } catch (RuntimeException e) {
      if (isSpent()) {
        return true;
      }
      throw e;
    } finally {
      arm(Optional.empty());
    }
  }

  private static synchronized void arm(Optional<Armed> next) {
    armed = next;
  }

  private static synchronized boolean isSpent() {
    return armed.isEmpty();
  }

  private static synchronized Optional<Fault> due() {
    if (armed.isEmpty()) {
      return Optional.empty();
    }
    Armed current = armed.get();
    current.requestsLeft--;
    if (current.requestsLeft > 0) {
      return Optional.empty();
    }
    armed = Optional.empty();
    return Optional.of(current.fault);
  }

  private static synchronized void interleave(Optional<Interleaved> next) {
    interleaved = next;
  }

  private static synchronized Optional<Interleaved> others() {
    return interleaved;
  }

  private static synchronized Optional<Runnable> othersDue() {
    if (interleaved.isEmpty()) {
      return Optional.empty();
    }
    Interleaved current = interleaved.get();
    current.requestsLeft--;
    if (current.requestsLeft > 0) {
      return Optional.empty();
    }
    interleaved = Optional.empty();
    return Optional.of(current.others);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    othersDue().ifPresent(Runnable::run);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    Optional<Fault> fault = due();
    if (fault.isPresent()) {
      switch (fault.get()) {
        case CRASH -> throw new Crash();
        case LOST_ANSWER -> throw SdkClientException.create("The answer was lost");
      }
    }
  }
}
