package io.customerconnect.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** What a function is told of an invocation that is none. */
public final class PrimingContext implements Context {
  private static final String PRIMING = "priming";

  @Override
  public String getAwsRequestId() {
    return PRIMING;
  }

  @Override
  public String getLogGroupName() {
    return PRIMING;
  }

  @Override
  public String getLogStreamName() {
    return PRIMING;
  }

  @Override
  public String getFunctionName() {
    return PRIMING;
  }

  @Override
  public String getFunctionVersion() {
    return PRIMING;
  }

  @Override
  public String getInvokedFunctionArn() {
    return PRIMING;
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw new UnsupportedOperationException(PRIMING);
  }

  @Override
  public ClientContext getClientContext() {
    throw new UnsupportedOperationException(PRIMING);
  }

  @Override
  public int getRemainingTimeInMillis() {
    return 10_000;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public LambdaLogger getLogger() {
    throw new UnsupportedOperationException(PRIMING);
  }
}
