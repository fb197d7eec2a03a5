package io.customerconnect.local.function;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import io.customerconnect.local.aws.Names;
import io.customerconnect.template.Function;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a handler is told of its invocation. */
final class InvocationContext implements Context {
  private final Function function;
  private final String requestId;
  private final long endNanos;

  InvocationContext(Function function, String requestId, Duration limit) {
    this.function = function;
    this.requestId = requestId;
    this.endNanos = System.nanoTime() + limit.toNanos();
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/customerconnect/" + function.id();
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function.id();
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return Names.functionArn(function.id());
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw new UnsupportedOperationException("No function here is called with AWS credentials");
  }

  @Override
  public ClientContext getClientContext() {
    throw new UnsupportedOperationException("No function here is called by a mobile client");
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime()));
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memoryMegabytes();
  }

  @Override
  public LambdaLogger getLogger() {
    return LambdaRuntime.getLogger();
  }
}
