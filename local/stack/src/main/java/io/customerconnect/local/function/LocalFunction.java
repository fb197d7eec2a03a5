package io.customerconnect.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Environment;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.local.StackException;
import io.customerconnect.local.aws.Names;
import io.customerconnect.template.Function;
import io.customerconnect.template.References;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** A function of the template, ready to be invoked. */
public final class LocalFunction {
  private static final ExecutorService INVOCATIONS = Executors.newVirtualThreadPerTaskExecutor();

  private final Function function;
  private final RequestStreamHandler handler;
  private final Duration limit;
  private final AtomicLong invocations = new AtomicLong();

  private LocalFunction(Function function, RequestStreamHandler handler, Duration limit) {
    this.function = function;
    this.handler = handler;
    this.limit = limit;
  }

  /**
   * Makes the function's handler, with the template's environment and credentials of its own.
   *
   * @param patience how many times the template's time-out an invocation may take: a busy machine
   *     is slower than Lambda
   * @throws StackException in one line, when there is no such handler or it cannot be made
   */
  public static LocalFunction make(
      Function function, References names, InstantSource clock, int patience) {
    Map<String, String> environment = new HashMap<>();
    function.environment().forEach((name, value) -> environment.put(name, value.resolve(names)));
    environment.put("AWS_REGION", Names.REGION);
    environment.put("AWS_ACCESS_KEY_ID", function.id());
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
    return new LocalFunction(
        function,
        handler(function, new Platform(Environment.of(environment), clock)),
        function.timeout().multipliedBy(patience));
  }

  private static RequestStreamHandler handler(Function function, Platform platform) {
    String named = "template.yaml: function " + function.id() + ": handler " + function.handler();
    try {
      return Class.forName(function.handler())
          .asSubclass(RequestStreamHandler.class)
          .getConstructor(Platform.class)
          .newInstance(platform);
    } catch (ClassNotFoundException e) {
      throw new StackException(named + " is on no class path: is its module built?", e);
    } catch (InvocationTargetException e) {
      throw new StackException(named + " does not start: " + e.getCause(), e);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new StackException(
          named + " must be a RequestStreamHandler with a constructor that takes a Platform", e);
    }
  }

  /** Its logical id. */
  public String id() {
    return function.id();
  }

  public Function definition() {
    return function;
  }

  /** How often it has been invoked. */
  public long invocations() {
    return invocations.get();
  }

  /** Invokes it and waits for what comes of it. */
  public Outcome invoke(Json event) {
    return invoke(event, UUID.randomUUID().toString());
  }

  Outcome invoke(Json event, String requestId) {
    invocations.incrementAndGet();
    InvocationContext context = new InvocationContext(function, requestId, limit);
    Future<String> answer =
        INVOCATIONS.submit(
            () -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              handler.handleRequest(new ByteArrayInputStream(event.toBytes()), out, context);
              return out.toString(StandardCharsets.UTF_8);
            });
    try {
      return new Outcome.Answered(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return failed(cause.getClass().getName(), String.valueOf(cause.getMessage()), requestId);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return failed(
          "Sandbox.Timedout", "Task timed out after " + limit.toSeconds() + " seconds", requestId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("Sandbox.Interrupted", "The stack is being stopped", requestId);
    }
  }

  private Outcome failed(String type, String message, String requestId) {
    System.err.println(
        "%s failed: %s: %s (request %s)".formatted(function.id(), type, message, requestId));
    return new Outcome.Failed(type, message);
  }
}
