package io.customerconnect.lambda;

/** Others were at the same data every time; the rest was not done, and it may be tried again. */
public class BusyException extends RuntimeException {
  protected BusyException(String message) {
    super(message, null, false, false);
  }
}
