package io.customerconnect.domain;

/** A value that its type does not allow; the message says, in words for a user, what is wrong. */
public final class InvalidValueException extends IllegalArgumentException {
  public InvalidValueException(String message) {
    super(message);
  }
}
